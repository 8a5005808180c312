import 'fake-indexeddb/auto'; // Dexie's live queries look for the global one.
import { describe, expect, it } from 'vitest';
import { writeNotesFile } from '../../src/notes/file.ts';
import { merge } from '../../src/notes/merge.ts';
import { planImport } from '../../src/notes/plan.ts';
import { redact } from '../../src/notes/revision.ts';
import type { FullRevision, Revision } from '../../src/notes/revision.ts';
import { backUp, isWhole } from '../../src/store/backup.ts';
import type { Occasion } from '../../src/store/backup.ts';
import { NotesDatabase } from '../../src/store/database.ts';
import { applyImport } from '../../src/store/import.ts';
import { IndexedDbStore } from '../../src/store/indexedDbStore.ts';
import { LocalStorageStore } from '../../src/store/localStorageStore.ts';
import { MemoryStore } from '../../src/store/memoryStore.ts';
import type { NoteStore } from '../../src/store/noteStore.ts';
import { wipe } from '../../src/store/wipe.ts';
import { about, many, rev } from '../notes/sample.ts';
import { FakeStorage, freshIdb, Saboteur, openDatabase } from './fake.ts';

const NOW = Date.UTC(2025, 10, 3);
const write = (revisions: readonly Revision[]) => writeNotesFile(revisions, about);
const take = async (store: NoteStore, why: Occasion = 'daily') =>
  backUp(store, await store.load(), write, why, NOW);
const text = (value: string) => ({ body: { type: 'text' as const, value } });

const makers: [string, () => Promise<NoteStore>][] = [
  ['IndexedDB', async () => new IndexedDbStore(await openDatabase('test', freshIdb()))],
  ['localStorage', async () => new LocalStorageStore('test', new FakeStorage())],
  ['memory', async () => new MemoryStore()]
];

for (const [medium, make] of makers)
  describe(`keeping notes in ${medium}`, () => {
    const [a, b, c] = many(3) as [FullRevision, FullRevision, FullRevision];

    it('[NB1] a backup is a whole notes file of all revisions, and the same ones are not taken twice', async () => {
      const store = await make();
      expect(await take(store)).toBe('same');
      await store.add([a, redact(b)]);
      expect(await take(store)).toBe('taken');
      expect(await take(store)).toBe('same');
      const [backup] = await store.loadBackups();
      expect(backup).toMatchObject({ text: write([a, redact(b)]), count: 2, why: 'daily' });
      expect(isWhole(backup!)).toBe(true);
    });

    it('[NB2] the ring keeps five daily ones and five others, the newest of each', async () => {
      const store = await make();
      for (const [i, revision] of many(14).entries()) {
        await store.add([revision]);
        await take(store, i < 7 ? 'daily' : 'import');
      }
      const counts = (await store.loadBackups()).map(({ count, why }) => `${why} ${count}`);
      expect(counts).toEqual([
        ...[3, 4, 5, 6, 7].map((n) => `daily ${n}`),
        ...[10, 11, 12, 13, 14].map((n) => `import ${n}`)
      ]);
    });

    it('[NP30] what a file that is kept current brings pushes out none of the others', async () => {
      const store = await make();
      await store.add([a]);
      await take(store, 'kept');
      expect(await take(store, 'import')).toBe('taken');
      expect(await take(store, 'kept')).toBe('same');
      for (const revision of many(8).slice(1)) {
        await store.add([revision]);
        await take(store, 'kept');
      }
      const counts = (await store.loadBackups()).map(({ count, why }) => `${why} ${count}`);
      expect(counts).toEqual(['import 1', ...[4, 5, 6, 7, 8].map((n) => `kept ${n}`)]);
    });

    it('[NB3] one that does not come back whole takes no older one with it', async () => {
      const store = await make();
      for (const revision of many(6)) {
        await store.add([revision]);
        await take(store);
      }
      const before = await store.loadBackups();
      await store.add([a]);
      const torn = backUp(store, await store.load(), (all) => write(all).slice(0, -40), 'daily', NOW);
      await expect(torn).rejects.toThrow(/did not come back/);
      expect(await store.loadBackups()).toEqual(before);
    });

    it('[NU5] undoing an import takes out what it added, leaves what was built on, and forgets the receipt', async () => {
      const store = await make();
      await store.add([a]);
      const plan = planImport([a], [{ name: 'one', text: write([a, b, c]) }]);
      await applyImport(store, plan, NOW);
      const reply = rev({ note: b.note, parents: [b.id], ...text('built on it') });
      await store.add([reply]);
      const at = new Date(NOW).toISOString();
      expect(await store.undoImport(at)).toEqual({ removed: 1, kept: 1 });
      expect(await store.load()).toEqual(merge([a, b, reply], []));
      expect(await store.undoImport(at)).toEqual({ removed: 0, kept: 0 });
      expect(await store.add([c])).toEqual({ added: 1 });
    });

    it('[NP301] what is taken in without a receipt pushes none out', async () => {
      const store = await make();
      await applyImport(store, planImport([], [{ name: 'one', text: write([a]) }]), NOW);
      const before = await store.getMeta('imports');
      expect(await store.takeIn([b])).toEqual({ added: 1 });
      expect(await store.getMeta('imports')).toEqual(before);
    });

    it('[NR1] a withdrawn text is in no revision, no draft and no backup', async () => {
      const store = await make();
      const secret = rev({ note: b.note, parents: [b.id], ...text('the agent is Margarethe') });
      await store.add([a, b, secret]);
      await store.saveDraft('edit:x', 'about Margarethe');
      await take(store, 'redaction');
      expect(await store.redact([redact(b), redact(secret)], ['edit:x'])).toEqual({ backups: 1, dropped: 0 });
      const all = JSON.stringify([await store.load(), await store.loadDrafts(), await store.loadBackups()]);
      expect(all).not.toContain('Margarethe');
      expect(await store.load()).toEqual(merge([a, redact(b), redact(secret)], []));
      const [backup] = await store.loadBackups();
      expect(isWhole(backup!)).toBe(true);
      expect(backup!.text).toContain('note 0'); // The other notes are still in it.
      expect(await store.add([secret])).toEqual({ added: 0 });
    });

    it('[NP24] a text withdrawn by a file is in no revision, no draft and no backup either', async () => {
      const store = await make();
      const secret = rev({ note: b.note, parents: [b.id], ...text('the agent is Margarethe') });
      const undone = rev({ note: c.note, ...text('Margarethe, taken in and taken out') });
      await store.add([a, b, secret, undone]);
      await take(store);
      await store.saveDraft(`edit:${b.note}~0123abcd`, 'about Margarethe');
      await store.saveDraft(`new:${a.note}`, 'another text');
      const plan = planImport(await store.load(), [
        { name: 'theirs', text: write([redact(b), redact(secret), redact(undone)]) }
      ]);
      expect(await applyImport(store, plan, NOW)).toEqual({ added: 3 });
      const all = JSON.stringify([await store.load(), await store.loadDrafts(), await store.loadBackups()]);
      expect(all).not.toContain('Margarethe');
      expect((await store.loadDrafts()).map(({ key }) => key)).toEqual([`new:${a.note}`]);
      const [backup] = await store.loadBackups();
      expect(isWhole(backup!)).toBe(true);
      expect(backup!.text).toContain('note 0');
    });

    it('[NP24] what somebody wrote on a note beside the withdrawn text stays, in the backups too', async () => {
      const store = await make();
      const secret = rev({ note: b.note, parents: [b.id], ...text('the agent is Margarethe') });
      const other = rev({ note: b.note, parents: [b.id], ...text('the port is closed') });
      await store.add([b, secret, other]);
      await take(store);
      await store.saveDraft(`edit:${b.note}`, 'the port is open');
      const plan = planImport(await store.load(), [
        { name: 'theirs', text: write([redact(b), redact(secret)]) }
      ]);
      await applyImport(store, plan, NOW);
      const [backup] = await store.loadBackups();
      expect(backup!.text).toBe(write([redact(b), redact(secret), other]));
      expect(await store.loadDrafts()).toHaveLength(1);
    });

    it('[N68] what was typed on after a note was saved outlives the text of it that a file withdraws', async () => {
      const store = await make();
      const secret = rev({ note: b.note, ...text('the agent is Margarethe') });
      const later = rev({ note: b.note, parents: [secret.id], ...text('the agent is Margarethe X') });
      await store.add([secret, later]);
      const on = (value: string, of: string = b.note) => ({
        text: value,
        of,
        seen: [secret.id],
        marking: 'M'
      });
      await store.saveDraft('new:p~0123abcd', on('the agent is Margarethe X. Ask the port.'));
      await store.saveDraft('new:q', on('our agent is Margarethe'));
      await store.saveDraft('reply:r', on('the agent is Margarethe '));
      await store.saveDraft('new:s', on('the agent is ill', a.note));
      await store.saveDraft('new:t', null);
      const theirs = { name: 'theirs', text: write([redact(secret), redact(later)]) };
      await applyImport(store, planImport(await store.load(), [theirs]), NOW);
      expect(await store.loadDrafts()).toEqual([
        { key: 'new:p~0123abcd', value: { text: '. Ask the port.', marking: 'M' } },
        { key: 'new:s', value: on('the agent is ill', a.note) },
        { key: 'new:t', value: null }
      ]);
    });

    it('[NR2] a backup that cannot be searched does not outlive a withdrawal', async () => {
      const store = await make();
      await store.add([a, b]);
      await store.saveBackup({ at: '', why: 'daily', count: 2, mark: '', text: write([a, b]).slice(9) });
      expect(await store.redact([redact(b)], [])).toEqual({ backups: 0, dropped: 1 });
      expect(await store.loadBackups()).toEqual([]);
    });
  });

describe('a fault at the n-th storage operation', () => {
  const [a, b, c] = many(3) as [FullRevision, FullRevision, FullRevision];
  const at = new Date(NOW).toISOString();
  const plan = planImport([a], [{ name: 'one', text: write([a, b, c]) }]);
  const withdrawing = planImport([a], [{ name: 'one', text: write([redact(a), b]) }]);
  const state = async (database: NotesDatabase) => ({
    revisions: await database.revisions.toArray(),
    drafts: await database.drafts.toArray(),
    meta: await database.meta.toArray(),
    backups: await database.backups.toArray()
  });
  const work: [string, number, (store: IndexedDbStore) => Promise<unknown>][] = [
    ['an import with its receipt', 4, (store) => applyImport(store, plan, NOW + 1)],
    ['an import that withdraws', 4, (store) => applyImport(store, withdrawing, NOW + 1)],
    ['undoing an import', 4, (store) => store.undoImport(at)],
    ['a redaction', 4, (store) => store.redact([redact(a)], ['k'])],
    ['keeping a draft', 1, (store) => store.saveDraft('k', 'more')],
    ['dropping a draft', 1, (store) => store.dropDraft('k')],
    ['keeping a setting', 1, (store) => store.setMeta('author', 'B')],
    ['dropping a backup', 1, (store) => store.dropBackup(1)]
  ];
  for (const [what, least, run] of work)
    // A lone operation is its own transaction: once it has happened, it is done.
    for (const after of least > 1 ? [false, true] : [false])
      it(`[NS20] ${after ? 'after' : 'before'} it happens leaves ${what} done whole or not at all`, async () => {
        let failures = 0;
        for (let n = 1; ; n += 1) {
          const saboteur = new Saboteur();
          const database = new NotesDatabase('test', freshIdb());
          database.use(saboteur.middleware);
          const store = new IndexedDbStore(database);
          await store.add([a]);
          if (what === 'undoing an import') await applyImport(store, plan, NOW);
          await store.saveDraft('k', { text: 'typed' });
          await take(store);
          const before = await state(database);
          Object.assign(saboteur, { count: 0, failAt: n, after });
          const failed = await run(store).then(
            () => false,
            () => true
          );
          saboteur.failAt = Infinity;
          if (!failed) {
            expect(await state(database)).not.toEqual(before);
            break;
          }
          failures += 1;
          expect(await state(database)).toEqual(before);
          await run(store); // And it can simply be tried again.
          expect(await state(database)).not.toEqual(before);
        }
        expect(failures).toBeGreaterThanOrEqual(least);
      });

  it('[N87] what makes room by number takes no room by size', async () => {
    const store = new MemoryStore();
    const [a] = many(1);
    const old = { at: '', count: 0, mark: '', text: { length: 20_000_000 } as unknown as string };
    for (const why of ['daily', ...Array.from({ length: 6 }, () => 'import')] as Occasion[])
      await store.saveBackup({ ...old, why });
    await store.add([a!]);
    await take(store, 'import');
    const whys = (await store.loadBackups()).map(({ why }) => why);
    expect(whys).toEqual(['daily', ...Array.from({ length: 5 }, () => 'import')]);
  });

  it('[NS21] of taking a backup leaves every older one, and all notes', async () => {
    let failures = 0;
    for (let n = 1; ; n += 1) {
      const saboteur = new Saboteur();
      const database = new NotesDatabase('test', freshIdb());
      database.use(saboteur.middleware);
      const store = new IndexedDbStore(database);
      for (const revision of many(6)) {
        await store.add([revision]);
        await take(store);
      }
      await store.add([a]);
      const before = await state(database);
      const revisions = await store.load();
      Object.assign(saboteur, { count: 0, failAt: n });
      const failed = await backUp(store, revisions, write, 'daily', NOW).then(
        () => false,
        () => true
      );
      saboteur.failAt = Infinity;
      const now = await state(database);
      expect(now.revisions).toEqual(before.revisions);
      if (!failed) break;
      failures += 1;
      const whole = now.backups.filter(isWhole).length;
      expect(whole).toBeGreaterThanOrEqual(before.backups.length);
    }
    expect(failures).toBeGreaterThanOrEqual(4);
  });
});

describe('wiping', () => {
  it('[NX1] deletes every database and key of this product, leaves others, and has looked again', async () => {
    const { indexedDB, IDBKeyRange } = freshIdb();
    for (const series of ['one', 'two']) {
      const store = new IndexedDbStore(await openDatabase(series, { indexedDB, IDBKeyRange }));
      await store.add(many(1));
      store.close();
    }
    const storage = new FakeStorage();
    await new LocalStorageStore('one', storage).add(many(1));
    storage.setItem('lodestone-theme', 'dark');
    storage.setItem('another', 'stays');
    const result = await wipe('one', { indexedDB, localStorage: () => storage });
    expect(result).toMatchObject({ databases: ['lodestone-one', 'lodestone-two'], left: [] });
    expect(result.keys).toHaveLength(2);
    expect([...storage.items.keys()]).toEqual(['another']);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('[NX2] says what another page would not let go of', async () => {
    const { indexedDB } = freshIdb();
    await new Promise<void>((resolve) => {
      indexedDB.open('lodestone-held').onsuccess = () => resolve(); // Never makes way.
    });
    const result = await wipe('held', { indexedDB, localStorage: () => new FakeStorage(), limit: 50 });
    expect(result).toEqual({ databases: [], keys: [], left: ['lodestone-held'] });
  });

  it('[NX3] asks a browser that cannot list its databases whether the known one is gone', async () => {
    const { indexedDB, IDBKeyRange } = freshIdb();
    const store = new IndexedDbStore(await openDatabase('one', { indexedDB, IDBKeyRange }));
    await store.add(many(1));
    store.close();
    const factory = {
      open: (name: string) => indexedDB.open(name),
      deleteDatabase: (name: string) => indexedDB.deleteDatabase(name)
    } as unknown as IDBFactory;
    const result = await wipe('one', { indexedDB: factory, localStorage: () => new FakeStorage() });
    expect(result).toEqual({ databases: ['lodestone-one'], keys: [], left: [] });
    expect(await indexedDB.databases()).toEqual([]);
  });
});
