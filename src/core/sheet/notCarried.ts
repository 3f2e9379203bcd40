import type { Extras, Framework, Row } from '../model/types.ts';

/** Something of a framework that a form leaves out. */
export interface NotCarried {
  readonly what:
    | 'note'
    | 'blank'
    | 'withdrawn'
    | 'extra'
    | 'formerId'
    | 'splitFrom'
    | 'glossary'
    | 'emptyTopic'
    | 'details';
  readonly count: number;
  /** A sentence for people. */
  readonly message: string;
}

type Form = 'workbook' | 'csv';

/**
 * What the rows of a workbook or CSV file cannot carry. None of it is lost by an import: it stays in the
 * framework file.
 * @param framework the framework to export
 * @param form where it goes
 */
export function notCarried(framework: Framework, form: Form = 'workbook'): NotCarried[] {
  const count = {
    note: 0,
    blank: 0,
    withdrawn: 0,
    extra: framework.extra.size,
    formerId: 0,
    splitFrom: 0,
    emptyTopic: 0,
  };
  const seen = (node: Extras & { note?: string | undefined; formerIds?: readonly string[] | undefined }) => {
    if (node.note !== undefined) count.note++;
    count.extra += node.extra.size;
    count.formerId += node.formerIds?.length ?? 0;
  };
  const seenRow = (row: Row) => {
    seen(row);
    count.note += row.notes.size;
    count.blank += row.blank.size;
    if (row.splitFrom !== undefined) count.splitFrom++;
  };
  for (const node of [framework.details, ...framework.levels, ...framework.sectionKinds]) seen(node);
  for (const area of framework.areas) {
    seen(area);
    for (const section of area.sections) {
      seen(section);
      for (const topic of section.topics) {
        seen(topic);
        if (topic.rows.length === 0) count.emptyTopic++;
        for (const row of topic.rows) {
          seenRow(row);
          if (area.withdrawn || topic.withdrawn || row.withdrawn) count.withdrawn++;
        }
      }
    }
  }
  const list: NotCarried[] = [];
  const add = (what: NotCarried['what'], number: number, message: string) => {
    if (number > 0) list.push({ what, count: number, message });
  };
  const some = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`;
  add(
    'withdrawn',
    count.withdrawn,
    `${some(count.withdrawn, 'withdrawn row is', 'withdrawn rows are')} left out.`,
  );
  add(
    'note',
    count.note,
    `${some(count.note, "maintainer's note stays", "maintainer's notes stay")} in the framework file.`,
  );
  add(
    'blank',
    count.blank,
    form === 'csv'
      ? `${some(count.blank, 'mark of what an empty level means is', 'marks of what an empty level means are')} left out.`
      : `${some(count.blank, 'mark of what an empty level means is shown by its colour, but', 'marks of what an empty level means are shown by their colour, but')} cannot be changed in the workbook.`,
  );
  add(
    'formerId',
    count.formerId,
    `${some(count.formerId, 'former id stays', 'former ids stay')} in the framework file.`,
  );
  add(
    'splitFrom',
    count.splitFrom,
    `${some(count.splitFrom, 'mark of a split row stays', 'marks of split rows stay')} in the framework file.`,
  );
  add(
    'extra',
    count.extra,
    `${some(count.extra, '`x-` key stays', '`x-` keys stay')} in the framework file.`,
  );
  if (form === 'csv') {
    add(
      'glossary',
      framework.glossary.size,
      `${some(framework.glossary.size, 'glossary term is', 'glossary terms are')} left out.`,
    );
    const described = descriptionsOf(framework);
    add('details', described.length, `What is said of the whole is left out: ${described.join(', ')}.`);
    add(
      'emptyTopic',
      count.emptyTopic,
      `${some(count.emptyTopic, 'topic without rows is', 'topics without rows are')} left out.`,
    );
  }
  return list;
}

/** What a framework says of itself, of its levels and kinds of section, beside their ids: each by its name. */
function descriptionsOf({ details, levels, sectionKinds }: Framework): string[] {
  const { title, version, date, publisher, language, description } = details;
  const own = Object.entries({ title, version, date, publisher, language, description });
  const some = (number: number, what: string) => (number > 0 ? [`${what} (${number})`] : []);
  return [
    ...own.flatMap(([name, text]) => (text ? [`its ${name}`] : [])),
    ...some(levels.filter(level => level.title !== level.id).length, 'the titles of levels'),
    ...some(levels.filter(level => level.description).length, 'the descriptions of levels'),
    ...some(sectionKinds.filter(kind => kind.description).length, 'the descriptions of kinds of section'),
  ];
}
