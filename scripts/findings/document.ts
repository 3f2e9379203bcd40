import {
  type Finding,
  findings,
  LineIndex,
  type Loaded,
  RULES,
  type Spelling,
} from '../../src/core/index.ts';
import { FALSE_ALARMS, SLIPS } from './judged.ts';

/**
 * The document about what the rules find in a framework, as Markdown.
 * @throws Error where a judgement speaks of a finding that is not there any more
 */
export function findingsDocument(loaded: Loaded, spelling: Spelling): string {
  const all = findings(loaded, { spelling });
  const warnings = all.filter(({ severity }) => severity === 'warning');
  const remarks = all.filter(({ severity }) => severity === 'info');
  return `${[
    '# What the rules find in V1.2',
    'Made by `npm run findings` from [the published version](../framework/iteps-1.2.framework.yaml), which keeps every word of its source, mistakes included. A test holds it up to date. The judgements were made by hand by two readers, finding by finding; they are kept in `scripts/findings/judged.ts`, and a finding that changes has to be judged again.',
    `${all.length} findings: ${all.length - warnings.length - remarks.length} errors, ${warnings.length} warnings, ${remarks.length} remarks.`,
    '## The slips that the source is known for',
    'Each rule is general: it knows nothing of this framework, and its cases in `test/rules` are about bakeries, gardens and yards.',
    slips(all),
    '## False alarms',
    `Of the ${warnings.length} warnings, which are shown by default, ${share(warnings)}. Of the ${remarks.length} remarks, ${share(remarks)}: they ask whether something is meant, and weigh less for that reason.`,
    `Two readers judged apart from each other, each with the source beside the findings. A finding counts as a false alarm if either of them says so. Of the warnings ${readers(warnings)}; of the remarks ${readers(remarks)}.`,
    'What the second reading changed: a statement that begins with what is known and goes on to what is done (“understand when … and escalate”) is no longer told to be in the wrong section; statements of one row that share hardly a word are no longer compared by how much they ask (all but one of those findings were false); and a title explains its initials (“Health & Safety”). Each rule was mended in general and proven on other texts.',
    falseAlarms(all),
    '## Every finding, by rule',
    ...byRule(loaded, all),
  ].join('\n\n')}\n`;
}

function addressOf({ row, level }: Finding): string {
  return [row, level].filter(part => part !== undefined).join(' ');
}

function named(all: readonly Finding[], rule: string, at: string): readonly Finding[] {
  const found = all.filter(finding => finding.rule === rule && addressOf(finding) === at);
  if (found.length === 0) throw new Error(`No finding of ${rule} at “${at}”: judge V1.2 again.`);
  return found;
}

function slips(all: readonly Finding[]): string {
  const lines = SLIPS.map(({ slip, found, beyond }) => {
    const by = found.map(({ rule, at }) => {
      for (const one of at) named(all, rule, one);
      const places = at.filter(one => one !== '').map(one => `\`${one}\``);
      return `${link(rule)}${places.length > 0 ? ` (${places.join(', ')})` : ''}`;
    });
    return `| ${slip} | ${beyond ?? by.join('; ')} |`;
  });
  return ['| Slip | Found by |', '| --- | --- |', ...lines].join('\n');
}

function alarmOf(finding: Finding) {
  return FALSE_ALARMS.find(({ rule, at }) => finding.rule === rule && addressOf(finding) === at);
}

function falseAlarmsAmong(some: readonly Finding[]): readonly Finding[] {
  return some.filter(finding => alarmOf(finding) !== undefined);
}

/** How many each reader calls false, and how often they agree. */
function readers(some: readonly Finding[]): string {
  const by = some.map(finding => alarmOf(finding)?.by);
  const both = by.filter(each => each === 'both').length;
  const [first, second] = (['the first reader', 'the second reader'] as const).map(
    reader => both + by.filter(each => each === reader).length,
  );
  const agreed = by.filter(each => each === undefined || each === 'both').length;
  return `the first reader calls ${first} false and the second ${second}, and they agree on ${agreed} of ${some.length}`;
}

function share(some: readonly Finding[]): string {
  const count = falseAlarmsAmong(some).length;
  return `${count} ${count === 1 ? 'is a false alarm' : 'are false alarms'} (${Math.round((100 * count) / Math.max(1, some.length))} %)`;
}

function falseAlarms(all: readonly Finding[]): string {
  const lines = FALSE_ALARMS.map(({ rule, at, by, why }) => {
    named(all, rule, at);
    return `| ${link(rule)} | \`${at}\` | ${by} | ${why} |`;
  });
  return ['| Rule | Where | Who says so | Why it is one |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function byRule({ document }: Loaded, all: readonly Finding[]): string[] {
  const lines = new LineIndex(document.text);
  return RULES.flatMap(({ meta }) => {
    const found = all.filter(({ rule }) => rule === meta.id);
    if (found.length === 0) return [];
    const list = found.map(finding => {
      const place = addressOf(finding);
      const where = place === '' ? '' : ` \`${place}\``;
      return `- line ${lines.positionAt(finding.start).line + 1}${where}: ${finding.message.replaceAll('|', '\\|')}`;
    });
    return [`### ${meta.title}`, `${link(meta.id)}, ${meta.severity}: ${found.length}`, list.join('\n')];
  });
}

function link(rule: string): string {
  return `[\`${rule}\`](../src/core/rules/${rule}/README.md)`;
}

/** The share of false alarms among the warnings, from 0 to 1. */
export function falseShare(loaded: Loaded, spelling: Spelling): number {
  const warnings = findings(loaded, { spelling }).filter(({ severity }) => severity === 'warning');
  return falseAlarmsAmong(warnings).length / warnings.length;
}
