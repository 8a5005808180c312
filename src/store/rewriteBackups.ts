import { readNotesFile } from '../notes/file.ts';
import { gain, merge } from '../notes/merge.ts';
import { isRedacted } from '../notes/revision.ts';
import type { NoteId, RedactedRevision, Revision } from '../notes/revision.ts';
import { withdrawFrom } from '../notes/withdraw.ts';
import { isWhole, markOf } from './backup.ts';
import type { Backup } from './backup.ts';
import { draftsOf } from './windowDrafts.ts';

/** Takes the text of withdrawn notes (all notes of the forms, unless some are named) out of backups: those that change, each verified by parsing, and the ids of those that must go because they cannot be read whole. */
export function rewriteBackups(
  backups: readonly Backup[],
  forms: readonly RedactedRevision[],
  notes: ReadonlySet<NoteId> = new Set(forms.map(({ note }) => note))
): { changed: Backup[]; broken: number[] } {
  const ids = new Set(forms.map(({ id }) => id));
  const changed: Backup[] = [];
  const broken: number[] = [];
  for (const backup of backups)
    try {
      const text = withdrawFrom(backup.text, notes, ids);
      if (text === undefined) continue;
      const rewritten = { ...backup, text, mark: markOf(readNotesFile(text).revisions) };
      if (isWhole(rewritten)) changed.push(rewritten);
      else broken.push(backup.id!);
    } catch {
      broken.push(backup.id!); // It cannot be searched, so it cannot stay.
    }
  return { changed, broken };
}

/** What goes with withdrawn texts: backups to replace, the ids of those to drop, and the keys of drafts to drop. */
export type TakenAway = { changed: Backup[]; broken: number[]; drafts: readonly string[] };

/**
 * What the redacted forms of an import take away besides the revisions held in full: their texts in backups, and the
 * drafts of notes with no text left. A note of which somebody else's text lives on keeps that in the backups, and its drafts.
 */
export function takenAway(
  held: readonly Revision[],
  incoming: readonly Revision[],
  backups: readonly Backup[]
): TakenAway {
  const before = new Map<string, Revision>(held.map((revision) => [revision.id, revision]));
  const forms = gain(before, incoming)
    .filter(isRedacted)
    // One that was never held takes nothing away, unless a backup has it still.
    .filter(({ id }) => before.has(id) || backups.some(({ text }) => text.includes(id)));
  if (!forms.length) return { changed: [], broken: [], drafts: [] };
  const notes = new Set(forms.map(({ note }) => note));
  for (const revision of merge(held, incoming)) if (!isRedacted(revision)) notes.delete(revision.note);
  return { ...rewriteBackups(backups, forms, notes), drafts: [...notes].flatMap(draftsOf) };
}
