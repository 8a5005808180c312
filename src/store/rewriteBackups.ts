import { readNotesFile } from '../notes/file.ts';
import type { RedactedRevision } from '../notes/revision.ts';
import { withdrawFrom } from '../notes/withdraw.ts';
import { isWhole, markOf } from './backup.ts';
import type { Backup } from './backup.ts';

/** Takes the text of withdrawn notes out of backups: those that change, each verified by parsing, and the ids of those that must go because they cannot be read whole. */
export function rewriteBackups(
  backups: readonly Backup[],
  forms: readonly RedactedRevision[]
): { changed: Backup[]; broken: number[] } {
  const notes = new Set(forms.map(({ note }) => note));
  const changed: Backup[] = [];
  const broken: number[] = [];
  for (const backup of backups)
    try {
      const text = withdrawFrom(backup.text, notes);
      if (text === undefined) continue;
      const rewritten = { ...backup, text, mark: markOf(readNotesFile(text).revisions) };
      if (isWhole(rewritten)) changed.push(rewritten);
      else broken.push(backup.id!);
    } catch {
      broken.push(backup.id!); // It cannot be searched, so it cannot stay.
    }
  return { changed, broken };
}
