// Loaded before the command line (`--require`): it then takes its pipes for a terminal.
for (const stream of [process.stdin, process.stdout, process.stderr]) stream.isTTY = true;
