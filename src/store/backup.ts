import { digest } from '../notes/digest.ts';
import { readNotesFile } from '../notes/file.ts';
import { isRedacted } from '../notes/revision.ts';
import type { Revision } from '../notes/revision.ts';
import type { NoteStore } from './noteStore.ts';

/** What a backup was taken before; 'daily' ones are taken when the page is opened, 'kept' ones before the file that is kept current is read. */
export type Occasion = 'daily' | 'import' | 'undo' | 'redaction' | 'upgrade' | 'kept';
/** A copy of all notes as the text of a notes file; `mark` tells whether two hold the same revisions. */
export type Backup = { id?: number; at: string; why: Occasion; count: number; mark: string; text: string };

/** How many stay of each kind: imports of one afternoon must not push out last week, nor a kept file what its reader did. */
const KEPT = { daily: 5, occasional: 5, kept: 5 };
/** What all of them may take together, in characters; the newest always stays. */
const MOST = 120_000_000;

const kindOf = (backup: Pick<Backup, 'why'>) =>
  backup.why === 'daily' || backup.why === 'kept' ? backup.why : 'occasional';

/**
 * Takes a backup, reads it back, parses it and counts it; only then do older ones make room. Nothing is taken where the
 * newest one that would not go sooner holds the same revisions. Rejects when it could not be stored or did not come back whole.
 */
export async function backUp(
  store: NoteStore,
  revisions: readonly Revision[],
  write: (revisions: readonly Revision[]) => string,
  why: Occasion,
  now: number
): Promise<'taken' | 'same'> {
  const mark = markOf(revisions);
  const before = await store.loadBackups();
  const newest = before.findLast((one) => why === 'kept' || one.why !== 'kept');
  if (revisions.length === 0 || newest?.mark === mark) return 'same';
  const backup: Backup = {
    at: new Date(now).toISOString(),
    why,
    count: revisions.length,
    mark,
    text: write(revisions)
  };
  const id = await store.saveBackup(backup);
  const all = await store.loadBackups();
  const stored = all.find((one) => one.id === id);
  if (!stored || !isWhole(stored)) {
    await store.dropBackup(id);
    throw new Error('the backup did not come back as it was written; the older ones stay');
  }
  for (const old of surplus(
    all.filter((one) => one.id !== id),
    stored
  ))
    await store.dropBackup(old);
  return 'taken';
}

/** Whether a backup can be read whole and holds as many revisions as it says. */
export function isWhole(backup: Backup): boolean {
  try {
    const { revisions, damaged } = readNotesFile(backup.text);
    return damaged.length === 0 && revisions.length === backup.count;
  } catch {
    return false;
  }
}

/** Tells the same set of revisions, and the same ones withdrawn, from any other. */
export function markOf(revisions: readonly Revision[]): string {
  return digest(revisions.map((revision) => revision.id + (isRedacted(revision) ? '-' : '')).sort());
}

/** The older backups that must make room for a new one, by number and by size. */
function surplus(older: readonly Backup[], newest: Backup): number[] {
  const kept: Record<string, number> = { [kindOf(newest)]: 1 };
  let size = newest.text.length;
  return [...older].reverse().flatMap((backup) => {
    const kind = kindOf(backup);
    kept[kind] = (kept[kind] ?? 0) + 1;
    if (kept[kind] > KEPT[kind]) return [backup.id!];
    size += backup.text.length;
    return size > MOST ? [backup.id!] : [];
  });
}
