/** A sorted list of words in one text, which takes a tenth of the room of as many texts. */
export interface WordList {
  has(word: string): boolean;
  /** The words that begin with a text, in order. */
  beginningWith(start: string): Iterable<string>;
}

/**
 * Reads a front-coded list: a line a word, of which the first character says in base 36 how many characters it
 * shares with the word before.
 * @param coded sorted by the characters' codes
 */
export function readWordList(coded: string): WordList {
  const text = decoded(coded);

  /** Where the first word begins that is not before `word`. */
  function find(word: string): number {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const start = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
      const end = text.indexOf('\n', start);
      if (text.slice(start, end) < word) low = end + 1;
      else high = start;
    }
    return low;
  }

  return {
    has(word) {
      const at = find(word);
      return word !== '' && text.startsWith(word, at) && text[at + word.length] === '\n';
    },
    *beginningWith(start) {
      for (let at = find(start); text.startsWith(start, at) && at < text.length; ) {
        const end = text.indexOf('\n', at);
        yield text.slice(at, end);
        at = end + 1;
      }
    },
  };
}

/** The words, each with a line break after it. */
function decoded(coded: string): string {
  let before = '';
  const words: string[] = [];
  for (const line of coded.split('\n')) {
    before = before.slice(0, Number.parseInt(line[0]!, 36)) + line.slice(1);
    words.push(before);
  }
  // One text of its own: a joined one would hold on to all its parts.
  return `${words.join('\n')}\n`;
}
