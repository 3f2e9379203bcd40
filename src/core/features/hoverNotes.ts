import type { Located } from '../model/locate.ts';
import type { Framework } from '../model/types.ts';
import { type NotesByPlace, notePlace, type ReviewNote } from '../review/notes.ts';
import { plain } from './markdown.ts';

/** What reviewers said about the thing at a place: on a row's id about all of its levels, as Markdown. */
export function notesOn(framework: Framework, found: Located, notes: NotesByPlace): string[] {
  if (notes.size === 0) return [];
  const { path, part, row, level, levelEntry, area, section } = found;
  const at = (place: Pick<ReviewNote, 'area' | 'row' | 'level'>) => notes.get(notePlace(place)) ?? [];
  if (level !== undefined && part === 'key') return at({ level }).map(note => noteText(note));
  if (row && level !== undefined && path[8] === 'statements')
    return [...at({ row: row.id, level }), ...at({ row: row.id })].map(note => noteText(note));
  const key = path.at(-1);
  if (key !== 'id' && key !== 'title') return [];
  if (row) {
    const byLevel = framework.levels.flatMap(({ id, title }) =>
      at({ row: row.id, level: id }).map(note => noteText(note, title)),
    );
    return [...at({ row: row.id }).map(note => noteText(note)), ...byLevel];
  }
  if (levelEntry) return at({ level: levelEntry.id }).map(note => noteText(note));
  return area && !section ? at({ area: area.id }).map(note => noteText(note)) : [];
}

/** @param level the title of the level that the note is about, where that is to be said */
function noteText({ author, date, text }: ReviewNote, level?: string): string {
  const when = date === undefined ? '' : `, ${plain(date.slice(0, 10))}`;
  const about = level === undefined ? '' : ` on ${plain(level)}`;
  return `💬 **${plain(author)}**${when}${about}: ${plain(text)}`;
}
