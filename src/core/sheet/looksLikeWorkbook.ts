/** Whether these are the bytes of a workbook, readable or not: a zip, or the container of old formats and of passwords. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  const starts = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  return starts(0x50, 0x4b) || starts(0xd0, 0xcf, 0x11, 0xe0);
}
