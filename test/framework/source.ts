/**
 * Reads the publisher's text of the framework, independently of the YAML and of src. The text is a table of six
 * columns: a line that begins with a tab begins a cell, any other goes on with the cell above it. The first two
 * cells are the title row; after them every six cells are a table row (area, topic, four levels).
 */

export interface SourceSection {
  readonly kind: string;
  /** The four level headings, as they stand. */
  readonly headings: readonly string[];
  /** An untitled topic has the title `''`. A row is its level cells in order, `''` where nothing is stated. */
  readonly topics: { readonly title: string; readonly rows: (readonly string[])[] }[];
}

/** An untitled area has the title `''`. */
export interface SourceFramework {
  readonly title: string;
  readonly areas: { readonly title: string; readonly sections: SourceSection[] }[];
}

const COLUMNS = 6;
const KINDS = ['Functions', 'Knowledge'];

/** The cells of the text in order: white space folded, the paragraphs of a cell joined by `\n`. */
function cells(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/^\t/m)
    .slice(1)
    .map(cell =>
      cell
        .split('\n')
        .map(line => line.replace(/\s+/g, ' ').trim())
        .filter(line => line !== '')
        .join('\n'),
    );
}

/**
 * @param text the publisher's text
 * @returns every area, section, topic and row, in order
 * @throws when the text is not a table of six columns, or a row stands before the first section
 */
export function readSource(text: string): SourceFramework {
  const [firstArea = '', title = '', ...table] = cells(text);
  if (table.length % COLUMNS !== 0) throw new Error(`${table.length} cells do not make rows of ${COLUMNS}`);
  const areas: SourceFramework['areas'] = [];
  for (let at = 0; at < table.length; at += COLUMNS) {
    const [area = '', topic = '', ...levels] = table.slice(at, at + COLUMNS);
    if (KINDS.includes(topic)) {
      // Functions opens an area; the first area has its title in the title row.
      if (topic === KINDS[0]) areas.push({ title: areas.length === 0 ? firstArea : area, sections: [] });
      areas.at(-1)?.sections.push({ kind: topic, headings: levels, topics: [] });
      continue;
    }
    if (topic === '' && levels.every(cell => cell === '')) continue;
    const topics = areas.at(-1)?.sections.at(-1)?.topics;
    if (!topics) throw new Error(`The row of cell ${at} stands before the first section`);
    // An empty topic cell means 'as above'; at the start of a section there is no topic above.
    if (topic !== '' || topics.length === 0) topics.push({ title: topic, rows: [] });
    topics.at(-1)?.rows.push(levels);
  }
  return { title, areas };
}
