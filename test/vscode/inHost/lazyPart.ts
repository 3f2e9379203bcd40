// A second bundle for the suite to load in the web host, standing in for the real lazy parts.

/** @returns what the suite expects to hear from a bundle that was loaded late */
export function greet(name: string): string {
  return `Hello ${name}, from a file loaded on first use.`;
}
