import type { LocalStorageStore } from './localStorageStore.ts';
import type { NoteStore } from './noteStore.ts';

/**
 * Moves notes, drafts, backups and settings from localStorage into a better store. Nothing is taken out of the old place
 * before the new one has stored it, and a draft that would replace another stays where it is.
 */
export async function moveNotes(from: LocalStorageStore, to: NoteStore): Promise<void> {
  const revisions = await from.load();
  if (revisions.length > 0) await to.add(revisions);
  await from.forgetRevisions(revisions);
  const taken = new Set((await to.loadDrafts()).map((draft) => draft.key));
  for (const { key, value } of await from.loadDrafts()) {
    if (taken.has(key)) continue;
    await to.saveDraft(key, value);
    await from.dropDraft(key);
  }
  for (const { id, ...backup } of await from.loadBackups()) {
    await to.saveBackup(backup);
    if (id !== undefined) await from.dropBackup(id);
  }
  for (const { key, value } of await from.loadMeta())
    if ((await to.getMeta(key)) === undefined) await to.setMeta(key, value);
}
