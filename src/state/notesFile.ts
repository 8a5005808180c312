import type { Briefing } from '../model/briefing.ts';
import { writeNotesFile } from '../notes/file.ts';
import { notesFileName } from '../notes/fileName.ts';
import { highestMarking } from '../notes/marking.ts';
import type { Revision } from '../notes/revision.ts';

/** A notes file of one writer: its name and its text, both with the highest marking inside. */
export function notesFile(
  briefing: Pick<Briefing, 'id' | 'edition' | 'markings'>,
  revisions: readonly Revision[],
  author: string,
  replica: string
): { name: string; text: string } {
  const { id, edition, markings } = briefing;
  const marking = highestMarking(revisions, markings);
  const about = { briefing: id, edition, author, generator: `Lodestone ${__VERSION__}`, marking };
  return { name: notesFileName(id, author, replica, marking), text: writeNotesFile(revisions, about) };
}
