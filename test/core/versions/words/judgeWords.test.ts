import { describe, expect, it } from 'vitest';
import { judgeWords } from '../../../../src/core/versions/words/judgeWords.ts';

/** The class, and the first reason with its words. */
function judged(before: string, after: string): string {
  const { class: found, because } = judgeWords(before, after);
  const [first] = because;
  return `${found}: ${first?.reason}${first?.words === undefined ? '' : ` (${first.words})`}`;
}

describe('a rewording', () => {
  it.each([
    ['Organise back-ups & check them.', 'Organize backups and check them'],
    ['Use e-mail, safely.', 'Use email safely.'],
    ['Treat anaemia.', 'Treat anemia.'],
    ['Know ten rules.', 'Know 10 rules.'],
    ['Centred on neighbourhoods, labelled.', 'Centered on neighborhoods, labeled'],
    ['Store 1,500 catalogues.', 'Store 1500 catalogs'],
    ['Know the 24 / 7 rota, 5 – 10 staff.', 'Know the 24/7 rota: 5-10 staff.'],
    ['Plan for carers/families *with* care.', '- Plan for carers / families with care'],
    ['Manoeuvre in 12-week cycles on Windows® 11.', 'Maneuver in 12 week cycles on Windows 11.'],
  ])('is editorial where the words are the same: %s', (before, after) => {
    expect(judgeWords(before, after).class).toBe('editorial');
  });

  it.each([
    ['at ≥5 bar', 'at ≤5 bar'],
    ['for £50', 'for $50'],
    ['for €5', 'for £5'],
    ['of -5 units', 'of 5 units'],
    ['of .5 units', 'of 5 units'],
    ['of ~5 kg', 'of 5 kg'],
    ['of 5%', 'of 5'],
    ['of 10² m', 'of 102 m'],
    ['for 5-10 patients', 'for 510 patients'],
    ['for 5 10 patients', 'for 510 patients'],
    ['on a 24/7 rota', 'on a 247 rota'],
    ['at 10:30', 'at 1030'],
    ['in C#', 'in C'],
    ['with .NET', 'with NET'],
    ['for an A*', 'for an A'],
    ['for an A-', 'for an A'],
    ['from A→B', 'from A←B'],
    ['with 1,5 mg', 'with 15 mg'],
    ['the filing of prescriptions', 'the filling of prescriptions'],
    ['the tiling of fields', 'the tilling of fields'],
    ['the refiling of forms', 'the refilling of forms'],
    ['what was scored', 'what was scoured'],
    ['the canes', 'the canoes'],
    ['a story', 'a storey'],
  ])(
    'is neither editorial nor clearer where a sign or a letter makes another thing of it: %s → %s',
    (old, now) => {
      expect(judgeWords(`Check ${old}.`, `Check ${now}.`).class).toBe('undecided');
      expect(judgeWords(`Check ${now}.`, `Check ${old}.`).class).toBe('undecided');
    },
  );

  it.each([
    ['Manage hypertension.', 'Manage hypotension.'],
    ['Manage hyperglycaemia.', 'Manage hypoglycaemia.'],
    ['Give intramuscular injections.', 'Give intravascular injections.'],
    ['Give prenatal care.', 'Give perinatal care.'],
    ['Give antenatal care.', 'Give antinatal care.'],
    ['Care for patients.', 'Care for patents.'],
    ['Start the conversation.', 'Start the conservation.'],
    ['Ensure compliant records.', 'Ensure complaint records.'],
    ['Keep carer records.', 'Keep career records.'],
    ['Order deserts.', 'Order desserts.'],
  ])('takes a word for a slip only where no other can be meant: %s → %s', (old, now) => {
    expect(judgeWords(old, now).class).toBe('undecided');
    expect(judgeWords(now, old).class).toBe('undecided');
  });

  it.each([
    ['Report to managers.', 'Report to management.'],
    ['Support community work.', 'Support communication work.'],
    ['Use organs.', 'Use organisations.'],
    ['Manage contractors.', 'Manage contracts.'],
    ['Support trainers.', 'Support training.'],
    ['Import data.', 'Important data.'],
  ])('does not take another word for a form of it: %s → %s', (old, now) => {
    expect(judgeWords(old, now).class).toBe('undecided');
    expect(judgeWords(now, old).class).toBe('undecided');
  });

  it.each([
    ['Use the drill with help.', 'Do not use the drill.'],
    ['You must enter the cellar.', "You mustn't enter the cellar."],
    ['You may enter the cellar.', 'You must not enter the cellar.'],
  ])('is undecided where a demand is turned round, whatever else changed: %s → %s', (old, now) => {
    expect(judgeWords(old, now).class).toBe('undecided');
    expect(judgeWords(now, old).class).toBe('undecided');
  });

  it.each([
    ['The nurse reports to the doctor.', 'The doctor reports to the nurse.'],
    ['Teach nurses to plan.', 'Plan to teach nurses.'],
    ['Nurses and doctors report to managers.', 'Managers report to nurses and doctors.'],
    ['Doctors treat patients and nurses.', 'Nurses treat patients and doctors.'],
    ['Run simple tests of complex systems.', 'Run complex tests of simple systems.'],
  ])('is undecided where words that nothing joins changed places: %s → %s', (old, now) => {
    expect(judged(old, now)).toContain('undecided: words changed places');
    expect(judged(now, old)).toContain('undecided: words changed places');
  });

  it.each([
    ['Give injections (under supervision).', 'Give injections (without supervision).'],
    ['Treat patients (direct).', 'Treat patients (indirect).'],
    ['Check hardware (printers).', 'Check hardware (servers).'],
    ['Assess sites (low risk only).', 'Assess sites.'],
    ['Assess sites (simple machines).', 'Assess sites.'],
    ['Treat burns (5 days).', 'Treat burns.'],
    ['Lift loads (max. 25 kg).', 'Lift loads.'],
  ])('is undecided where brackets replace each other or may limit: %s → %s', (old, now) => {
    expect(judgeWords(old, now).class).toBe('undecided');
    expect(judgeWords(now, old).class).toBe('undecided');
  });

  it.each([
    ['Treat patients (adults).', 'Treat patients (adults and children).', 'newly asked (and children)'],
    ['Assess sites (low risk only).', 'Assess sites (all risk levels).', 'a lost qualifier (low)'],
    [
      'Install printers (with help).',
      'Install printers.',
      'help, a condition or a limit is gone (with help)',
    ],
    ['Check hardware.', 'Check hardware (and record it).', 'newly asked (and record it)'],
    [
      'Check hardware (printers',
      'Check hardware (printers and install new servers.',
      'newly asked (and install new servers)',
    ],
    ['Answer at ≥5 bar.', 'Answer at ≥6 bar.', 'a higher number (5 → 6)'],
    ['Spend up to £500.', 'Spend up to £1,000.', 'a higher number (500 → 1,000)'],
  ])('counts what stands in brackets, and behind signs: %s → %s', (old, now, reason) => {
    expect(judged(old, now)).toBe(`raises: ${reason}`);
    expect(judgeWords(now, old).class).toBe('lowers');
  });

  it.each([
    ['Bake bread.', 'Bake bread and cakes.', 'raises: newly asked (and cakes)'],
    ['Bake simple cakes.', 'Bake cakes.', 'raises: a lost qualifier (simple)'],
    ['Assist with audits.', 'Lead audits.', 'raises: a stronger verb (Assist → Lead)'],
    [
      'Sweep the yard with supervision.',
      'Sweep the yard.',
      'raises: help, a condition or a limit is gone (with supervision)',
    ],
    [
      'Review the plan annually.',
      'Review the plan every month.',
      'raises: more often (annually → every month)',
    ],
    ['You should wear gloves.', 'You must wear gloves.', 'raises: more binding (should → must)'],
    ['Answer within 4 hours.', 'Answer within 2 hours.', 'raises: a tighter limit (4 → 2)'],
    ['Use tools e.g. saws.', 'Use tools including saws.', 'raises: an example that is asked for now (saws)'],
    [
      'Understand how to lift loads.',
      'Lift loads.',
      'raises: doing it, where less was asked (Understand how to)',
    ],
    [
      'Apply policies.',
      'Apply policies and procedures for policies.',
      'raises: newly asked (and procedures for policies)',
    ],
    [
      'Check that doors are locked.',
      'Ensure that doors are locked.',
      'raises: a stronger verb (Check → Ensure)',
    ],
    ['Answer.', 'Answer within two hours.', 'raises: a condition to be met (within two hours)'],
    ['Fix doors or gates.', 'Fix doors and gates.', 'raises: all of them (or → and)'],
  ])('raises the bar: %s → %s; the reverse lowers it', (before, after, wanted) => {
    expect(judged(before, after)).toBe(wanted);
    expect(judgeWords(after, before).class).toBe('lowers');
  });

  it.each([
    ['Use tools e.g. saws.', 'Use tools e.g. saws and planes.'],
    ['Utilise the tools.', 'Use the tools.'],
    ['Work with colleagues and carry out repairs.', 'Carry out repairs and work with colleagues.'],
    ['Use the MIS.', 'Use the management information system.'],
    ['Lock doors.', 'Lock doors in order to keep people safe.'],
    ['Maintian the register.', 'Maintain the register.'],
    ['Mange the register.', 'Manage the register.'],
    ['Accomodate guests.', 'Accommodate guests.'],
    ['Weigh 1.50 kg.', 'Weigh 1.5 kg.'],
    ['Configure and test hardware.', 'Test and configure hardware.'],
    ['Check backups regularly.', 'Regularly check backups.'],
    ['In line with policy, secure systems.', 'Secure systems in line with policy.'],
    ['Keep the records of the patients.', 'Keep patient records.'],
    ['Use the CMS.', 'Use the CMS (content management system).'],
    ['Can use a saw.', 'Able to use a saw.'],
    ['Can use a saw.', 'Use a saw.'],
    ['Has a sound grasp of the law, and its limits.', 'A sound grasp of the law and its limits.'],
    ['Report faults.', 'Report any faults.'],
    ['Work across the yard.', 'Work across the whole yard.'],
    ['Train staff.', 'Train members of staff.'],
    ['Fix doors/gates.', 'Fix doors or gates.'],
  ])('clarifies where as much is asked in other words: %s → %s', (before, after) => {
    expect(judgeWords(before, after).class).toBe('clarifies');
    expect(judgeWords(after, before).class).toBe('clarifies');
  });

  it.each([
    ['Bake simple cakes.', 'Bake cakes with support.'],
    ['Sell bread and milk.', 'Sell bread and shoes.'],
    ['A strong awareness of', 'A strong awareness of the law.'],
    ['Sweep the yard.', 'Negotiate contracts with suppliers.'],
    ['Enter the cellar.', 'Do not enter the cellar.'],
    ['Fix doors/gates.', 'Fix doors and gates.'],
    ['Find suppliers.', 'Find at least one supplier.'],
    ['Bake a range of cakes.', 'Bake at least one cake.'],
    ['Know both general and specific risks.', 'Know general risks.'],
    ['Review the plan regularly.', 'Review the plan annually.'],
    ['Bake most cakes as an expert.', 'Bake all cakes with confidence.'],
  ])('is undecided where words alone cannot tell: %s → %s', (before, after) => {
    expect(judgeWords(before, after).class).toBe('undecided');
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
    'may have any word: %s',
    word => {
      expect(judgeWords(`Call the ${word}.`, `call the ${word}`).class).toBe('editorial');
      expect(judgeWords(`Call the ${word}.`, `Call the ${word} and the superclass.`).class).toBe('raises');
    },
  );

  it('says every word that made it so', () => {
    expect(judgeWords('Sweep the yard.', 'Sweep the whole yard and mend the gate.').because).toEqual([
      { reason: 'a wider or higher demand', words: 'whole' },
      { reason: 'newly asked', words: 'and mend the gate' },
    ]);
  });
});
