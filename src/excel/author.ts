/** How programs call somebody whose name they do not know, and the author of what stands in for a conversation. */
const UNKNOWN = /^\s*(?:unknown author|author|tc=\{.*\})?\s*$/i;

/** Whether a comment says who wrote it. */
export function isKnown(author: string | undefined): author is string {
  return author !== undefined && !UNKNOWN.test(author);
}
