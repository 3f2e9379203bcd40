import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/install.mjs';
import { loadFramework, type MatrixView, matrixView, parseYaml } from '../../src/core/index.ts';

/** The text of a file of this checkout. */
export function textOfFile(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** The matrix of a framework file of this checkout. */
export function viewOfFile(file: string): MatrixView {
  return viewOf(textOfFile(file));
}

/** The matrix of a framework's text. */
export function viewOf(text: string): MatrixView {
  return matrixView(loadFramework(parseYaml(text)).framework);
}

const WORDS =
  'advise apply assess configure connect data describe devices document explain identify install maintain manage monitor network plan review security support systems test users with and the for to of a in'.split(
    ' ',
  );

/** A view with as many rows of four levels, their texts of uneven length, the same each time. */
export function bigView(rows: number): MatrixView {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed >>> 12) % below;
  };
  const text = () => Array.from({ length: 6 + random(30) }, () => WORDS[random(WORDS.length)]).join(' ');
  const lines: MatrixView['lines'][number][] = [];
  for (let row = 0, topic = 0; row < rows; topic++) {
    if (topic % 50 === 0) {
      const area = `area-${topic / 50 + 1}`;
      lines.push({ type: 'area', key: `a:${area}`, id: area, title: `Area ${topic / 50 + 1}` });
    }
    if (topic % 25 === 0) {
      const section = `section-${topic}`;
      lines.push({
        type: 'section',
        key: `s:${section}`,
        id: section,
        title: topic % 50 ? 'Knowledge' : 'Functions',
      });
    }
    const coverage = { rows: 0, statements: [0, 0, 0, 0] };
    const title = `Topic ${topic + 1}`;
    lines.push({ type: 'topic', key: `t:${topic}`, id: `topic-${topic}`, title, coverage });
    for (const end = Math.min(rows, row + 3 + random(14)); row < end; row++) {
      const cells = Array.from({ length: 4 }, () => (random(8) === 0 ? {} : { text: text() }));
      lines.push({ type: 'row', key: `r:${row}`, id: `row-${row}`, cells });
      coverage.rows++;
      cells.forEach((cell, level) => {
        if ('text' in cell) coverage.statements[level]!++;
      });
    }
  }
  const levels = ['0.5', '1st', '2nd', '3rd'].map(id => ({ id, title: `${id} line` }));
  const head = { id: 'big', title: 'A big framework', version: '2.0', status: 'draft' } as const;
  return { head, levels, lines };
}
