import { NotesFileError } from './fault.ts';
import { readNotesFile, writeNotesFile } from './file.ts';
import { isRedacted, redact } from './revision.ts';
import type { NoteId } from './revision.ts';

/**
 * The same notes file with every revision of some notes in its redacted form; undefined where it holds none of them in
 * full. Whole notes, because a file may hold revisions of theirs that were taken out elsewhere. It throws where the
 * file cannot be read whole: the text could then live on unseen.
 */
export function withdrawFrom(text: string, notes: ReadonlySet<NoteId>): string | undefined {
  const { revisions, damaged, about } = readNotesFile(text);
  if (damaged.length > 0)
    throw new NotesFileError('The file', 'is damaged', 'Drop it, because its text cannot be searched');
  const named = revisions.some((revision) => notes.has(revision.note) && !isRedacted(revision));
  if (!named) return undefined;
  return writeNotesFile(
    revisions.map((revision) => (notes.has(revision.note) ? redact(revision) : revision)),
    about
  );
}
