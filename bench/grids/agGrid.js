import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';

ModuleRegistry.registerModules([AllCommunityModule]);

globalThis.draw = (host, topics, levels) => {
  createGrid(host, {
    columnDefs: levels.map((headerName, level) => ({
      headerName,
      field: String(level),
      flex: 1,
      wrapText: true,
      autoHeight: true,
    })),
    rowData: topics.flatMap(({ title, rows }) => [{ title }, ...rows.map(row => ({ ...row }))]),
    isFullWidthRow: ({ rowNode }) => rowNode.data.title !== undefined,
    fullWidthCellRenderer: ({ data }) => data.title,
  });
};
