// Stands in for VS Code's native watchdog: ends this process when the one that started it is gone.

/** @param {number} pid the process to watch */
exports.start = pid => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 3000).unref();
};

/** @param {number} code */
exports.exit = code => process.exit(code);
