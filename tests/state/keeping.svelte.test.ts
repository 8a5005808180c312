import { expect, test, vi } from 'vitest';
import { notesOf } from '../../src/notes/note.ts';
import { Keeping } from '../../src/state/keeping.svelte.ts';
import type { Shelf } from '../../src/state/shelf.svelte.ts';
import { MemoryStore } from '../../src/store/memoryStore.ts';
import { Saver } from '../../src/store/saver.ts';
import { WindowDrafts } from '../../src/store/windowDrafts.ts';
import { rev } from '../notes/sample.ts';
import { briefing, note, replica } from './desk.ts';

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
  const [held] = notesOf([saved]);
  const { redact } = store;
  store.redact = () => Promise.reject(new Error('no space'));
  expect(await keeping.redact(held!)).toMatchObject({ failed: 'no space' });
  await saver.flush();
  expect([Object.keys(drafts), (await store.loadDrafts()).length]).toEqual([[key], 1]);
  store.redact = redact;
  saver.typed(key, 'begun and typed on');
  expect(await keeping.redact(held!)).toMatchObject({ done: {} });
  await saver.flush();
  expect([Object.keys(drafts), await store.loadDrafts()]).toEqual([[], []]);
});

test('[N88] the first visit of a day takes a backup, however late the last one of the day before was', async () => {
  const store = new MemoryStore();
  await store.setMeta('release', __VERSION__);
  const shelf = { store, briefing, author: 'Ada', replica };
  const keeping = new Keeping(shelf as unknown as Shelf);
  const visit = async (day: number, hour: number) => {
    vi.setSystemTime(new Date(2025, 10, day, hour, 30));
    await store.add([note(`written at ${day}, ${hour}`)]);
    await keeping.backUpOnOpening();
    return (await store.loadBackups()).length;
  };
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    expect([await visit(3, 1), await visit(3, 23), await visit(4, 0), await visit(4, 23)]).toEqual([
      1, 1, 2, 2
    ]);
  } finally {
    vi.useRealTimers();
  }
});
