import { parseAddress } from '../core/sheet/address.ts';
import type { RawComment } from '../core/sheet/raw.ts';
import { isKnown } from './author.ts';
import type { Relation } from './readRelations.ts';
import { StringCollector } from './readStrings.ts';
import { type Attributes, attribute, readXml } from './readXml.ts';
import type { ZipParts } from './readZip.ts';
import { tooMany } from './tooLarge.ts';

/** `D14` → what is said there, in order. */
export type CommentsByCell = Map<string, RawComment[]>;

/**
 * The comments of a sheet. Excel keeps a conversation apart and leaves a plain comment in its place for older
 * programs; where there is a conversation, that one is not read.
 * @param people id → name, from {@link readPeople}
 */
export async function readComments(
  zip: ZipParts,
  relations: readonly Relation[],
  people: ReadonlyMap<string, string>,
): Promise<CommentsByCell> {
  const conversations: CommentsByCell = new Map();
  const plain: CommentsByCell = new Map();
  for (const { type, target, external } of relations) {
    if (external || !zip.has(target)) continue;
    if (type === 'threadedComment') await readConversations(zip, target, people, conversations);
    else if (type === 'comments') await readPlain(zip, target, plain);
  }
  for (const [cell, comments] of plain) if (!conversations.has(cell)) conversations.set(cell, comments);
  return conversations;
}

/** Who takes part in conversations. */
export async function readPeople(
  zip: ZipParts,
  relations: readonly Relation[],
): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (const { type, target } of relations) {
    if (type !== 'person' || !zip.has(target)) continue;
    await readXml(zip, target, {
      open(name, attributes) {
        if (name === 'person')
          people.set(attribute(attributes, 'id') ?? '', attribute(attributes, 'displayName') ?? '');
      },
    });
  }
  return people;
}

/** More turns than this has no conversation. */
const MOST_ON_A_CELL = 10_000;

function add(comments: CommentsByCell, reference: string, comment: RawComment): void {
  const address = parseAddress(reference);
  if (!address || comment.text.trim() === '') return;
  const cell = reference.replaceAll('$', '').toUpperCase();
  const said = comments.get(cell);
  if (said) {
    if (said.push(comment) > MOST_ON_A_CELL) throw tooMany('comments on one cell');
  } else comments.set(cell, [comment]);
}

async function readPlain(zip: ZipParts, part: string, comments: CommentsByCell): Promise<void> {
  const authors: string[] = [];
  const collector = new StringCollector();
  let reference = '';
  let author: string | undefined;
  let inside: 'author' | 'text' | undefined;
  await readXml(zip, part, {
    open(name, attributes: Attributes) {
      if (inside === 'text') collector.open(name, attributes);
      else if (name === 'author') {
        authors.push('');
        inside = 'author';
      } else if (name === 'comment') {
        reference = attribute(attributes, 'ref') ?? '';
        author = authors[Number(attribute(attributes, 'authorId') ?? '-1')];
      } else if (name === 'text') inside = 'text';
    },
    text(piece) {
      if (inside === 'author') authors[authors.length - 1] += piece;
      else if (inside === 'text') collector.text(piece);
    },
    close(name) {
      if (name === inside) {
        if (name === 'text') {
          const { text } = collector.take();
          for (const said of saidIn(text, author)) add(comments, reference, said);
        }
        inside = undefined;
      } else if (inside === 'text') collector.close(name);
    },
  });
}

/** What Excel writes for older programs in the place of a conversation, and other programs then keep as a comment. */
const STAND_IN = /^\[Threaded comment\][\s\S]*?\nComment:\n/;

/** A comment, or the turns of a conversation that only its stand-in is left of; who said what is lost with it. */
function saidIn(text: string, author: string | undefined): RawComment[] {
  const head = STAND_IN.exec(text);
  if (head) {
    const turns = text.slice(head[0].length).split(/\nReply:\n/);
    return turns.map(turn => ({ text: turn.replace(/^ {4}/gm, '').trim() }));
  }
  return [{ text: withoutName(text, author), ...(isKnown(author) && { author: author.trim() }) }];
}

/** Excel begins a note with its author's name on a line of its own. */
function withoutName(text: string, author: string | undefined): string {
  return author && text.startsWith(`${author}:\n`) ? text.slice(author.length + 2) : text;
}

async function readConversations(
  zip: ZipParts,
  part: string,
  people: ReadonlyMap<string, string>,
  comments: CommentsByCell,
): Promise<void> {
  let current:
    | { reference: string; author: string | undefined; date: string | undefined; text: string }
    | undefined;
  let inText = false;
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'threadedComment')
        current = {
          reference: attribute(attributes, 'ref') ?? '',
          author: people.get(attribute(attributes, 'personId') ?? ''),
          date: attribute(attributes, 'dT'),
          text: '',
        };
      else if (name === 'text') inText = true;
    },
    text(piece) {
      if (inText && current) current.text += piece;
    },
    close(name) {
      if (name === 'text') inText = false;
      if (name !== 'threadedComment' || !current) return;
      const { reference, author, date, text } = current;
      add(comments, reference, { text, ...(author && { author }), ...(date !== undefined && { date }) });
    },
  });
}
