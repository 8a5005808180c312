import './guard.ts';
import { Dexie, mergeRanges, RangeSet } from 'dexie';
import type { ObservabilitySet } from 'dexie';
import { withChanges } from '../notes/changes.ts';
import type { Revision } from '../notes/revision.ts';
import type { NotesDatabase } from './database.ts';
import { readRows } from './row.ts';

/**
 * Follows the stored revisions: Dexie tells which keys were written, here and in other tabs, and only those are read
 * again. `held` is what the caller has read already. Gives out a function that ends it.
 */
export function followRevisions(
  database: NotesDatabase,
  held: readonly Revision[] | undefined,
  changed: (revisions: Revision[]) => void,
  failed: (error: unknown) => void = () => {}
): () => void {
  let revisions = held;
  let stopped = false;
  let line: Promise<void> = Promise.resolve();
  const part = `idb://${database.name}/revisions/`;

  const read = async (keys: string[] | undefined): Promise<void> => {
    if (stopped) return;
    if (!revisions || !keys) revisions = readRows(await database.revisions.toArray());
    else {
      const rows = await database.revisions.bulkGet(keys);
      const found = new Map<string, Revision | undefined>(keys.map((key) => [key, undefined]));
      for (const revision of readRows(rows.filter((row) => row !== undefined)))
        found.set(revision.id, revision);
      revisions = withChanges(revisions, found);
    }
    if (!stopped) changed([...revisions]);
  };
  const queue = (keys: string[] | undefined) => {
    line = line.then(() => read(keys)).catch(failed);
  };
  const hear = (parts: ObservabilitySet) => {
    const written = parts[part];
    if (written) queue(keysOf(written));
  };

  Dexie.on('storagemutated', hear);
  if (!held) queue(undefined);
  else
    line = database.revisions
      .count()
      .then((count) => (count === held.length ? undefined : read(undefined)))
      .catch(failed);
  return () => {
    stopped = true;
    Dexie.on.storagemutated.unsubscribe(hear);
  };
}

/** Calls back after every change of a draft, here and in other tabs. Gives out a function that ends it. */
export function followDrafts(database: NotesDatabase, changed: () => void): () => void {
  const hear = (parts: ObservabilitySet) => {
    if (parts[`idb://${database.name}/drafts/`]) changed();
  };
  Dexie.on('storagemutated', hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}

/** The keys that were written, or undefined where only a range of them is known. */
function keysOf(written: ObservabilitySet[string]): string[] | undefined {
  const set = new RangeSet();
  mergeRanges(set, written); // From another tab it comes as plain data.
  const keys: string[] = [];
  for (const { from, to } of set) {
    if (typeof from !== 'string' || from !== to) return undefined;
    keys.push(from);
  }
  return keys;
}
