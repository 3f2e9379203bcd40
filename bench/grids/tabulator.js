import { TabulatorFull } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.css';

globalThis.draw = (host, topics, levels) => {
  new TabulatorFull(host, {
    height: '100%',
    layout: 'fitColumns',
    data: topics.flatMap(({ title, rows }) => rows.map(row => ({ ...row, topic: title }))),
    groupBy: 'topic',
    selectableRange: true,
    clipboard: true,
    columns: levels.map((title, level) => ({ title, field: String(level), formatter: 'textarea' })),
  });
};
