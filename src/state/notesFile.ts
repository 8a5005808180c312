import type { Briefing } from '../model/briefing.ts';
import { writeNotesFile } from '../notes/file.ts';
import { notesFileName } from '../notes/fileName.ts';
import type { Revision } from '../notes/revision.ts';

/** A notes file of one writer: its name and its text. */
export function notesFile(
  briefing: Pick<Briefing, 'id' | 'edition' | 'marking'>,
  revisions: readonly Revision[],
  author: string,
  replica: string
): { name: string; text: string } {
  const { id, edition, marking } = briefing;
  const about = { briefing: id, edition, author, generator: `Lodestone ${__VERSION__}`, marking };
  return { name: notesFileName(id, author, replica), text: writeNotesFile(revisions, about) };
}
