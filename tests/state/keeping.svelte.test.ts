import { expect, test } from 'vitest';
import { notesOf } from '../../src/notes/note.ts';
import { Keeping } from '../../src/state/keeping.svelte.ts';
import type { Shelf } from '../../src/state/shelf.svelte.ts';
import { MemoryStore } from '../../src/store/memoryStore.ts';
import { Saver } from '../../src/store/saver.ts';
import { WindowDrafts } from '../../src/store/windowDrafts.ts';
import { rev } from '../notes/sample.ts';
import { briefing, replica } from './desk.ts';

test('[N83] a withdrawal that fails leaves the drafts of the note stored and open; one that is done takes them', async () => {
  const store = new MemoryStore();
  const saved = rev();
  await store.add([saved]);
  const saver = new Saver(new WindowDrafts(store));
  const key = `edit:${saved.note}`;
  const drafts: Record<string, { text: string }> = { [key]: { text: 'begun' } };
  saver.typed(key, 'begun');
  await saver.flush();
  const closeDraft = (one: string) => delete drafts[one];
  const shelf = {
    store,
    saver,
    drafts,
    briefing,
    author: 'Ada',
    replica,
    closeDraft,
    reload: () => Promise.resolve()
  };
  const keeping = new Keeping(shelf as unknown as Shelf);
  const [note] = notesOf([saved]);
  const { redact } = store;
  store.redact = () => Promise.reject(new Error('no space'));
  expect(await keeping.redact(note!)).toMatchObject({ failed: 'no space' });
  await saver.flush();
  expect([Object.keys(drafts), (await store.loadDrafts()).length]).toEqual([[key], 1]);
  store.redact = redact;
  saver.typed(key, 'begun and typed on');
  expect(await keeping.redact(note!)).toMatchObject({ done: {} });
  await saver.flush();
  expect([Object.keys(drafts), await store.loadDrafts()]).toEqual([[], []]);
});
