// Stands in for @vscode/spdlog: the same interface, lines appended to the log file without rotation.
// One export at a time, so that VS Code's `import` of this CommonJS file sees the names.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  /**
   * @param {string} _type
   * @param {string} _name
   * @param {string} file
   */
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    levels.forEach((name, level) => {
      Object.defineProperty(this, name, { value: (/** @type {string} */ text) => this.write(level, text) });
    });
  }
  getLevel() {
    return this.level;
  }
  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {
    this.level = levels.length;
  }
  /**
   * @param {number} level
   * @param {string} text
   */
  write(level, text) {
    if (level < this.level) return;
    try {
      fs.appendFileSync(this.file, `${text}\n`);
    } catch {
      // The folder goes away while the server ends; a log line is no reason to crash.
    }
  }
}

/**
 * @param {string} name
 * @param {string} file
 */
const create = async (name, file) => new Logger('', name, file);

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
