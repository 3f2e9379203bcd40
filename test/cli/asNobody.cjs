// Runs the command line (first argument) as a user without rights, even where the checkout belongs to root alone.
const { readFileSync } = require('node:fs');
const Module = require('node:module');

process.argv.splice(1, 1);
const cli = process.argv[1];
const code = readFileSync(cli, 'utf8').replace(/^#!.*/, '');
const main = new Module(cli);
main.filename = cli;
main.paths = [];
if (process.getuid() === 0) {
  process.setegid(65534);
  process.seteuid(65534);
}
main._compile(code, cli);
