import { SlickGrid } from 'slickgrid';
import 'slickgrid/dist/styles/css/slick.grid.css';

globalThis.draw = (host, topics, levels) => {
  const columns = levels.map((name, level) => ({ id: name, name, field: String(level), width: 240 }));
  const rows = topics.flatMap(({ rows }) => rows.map((row, id) => ({ id, ...row })));
  new SlickGrid(host, rows, columns, { enableColumnReorder: false });
};
