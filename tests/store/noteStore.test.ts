import 'fake-indexeddb/auto'; // Dexie's live queries look for the global one.
import { describe, expect, it, vi } from 'vitest';
import { merge } from '../../src/notes/merge.ts';
import { redact } from '../../src/notes/revision.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { IndexedDbStore } from '../../src/store/indexedDbStore.ts';
import { LocalStorageStore } from '../../src/store/localStorageStore.ts';
import { MemoryStore } from '../../src/store/memoryStore.ts';
import type { NoteStore } from '../../src/store/noteStore.ts';
import { many, rev } from '../notes/sample.ts';
import { FakeStorage, freshIdb, openDatabase } from './fake.ts';

const makers: [string, () => Promise<NoteStore>][] = [
  ['IndexedDB', async () => new IndexedDbStore(await openDatabase('test', freshIdb()))],
  ['localStorage', async () => new LocalStorageStore('test', new FakeStorage())],
  ['memory', async () => new MemoryStore()]
];

for (const [medium, make] of makers)
  describe(`the note store in ${medium}`, () => {
    const [a, b, c] = many(3) as [Revision, Revision, Revision];

    it('[NS1] gives back what was added, sorted by id and frozen', async () => {
      const store = await make();
      expect(await store.load()).toEqual([]);
      expect(await store.add([c, a, b])).toEqual({ added: 3 });
      const loaded = await store.load();
      expect(loaded).toEqual(merge([a, b, c], []));
      expect(loaded.every(Object.isFrozen)).toBe(true);
    });

    it('[N308] adds only: twice changes nothing, and nothing that was there goes', async () => {
      const store = await make();
      await store.add([a]);
      expect(await store.add([a, b, b])).toEqual({ added: 1 });
      expect(await store.add([a, b])).toEqual({ added: 0 });
      expect(await store.add([])).toEqual({ added: 0 });
      expect(await store.load()).toEqual(merge([a, b], []));
    });

    it('[NS2] replaces a full revision by its redacted form, and never back', async () => {
      const store = await make();
      await store.add([a, b]);
      expect(await store.add([redact(a)])).toEqual({ added: 1 });
      expect(await store.add([a])).toEqual({ added: 0 });
      expect(await store.load()).toEqual(merge([redact(a), b], []));
    });

    it('[NS3] commits a revision and drops its draft, and no other draft', async () => {
      const store = await make();
      await store.saveDraft('one', { text: 'x' });
      await store.saveDraft('two', { text: 'y' });
      await store.commit(a, 'one');
      expect(await store.load()).toEqual([a]);
      expect(await store.loadDrafts()).toEqual([{ key: 'two', value: { text: 'y' } }]);
    });

    it('[NS4] keeps the latest draft of each key until it is dropped', async () => {
      const store = await make();
      await store.saveDraft('b', 1);
      await store.saveDraft('a', { list: [1] });
      await store.saveDraft('b', 2);
      expect(await store.loadDrafts()).toEqual([
        { key: 'a', value: { list: [1] } },
        { key: 'b', value: 2 }
      ]);
      await store.dropDraft('b');
      await store.dropDraft('not there');
      expect(await store.loadDrafts()).toEqual([{ key: 'a', value: { list: [1] } }]);
    });

    it('[NS5] keeps settings', async () => {
      const store = await make();
      expect(await store.getMeta('author')).toBeUndefined();
      await store.setMeta('author', { name: 'A' });
      await store.setMeta('replica', '7f3a9c21');
      expect(await store.getMeta('author')).toEqual({ name: 'A' });
      expect(await store.getMeta('replica')).toBe('7f3a9c21');
    });

    it('[NS6] takes proxies, as Svelte state is, and copies before the caller can change anything', async () => {
      const store = await make();
      const draft = { text: 'before' };
      const saving = store.saveDraft('k', new Proxy(draft, {}));
      draft.text = 'after';
      await saving;
      expect(await store.loadDrafts()).toEqual([{ key: 'k', value: { text: 'before' } }]);
      await store.add([new Proxy(structuredClone(a), {})]);
      expect(await store.load()).toEqual([a]);
    });

    it('[NS7] tells watchers the present and every change, until they stop', async () => {
      const store = await make();
      const seen = vi.fn<(revisions: Revision[]) => void>();
      const stop = store.watch(seen);
      await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith([]));
      await store.add([a]);
      await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith([a]));
      await store.commit(b, 'k');
      await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith(merge([a, b], [])));
      stop();
      const calls = seen.mock.calls.length;
      await store.add([c]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(seen).toHaveBeenCalledTimes(calls);
    });

    it('[NS8] re-hashes everything when asked to check', async () => {
      const store = await make();
      await store.add([a, b, redact(c)]);
      await store.add([{ ...rev(), marking: 'changed after hashing' }]);
      const report = await store.check();
      expect([report.sound, report.redacted, report.damaged.length]).toEqual([2, 1, 1]);
      expect(report.damaged[0]!.why).toMatch(/does not match/);
    });
  });
