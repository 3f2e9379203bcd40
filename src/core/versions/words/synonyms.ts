/** Words that mean about the same, in English in general: another of them is clearer, not harder. The first stands for all. */
export const SYNONYMS: readonly (readonly string[])[] = `
  ensure makesure makecertain assure
  use utilise employ makeuseof using via through
  help assist aid giveassistance provideassistance
  carryout perform undertake conduct do execute complete
  fix repair mend rectify resolve solve remedy sortout
  start begin commence initiate
  end finish terminate conclude
  show demonstrate display exhibit
  tell inform notify letknow advise
  ask request enquire inquire
  get obtain acquire gather collect
  give provide supply offer deliver
  buy purchase procure
  keep maintain retain preserve
  change alter modify amend adjust
  setup configure
  escalate passon refer
  comply adhere abide follow conform
  need requirement require
  staff colleague employee personnel worker coworker teammember
  pupil student learner children child
  user enduser customer client
  problem issue fault difficulty
  computer pc workstation machine
  device equipment hardware
  program application software app
  school organisation establishment setting institution trust company business
  procedure process protocol
  law legislation statute
  rule regulation
  job task activity duty
  way method technique approach means
  kind type sort variety range
  importance significance need
  aware awareness
  understand understanding comprehend appreciate grasp comprehension appreciation
  know knowledge
  correct right appropriate suitable proper relevant
  correctly properly appropriately suitably
  safe secure
  quickly promptly swiftly speedily immediately timely
  big large
  many numerous multiple several various different number
  often frequently regularly routinely
  before prior
  after following
  about regarding concerning around relating related relation respect
  between among amongst
  while whilst when
  enough sufficient adequate
  main key principal primary core
  guidance guideline advice
  information details
  method methodology
  role function responsibility
  team group department
  document write record writeup log
  check verify confirm validate
  find locate identify detect
  choose select pick
  examine inspect check
  plan schedule
  client patient resident
  improve enhance
  work cooperate collaborate
  danger hazard
  dispose discard
  phone telephone
  internet web online
  everyday daytoday daily
  workinghours officehours
  ict it
`
  .trim()
  .split('\n')
  .map(line => line.trim().split(' '));
