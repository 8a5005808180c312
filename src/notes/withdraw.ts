import { NotesFileError } from './fault.ts';
import { readNotesFile, writeNotesFile } from './file.ts';
import { isRedacted, redact } from './revision.ts';
import type { NoteId, Revision } from './revision.ts';

/**
 * The same notes file with every revision of some notes, and some single ones by their ids, in its redacted form;
 * undefined where it holds none of them in full. Whole notes, because a file may hold revisions of theirs that were taken
 * out elsewhere. It throws where the file cannot be read whole: the text could then live on unseen.
 */
export function withdrawFrom(
  text: string,
  notes: ReadonlySet<NoteId>,
  ids: ReadonlySet<string> = new Set()
): string | undefined {
  const { revisions, damaged, about } = readNotesFile(text);
  if (damaged.length > 0)
    throw new NotesFileError('The file', 'is damaged', 'Drop it, because its text cannot be searched');
  const goes = ({ id, note }: Revision) => notes.has(note) || ids.has(id);
  if (!revisions.some((revision) => goes(revision) && !isRedacted(revision))) return undefined;
  return writeNotesFile(
    revisions.map((revision) => (goes(revision) ? redact(revision) : revision)),
    about
  );
}
