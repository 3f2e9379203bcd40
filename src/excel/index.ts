/** The Excel part of the product, loaded on first use. */
export { inflateAside } from './inflateAside.ts';
export { LIMITS, type Limits } from './limits.ts';
export { readWorkbook } from './read.ts';
export { writeXlsx } from './write.ts';
