// Reads a workbook as the command line does, in a process of its own: prints how it ended, the time of the processor
// in milliseconds, and the most memory in MB. Usage: readOne.cjs EXCEL_BUNDLE FILE
const { readFileSync } = require('node:fs');
const { readWorkbook } = require(process.argv[2]);

(async () => {
  const before = process.cpuUsage();
  const end = await readWorkbook(readFileSync(process.argv[3])).then(
    book =>
      book.sheets.flatMap(sheet => sheet.rows.flatMap(row => row.cells)).filter(cell => cell.text).length,
    error => (error.name === 'WorkbookError' ? error.code : `crashed: ${error.stack}`),
  );
  const { user, system } = process.cpuUsage(before);
  const most = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ end, milliseconds: (user + system) / 1000, megabytes: most }));
})();
