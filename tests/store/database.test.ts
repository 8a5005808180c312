import { IDBDatabase } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { writeNotesFile } from '../../src/notes/file.ts';
import { merge } from '../../src/notes/merge.ts';
import { planImport } from '../../src/notes/plan.ts';
import { redact } from '../../src/notes/revision.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { NotesDatabase } from '../../src/store/database.ts';
import { applyImport } from '../../src/store/import.ts';
import { IndexedDbStore } from '../../src/store/indexedDbStore.ts';
import type { Loss } from '../../src/store/noteStore.ts';
import { toRow } from '../../src/store/row.ts';
import { about, many, rev } from '../notes/sample.ts';
import { freshIdb, Saboteur, openDatabase } from './fake.ts';

const [a, b, c] = many(3) as [Revision, Revision, Revision];

describe('the database', () => {
  it('[NS10] opens every transaction that writes with strict durability', async () => {
    const open = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const database = await openDatabase('test', freshIdb());
    const store = new IndexedDbStore(database);
    await store.add([a]);
    await store.commit(b, 'k');
    await store.saveDraft('k', 1);
    await store.dropDraft('k');
    await store.setMeta('k', 1);
    const writing = open.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing).toHaveLength(5);
    for (const [, , options] of writing) expect(options).toEqual({ durability: 'strict' });
    open.mockRestore();
  });

  it('[NS11] is named after the series, never the edition', () => {
    expect(new NotesDatabase('rare-earth-deals', freshIdb()).name).toBe('lodestone-rare-earth-deals');
  });

  it('[NS12] has the tables and indexes of version 1, each row with its own version', async () => {
    const database = await openDatabase('test', freshIdb());
    const shape = database.tables.map(({ name, schema }) => [
      name,
      schema.primKey.src,
      ...schema.indexes.map((i) => i.src)
    ]);
    expect(shape.sort()).toEqual([
      ['backups', '++id'],
      ['drafts', 'key'],
      ['meta', 'key'],
      ['revisions', 'id', 'note', 'entity']
    ]);
    await new IndexedDbStore(database).add([a, redact(b)]);
    expect(await database.revisions.get(a.id)).toEqual({
      v: 1,
      id: a.id,
      note: a.note,
      entity: 'us-jpn-framework',
      revision: a
    });
    expect(await database.revisions.get(b.id)).toEqual({ v: 1, id: b.id, note: b.note, revision: redact(b) });
    expect(await database.revisions.where('entity').equals('us-jpn-framework').count()).toBe(1);
  });

  it('[NS13] survives closing and opening again', async () => {
    const parts = freshIdb();
    const first = new IndexedDbStore(await openDatabase('test', parts));
    await first.add([a]);
    first.close();
    expect(await new IndexedDbStore(await openDatabase('test', parts)).load()).toEqual([a]);
  });

  it('[NS14] makes way for a newer copy of the page and says so, instead of blocking it', async () => {
    const parts = freshIdb();
    const old = new IndexedDbStore(await openDatabase('test', parts));
    await old.add([a]);
    const lost = vi.fn<(why: Loss) => void>();
    old.onLost(lost);
    const newer = new Dexie('lodestone-test', parts);
    newer.version(2).stores({ revisions: 'id, note, entity, extra' });
    await newer.open();
    expect(lost).toHaveBeenCalledExactlyOnceWith('newer-copy');
    await expect(old.add([b])).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    newer.close();
  });

  it('[NS14] says so when the database is deleted', async () => {
    const parts = freshIdb();
    const store = new IndexedDbStore(await openDatabase('test', parts));
    const lost = vi.fn<(why: Loss) => void>();
    const unheard = vi.fn<(why: Loss) => void>();
    store.onLost(lost);
    store.onLost(unheard)();
    await new Dexie('lodestone-test', parts).delete();
    expect(lost).toHaveBeenCalledExactlyOnceWith('deleted');
    expect(unheard).not.toHaveBeenCalled();
  });

  it('[NS15] opens a database that a newer copy has changed, reads it and adds to it', async () => {
    const parts = freshIdb();
    const newer = new Dexie('lodestone-test', parts);
    newer.version(3).stores({
      revisions: 'id, note, entity, extra',
      drafts: 'key',
      meta: 'key',
      backups: '++id',
      later: 'id'
    });
    await newer.table('revisions').put({ ...toRow(a), v: 2, extra: 1 });
    newer.close();
    const store = new IndexedDbStore(await openDatabase('test', parts));
    await store.add([b]);
    expect(await store.load()).toEqual(merge([a, b], []));
  });

  it('[NS16] leaves alone a row that only a newer copy can read, and heals one that is broken', async () => {
    const database = await openDatabase('test', freshIdb());
    const foreign = { v: 2, id: a.id, note: a.note, packed: 'unreadable here' };
    await database
      .table('revisions')
      .bulkPut([foreign, { v: 1, id: b.id, note: b.note, revision: { broken: 1 } }]);
    const store = new IndexedDbStore(database);
    expect(await store.load()).toEqual([]);
    expect((await store.check()).damaged).toHaveLength(2);
    expect(await store.add([a, b, c])).toEqual({ added: 2 });
    expect(await database.table('revisions').get(a.id)).toEqual(foreign);
    expect(await store.load()).toEqual(merge([b, c], []));
    await store.add([redact(a)]);
    expect(await store.load()).toContainEqual(redact(a));
  });

  it('[NS59] calls off what runs when the page is set aside, so that the next page is not kept waiting', async () => {
    const parts = freshIdb();
    const begin = IDBDatabase.prototype.transaction;
    let leaving = false;
    const held = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...asked: unknown[]
    ) {
      if (leaving) queueMicrotask(() => store.abandon());
      return begin.apply(this, asked as Parameters<typeof begin>);
    });
    const store = new IndexedDbStore(await openDatabase('test', parts));
    await store.add([a]);
    leaving = true;
    const lost: unknown = await store.add([b]).catch((error: unknown) => (error as Error).name);
    expect(String(lost)).toMatch(/Abort|Closed/);
    held.mockRestore();
    const next = new IndexedDbStore(await openDatabase('test', parts));
    await next.add([c]);
    expect(await next.load()).toEqual(merge([a, c], []));
  });
});

describe('a fault at the n-th storage operation', () => {
  const held = rev();
  const state = async (database: NotesDatabase) => ({
    revisions: await database.revisions.toArray(),
    drafts: await database.drafts.toArray()
  });
  const plan = planImport(
    [held],
    [
      { name: 'one', text: writeNotesFile([...many(3), redact(held)], about) },
      { name: 'two', text: writeNotesFile(many(2), about) }
    ]
  );
  const work: [string, (store: IndexedDbStore) => Promise<unknown>][] = [
    ['a commit', (store) => store.commit(a, 'k')],
    ['an import', (store) => applyImport(store, plan)]
  ];
  for (const [what, run] of work)
    for (const after of [false, true])
      it(`[N4] ${after ? 'after' : 'before'} it happens leaves ${what} done whole or not at all`, async () => {
        const failures: number[] = [];
        for (let n = 1; ; n += 1) {
          const saboteur = new Saboteur();
          const database = new NotesDatabase('test', freshIdb());
          database.use(saboteur.middleware);
          const store = new IndexedDbStore(database);
          await store.add([held]);
          await store.saveDraft('k', { text: 'typed' });
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
          failures.push(n);
          expect(await state(database)).toEqual(before);
          await run(store); // And it can simply be tried again.
          expect(await state(database)).not.toEqual(before);
        }
        expect(failures.length).toBeGreaterThanOrEqual(what === 'a commit' ? 3 : 2);
      });

  for (const after of [false, true])
    it(`[N4] an abort by the browser ${after ? 'after' : 'before'} it happens rejects and leaves all as it was`, async () => {
      const open = vi.spyOn(IDBDatabase.prototype, 'transaction');
      for (const n of [1, 2, 3]) {
        const saboteur = new Saboteur();
        const database = new NotesDatabase('test', freshIdb());
        database.use(saboteur.middleware);
        const store = new IndexedDbStore(database);
        await store.add([held]);
        await store.saveDraft('k', 1);
        const before = await state(database);
        const strike = () => (open.mock.results.at(-1)!.value as IDBTransaction).abort();
        Object.assign(saboteur, { count: 0, failAt: n, after, strike });
        await expect(store.commit(a, 'k')).rejects.toThrow();
        expect(await state(database)).toEqual(before);
      }
      open.mockRestore();
    });
});
