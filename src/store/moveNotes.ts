import type { LocalStorageStore } from './localStorageStore.ts';
import type { NoteStore } from './noteStore.ts';
import { besides } from './windowDrafts.ts';

/**
 * Moves notes, drafts, backups and settings from localStorage into a better store. Nothing is taken out of the old place
 * before the new one has stored it, and a draft that would replace another is kept beside it, as one of another window.
 */
export async function moveNotes(from: LocalStorageStore, to: NoteStore): Promise<void> {
  const revisions = await from.load();
  if (revisions.length > 0) await to.add(revisions);
  await from.forgetRevisions(revisions);
  const taken = new Map((await to.loadDrafts()).map((draft) => [draft.key, JSON.stringify(draft.value)]));
  for (const { key, value } of await from.loadDrafts()) {
    const text = JSON.stringify(value);
    if (taken.get(key) !== text) {
      const row = taken.has(key) ? besides(key) : key;
      await to.saveDraft(row, value);
      taken.set(row, text);
    }
    await from.dropDraft(key);
  }
  for (const { id, ...backup } of await from.loadBackups()) {
    await to.saveBackup(backup);
    if (id !== undefined) await from.dropBackup(id);
  }
  for (const { key, value } of await from.loadMeta())
    if ((await to.getMeta(key)) === undefined) await to.setMeta(key, value);
}
