/**
 * Words of the trade, of schools and of present usage that are good British and not in the general dictionary; in
 * lower case, unless they are names. Forms in -s need no entry of their own, nor do words with capitals within (`PowerShell`),
 * abbreviations and compounds of known words. Reviewed by hand: a word is listed where makers, standards or the
 * press of the trade spell it so, and a slip cannot be meant by it.
 */
export const TECHNICAL_WORDS: ReadonlySet<string> = new Set(
  `
  async autocomplete autofill autosave backend backlight backlit backplane barcode barcoded bootable bytecode captcha
  changelog chatbot chipset codebase codec comms config crypto cyber cyberattack cyberbullying cybercrime
  cybersecurity datacentre datastore dropdown ebook edtech ethernet extranet failback failover filesystem freemium
  frontend hostname hotdesk hotdesking hotfix hotspot infographic infosec inkjet keylogger lockdown microblog
  microcontroller microservice middleware multicast multifactor multimeter multithreaded namespace netmask
  orchestrator passcode performant permalink phablet pixelated plaintext quickstart readme roadmap runbook screencast
  scrollbar serverless smishing subfolder subnet subnetting subnetwork telco textbox timesheet toolchain toolset
  touchpad touchpoint trojan uptime validator videoconference vishing vlog walkthrough watchlist webmail webpage
  wi-fi wifi wireframe workgroup worklist

  anonymise anonymised anonymising anonymisation authenticator clickjacking colocate colocated colocation deallocate
  deallocated decrypt decrypted decrypting deduplicate deduplicated deduplication defrag defragment defragmented
  defragmenting defragmentation deprovision deprovisioned deprovisioning discoverability gamification geolocation
  hardcode hardcoded hyperconverged misconfigure misconfigured misconfiguration offboard offboarding onboarding
  preconfigure preconfigured preinstall programmatically pseudonymise pseudonymised pseudonymisation reauthenticate
  rebadge rebadged rebrand rebranded rebranding reimage reimaged reimaging repurpose repurposing reprovision
  resizable resync rollout scalable snapshotting unallocated unarchive uncheck underperforming undelete unencrypted
  uninstallation unpatched updatable upskill upskilled upskilling virtualise virtualised virtualising

  adapter allowlist allowlisted allowlisting benchmarked benchmarking biome biometric biometrics blocklist
  blocklisted callout denylist deployable digitalisation digitalise digitalised empathic employability failsafe
  focussed focussing formatter geofencing inclusivity insource insourced insourcing jitter leant lifecycle livestream
  livestreamed livestreaming misspelt observability reskill reskilled reskilling roleplay rostering
  sanitisation signoff skillset teamworking upsell upselling verifier whistleblower whistleblowing
  workstream

  arrestor cannulae funder hexavalent impactful linter mindmap rebase rebased rebasing rutile safeguarder timebox
  timeboxed timeboxing triaging wireframing

  academisation andragogy assessee dyscalculia eportfolio mentee metacognition metacognitive neurodivergent
  neurodiverse neurodiversity schoolwide staffroom summative syllabi timetabler traineeship wellbeing

  Ansible Asana Atlassian Autodesk Bitdefender Broadcom Canva Capita Chromebox Chromecast Citrix Cortana Edexcel
  Estyn Fortinet Gmail Groupcall Huawei Impero Intune Jira Kaspersky Kerberos Kubernetes Kyocera Lenovo Logitech
  Mailchimp Malwarebytes Meraki Moodle Netgear Novell Nvidia Ofcom Ofqual Ofsted Padlet Photoshop Ricoh Siri
  Smoothwall Sophos Splunk Spotify Symantec Terraform Trello Veeam Vimeo Visio Vodafone Webex Wireshark Zendesk
  `
    .trim()
    .split(/\s+/),
);
