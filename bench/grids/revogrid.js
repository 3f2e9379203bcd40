import { defineCustomElements } from '@revolist/revogrid/loader';

defineCustomElements();

globalThis.draw = (host, topics, levels) => {
  const grid = document.createElement('revo-grid');
  grid.range = true;
  grid.columns = levels.map((name, level) => ({ name, prop: String(level), size: 240 }));
  grid.source = topics.flatMap(({ title, rows }) => rows.map(row => ({ ...row, topic: title })));
  grid.grouping = { props: ['topic'], expandedAll: true };
  host.append(grid);
};
