/** Orders version numbers part by part, as numbers: 1.10 comes after 1.9, and 1.2 is 1.2.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(Number));
  for (let index = 0; index < Math.max(left!.length, right!.length); index++) {
    const difference = (left![index] ?? 0) - (right![index] ?? 0);
    if (Number.isNaN(difference)) return a < b ? -1 : a > b ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a version is a number, such as `1.2`: only those tell which of two comes first. */
export function isVersionNumber(version: string): boolean {
  return /^\d+(?:\.\d+)*$/.test(version);
}
