import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { merge } from '../../src/notes/merge.ts';
import type { Revision } from '../../src/notes/revision.ts';
import type { IdbParts } from '../../src/store/database.ts';
import { guardBroadcastChannel } from '../../src/store/guard.ts';
import { LocalStorageStore } from '../../src/store/localStorageStore.ts';
import { openStore } from '../../src/store/openStore.ts';
import { redact } from '../../src/notes/revision.ts';
import { storageFault } from '../../src/store/storageFault.ts';
import { many } from '../notes/sample.ts';
import { WindowDrafts } from '../../src/store/windowDrafts.ts';
import { FakeStorage, freshIdb } from './fake.ts';

const STORE = new URL('../../src/store/', import.meta.url);
const [a, b, c] = many(3) as [Revision, Revision, Revision];
const idbThat = (open: () => IDBOpenDBRequest): IdbParts => {
  const parts = freshIdb();
  return { ...parts, indexedDB: Object.assign(Object.create(parts.indexedDB) as IDBFactory, { open }) };
};
const blocked = idbThat(() => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
});
const noLocal = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
afterEach(() => vi.restoreAllMocks());

describe('opening the store', () => {
  it('[NS300] takes IndexedDB where it works, without a warning and without leaving a trace of the probe', async () => {
    const { store, kind, warning } = await openStore('test', {
      idb: freshIdb(),
      localStorage: () => new FakeStorage()
    });
    expect([kind, warning, await store.loadDrafts()]).toEqual(['indexeddb', undefined, []]);
  });

  it('[NS301] falls back to localStorage with a warning when IndexedDB is blocked', async () => {
    const { store, kind, warning } = await openStore('test', {
      idb: blocked,
      localStorage: () => new FakeStorage()
    });
    expect([kind, warning?.medium, warning?.fault]).toEqual(['localstorage', 'indexeddb', 'blocked']);
    await store.add([a]);
    expect(await store.load()).toEqual([a]);
  });

  it('[NS301] falls back to memory with a warning when both are blocked', async () => {
    const { store, kind, warning } = await openStore('test', { idb: blocked, localStorage: noLocal });
    expect([kind, warning?.medium, warning?.fault]).toEqual(['memory', 'indexeddb', 'blocked']);
    await store.add([a]);
    expect(await store.load()).toEqual([a]);
  });

  it('[NS301] falls back when there is no IndexedDB at all, as in node', async () => {
    const { kind, warning } = await openStore('test', { localStorage: () => new FakeStorage() });
    expect([kind, warning?.fault]).toEqual(['localstorage', 'blocked']);
  });

  it('[NS22] does not wait for a database that never opens', async () => {
    const idb = idbThat(() => new EventTarget() as IDBOpenDBRequest);
    const { kind, warning } = await openStore('test', {
      idb,
      localStorage: () => new FakeStorage(),
      limit: 50
    });
    expect([kind, warning?.fault]).toEqual(['localstorage', 'slow']);
  });

  it('[NS23] does not trust a medium that opens but takes nothing, or gives back something else', async () => {
    const full = new FakeStorage();
    full.refuseFrom = 1;
    expect((await openStore('test', { idb: blocked, localStorage: () => full })).kind).toBe('memory');
    const liar = new FakeStorage();
    liar.setItem = () => {};
    expect((await openStore('test', { idb: blocked, localStorage: () => liar })).kind).toBe('memory');
  });

  it('[NS24] brings notes, drafts and settings from localStorage into IndexedDB once that works', async () => {
    const storage = new FakeStorage();
    const idb = freshIdb();
    const early = (await openStore('test', { idb: blocked, localStorage: () => storage })).store;
    await early.add([a, b]);
    await early.saveDraft('mine', 'text');
    await early.saveDraft('both', 'old');
    await early.setMeta('author', { name: 'A' });
    const first = (await openStore('test', { idb, localStorage: () => new FakeStorage() })).store;
    await first.saveDraft('both', 'new');
    first.close();
    const { store, kind, warning } = await openStore('test', { idb, localStorage: () => storage });
    expect([kind, warning]).toEqual(['indexeddb', undefined]);
    expect(await store.load()).toEqual(merge([a, b], []));
    expect(await store.loadDrafts()).toEqual([
      { key: 'both', value: 'new' },
      { key: expect.stringMatching(/^both~[0-9a-f]{8}$/), value: 'old' },
      { key: 'mine', value: 'text' }
    ]);
    expect(await store.getMeta('author')).toEqual({ name: 'A' });
    const left = new LocalStorageStore('test', storage);
    expect([await left.load(), await left.loadDrafts()]).toEqual([[], []]);
  });

  it('[NS62] shows both texts that were begun on one record in the two stores, and one that is the same once', async () => {
    const storage = new FakeStorage();
    const idb = freshIdb();
    const early = new LocalStorageStore('test', storage);
    const first = (await openStore('test', { idb, localStorage: () => new FakeStorage() })).store;
    for (const [key, old, now] of [
      ['new:x', 'old', 'new'],
      ['new:y', 'same', 'same']
    ] as const) {
      await early.saveDraft(key, old);
      await first.saveDraft(key, now);
    }
    first.close();
    const { store } = await openStore('test', { idb, localStorage: () => storage });
    expect(await new WindowDrafts(store).load()).toEqual([
      { key: 'new:x', values: ['new', 'old'] },
      { key: 'new:y', values: ['same'] }
    ]);
    expect(await early.loadDrafts()).toEqual([]);
  });

  it('[NS24] leaves notes in localStorage, and says so, when they cannot be moved', async () => {
    const storage = new FakeStorage();
    await new LocalStorageStore('test', storage).add([a]);
    const get = vi.spyOn(storage, 'getItem').mockImplementation(() => {
      throw new Error('broken');
    });
    const { kind, warning } = await openStore('test', { idb: freshIdb(), localStorage: () => storage });
    expect([kind, warning?.medium]).toEqual(['indexeddb', 'localstorage']);
    get.mockRestore();
    expect(await new LocalStorageStore('test', storage).load()).toEqual([a]);
  });
});

describe('localStorage', () => {
  it('[N309] that is full takes all of an import or nothing', async () => {
    const storage = new FakeStorage();
    const store = new LocalStorageStore('test', storage);
    await store.add([a]);
    storage.refuseFrom = storage.writes + 1;
    await expect(store.add([b, c])).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await store.load()).toEqual([a]);
  });

  it('[NS30] keeps the draft when the commit fails', async () => {
    const storage = new FakeStorage();
    const store = new LocalStorageStore('test', storage);
    await store.saveDraft('k', 'text');
    storage.refuseFrom = storage.writes + 1;
    await expect(store.commit(a, 'k')).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await store.loadDrafts()).toEqual([{ key: 'k', value: 'text' }]);
  });

  it('[NS31] is shared by two tabs without either losing what the other added', async () => {
    const storage = new FakeStorage();
    const [one, two] = [new LocalStorageStore('test', storage), new LocalStorageStore('test', storage)];
    await Promise.all([one.add([a]), two.add([b]), one.add([c])]);
    expect(await two.load()).toEqual(merge([a, b, c], []));
  });

  it('[NS32] no longer holds the text of what was redacted', async () => {
    const storage = new FakeStorage();
    const store = new LocalStorageStore('test', storage);
    await store.add([a, b]);
    await store.add([redact(a)]);
    expect([...storage.items.values()].join()).not.toContain('note 0');
    expect([...storage.items.values()].join()).toContain('note 1');
  });

  it('[NS33] keeps briefings apart and survives items that are not its own', async () => {
    const storage = new FakeStorage();
    storage.setItem('lodestone-test/add/broken', '{not json');
    storage.setItem('lodestone-test/add/foreign', '[null,7]');
    const store = new LocalStorageStore('test', storage);
    await store.add([a]);
    await store.add([redact(a)]);
    expect(await store.load()).toEqual([redact(a)]);
    expect(await new LocalStorageStore('other', storage).load()).toEqual([]);
    expect((await store.check()).damaged).toHaveLength(3);
    expect(storage.getItem('lodestone-test/add/broken')).toBe('{not json');
  });
});

describe('the guard', () => {
  it('[NS40] turns a BroadcastChannel that throws into a silent one, and leaves a good one alone', () => {
    class Throwing {
      constructor() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    }
    const scope = { BroadcastChannel: Throwing as unknown as typeof BroadcastChannel };
    guardBroadcastChannel(scope);
    const channel = new scope.BroadcastChannel('x');
    channel.onmessage = () => {};
    expect(() => (channel.postMessage(1), channel.close())).not.toThrow();
    const sound = { BroadcastChannel: globalThis.BroadcastChannel };
    guardBroadcastChannel(sound);
    const real = new sound.BroadcastChannel('name');
    expect([real.name, real instanceof globalThis.BroadcastChannel]).toEqual(['name', true]);
    real.close();
    expect(() => guardBroadcastChannel({})).not.toThrow();
  });

  it('[NS40] lets Dexie load where every BroadcastChannel throws, which it does not without', () => {
    const load = (guard: string) =>
      spawnSync(process.execPath, [
        '--input-type=module',
        '-e',
        `globalThis.BroadcastChannel = class { constructor() { throw new Error('insecure'); } };
         ${guard}
         await import('dexie');`
      ]).status;
    const guard = ts.transpileModule(readFileSync(new URL('guard.ts', STORE), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
    }).outputText;
    expect([load(''), load(guard)]).toEqual([1, 0]);
  });

  it('[NS40] is the first import of every file that names Dexie', () => {
    const sources = readdirSync(STORE).map((name) => readFileSync(new URL(name, STORE), 'utf8'));
    const naming = sources.filter((source) => source.includes("from 'dexie'"));
    expect(naming.length).toBeGreaterThan(1);
    for (const source of naming) expect(source.startsWith("import './guard.ts';")).toBe(true);
  });
});

describe('a fault of storage', () => {
  const quota = new DOMException('full', 'QuotaExceededError');
  const named = (name: string, more = {}) => Object.assign(new Error(name), { name }, more);
  const cases: [string, unknown, string][] = [
    ['Firefox at its quota', quota, 'full'],
    ['Chromium at its quota', named('AbortError', { inner: quota }), 'full'],
    [
      'Dexie round Chromium at its quota',
      named('BulkError', { inner: named('AbortError', { inner: quota }) }),
      'full'
    ],
    ['a cause', named('Error', { cause: quota }), 'full'],
    ['an abort for another reason', named('AbortError', { inner: null }), 'unknown'],
    [
      'blocked site data',
      named('OpenFailedError', { inner: new DOMException('', 'SecurityError') }),
      'blocked'
    ],
    ['a closed database', named('DatabaseClosedError'), 'closed'],
    ['no answer', named('TimeoutError'), 'slow'],
    ['no error at all', undefined, 'unknown'],
    ['a text', 'oh', 'unknown']
  ];
  for (const [what, error, fault] of cases)
    it(`[NS41] of ${what} is called "${fault}"`, () => expect(storageFault(error)).toBe(fault));
});
