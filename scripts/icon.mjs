// Draws media/icon.png (256 × 256): a level matrix, one column rising above the others. Run after a change
// of the drawing: `node scripts/icon.mjs`.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 256;
/** @typedef {[red: number, green: number, blue: number]} Colour */
/** @type {{ x: number, y: number, width: number, height: number, radius: number, colour: Colour }[]} */
const shapes = [{ x: 0, y: 0, width: size, height: size, radius: 44, colour: [31, 58, 95] }];
/** @type {Colour[]} */
const columns = [
  [127, 180, 234],
  [154, 203, 178],
  [240, 200, 110],
  [240, 150, 110],
];
columns.forEach((colour, column) => {
  for (let row = 0; row < 4; row++) {
    // A level reaches one row higher than the level before it; the rest are empty cells.
    const filled = row >= 3 - column;
    const x = 38 + column * 47;
    const y = 38 + row * 47;
    shapes.push({ x, y, width: 39, height: 39, radius: 8, colour: filled ? colour : [52, 82, 122] });
  }
});

/**
 * @param {(typeof shapes)[number]} shape
 * @param {number} px
 * @param {number} py
 */
function covers({ x, y, width, height, radius }, px, py) {
  const dx = Math.max(x + radius - px, px - (x + width - radius), 0);
  const dy = Math.max(y + radius - py, py - (y + height - radius), 0);
  return px >= x && px <= x + width && py >= y && py <= y + height && dx * dx + dy * dy <= radius * radius;
}

/** Four samples a side soften the round corners. */
const samples = [0.125, 0.375, 0.625, 0.875];

/**
 * @param {number} column
 * @param {number} row
 * @returns {number[]} red, green, blue, alpha
 */
function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (const dy of samples) {
    for (const dx of samples) {
      const shape = shapes.findLast(candidate => covers(candidate, column + dx, row + dy));
      if (shape === undefined) continue;
      shape.colour.forEach((part, index) => {
        sum[index] = (sum[index] ?? 0) + part;
      });
      sum[3] = (sum[3] ?? 0) + 1;
    }
  }
  const hits = sum[3] ?? 0;
  return [
    ...sum.slice(0, 3).map(part => (hits === 0 ? 0 : Math.round(part / hits))),
    Math.round((hits / 16) * 255),
  ];
}

/**
 * @param {string} type four letters
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
const rows = [];
for (let row = 0; row < size; row++) {
  rows.push(0);
  for (let column = 0; column < size; column++) rows.push(...pixel(column, row));
}
const image = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(new URL('../media/icon.png', import.meta.url), image);
