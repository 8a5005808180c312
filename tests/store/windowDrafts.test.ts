import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { joined, readDraft } from '../../src/state/draft.ts';
import { IndexedDbStore } from '../../src/store/indexedDbStore.ts';
import { LocalStorageStore } from '../../src/store/localStorageStore.ts';
import { MemoryStore } from '../../src/store/memoryStore.ts';
import type { NoteStore } from '../../src/store/noteStore.ts';
import { WindowDrafts } from '../../src/store/windowDrafts.ts';
import { many } from '../notes/sample.ts';
import { FakeStorage, freshIdb, openDatabase } from './fake.ts';

const [a, b] = many(2);
const makers: [string, () => Promise<NoteStore>][] = [
  ['IndexedDB', async () => new IndexedDbStore(await openDatabase('windows', freshIdb()))],
  ['localStorage', async () => new LocalStorageStore('windows', new FakeStorage())],
  ['memory', async () => new MemoryStore()]
];

describe.each(makers)('drafts of several windows in %s', (_, make) => {
  const opened = async (store: NoteStore) => {
    const drafts = new WindowDrafts(store);
    return { drafts, found: await drafts.load() };
  };
  const values = async (store: NoteStore) => (await store.loadDrafts()).map(({ value }) => value);

  it('[NS60] two windows that write on one record take nothing from each other, and a third has both texts', async () => {
    const store = await make();
    const [one, two] = [(await opened(store)).drafts, (await opened(store)).drafts];
    for (const letters of ['o', 'on', 'one']) {
      await one.saveDraft('new:x', letters);
      await two.saveDraft('new:x', `${letters} of two`);
    }
    expect((await values(store)).toSorted()).toEqual(['one', 'one of two']);
    expect((await opened(store)).found).toEqual([
      { key: 'new:x', values: expect.arrayContaining(['one', 'one of two']) }
    ]);
  });

  it('[NS60] saving or dropping in one window leaves what the other is writing', async () => {
    const store = await make();
    const [one, two] = [(await opened(store)).drafts, (await opened(store)).drafts];
    await one.saveDraft('edit:x', 'one');
    await two.saveDraft('edit:x', 'two');
    await one.commit(a!, 'edit:x');
    expect(await values(store)).toEqual(['two']);
    await one.saveDraft('edit:x', 'one again');
    await two.dropDraft('edit:x');
    expect(await values(store)).toEqual(['one again']);
  });

  it('[NS61] a window knows which of its texts another threw away, and not those it gave up or only read', async () => {
    const store = await make();
    await store.saveDraft('new:read', 'by another');
    const one = (await opened(store)).drafts;
    for (const key of ['new:x', 'new:given up', 'new:saved']) await one.saveDraft(key, 'mine');
    const two = (await opened(store)).drafts;
    for (const key of ['new:x', 'new:read', 'new:given up']) await two.dropDraft(key);
    await one.dropDraft('new:given up');
    await one.commit(a!, 'new:saved');
    expect(await one.lost()).toEqual(['new:x']);
    await one.saveDraft('new:x', 'mine');
    expect(await one.lost()).toEqual([]);
    expect(await values(store)).toEqual(['mine']);
  });

  it('[NS61] a text on a renamed record is read, kept and dropped under the new id, wherever it lies', async () => {
    const store = await make();
    await store.saveDraft('new:old', 'begun in the last edition');
    const drafts = new WindowDrafts(store, (key) => key.replace('old', 'now'));
    expect(await drafts.load()).toEqual([{ key: 'new:now', values: ['begun in the last edition'] }]);
    await drafts.saveDraft('new:now', 'gone on with');
    expect(await values(store)).toEqual(['gone on with']);
    await drafts.dropDraft('new:now');
    expect(await values(store)).toEqual([]);
  });

  it('[NS60] both windows opened on the same draft: the second to write keeps its own', async () => {
    const store = await make();
    await store.saveDraft('new:x', 'begun');
    const [one, two] = [(await opened(store)).drafts, (await opened(store)).drafts];
    await one.saveDraft('new:x', 'begun by one');
    await two.saveDraft('new:x', 'begun by two');
    await one.commit(b!, 'new:x');
    expect(await values(store)).toEqual(['begun by two']);
  });

  it('[NS60] what was shown together goes together when it is saved, unless its window went on with it', async () => {
    const store = await make();
    const [one, two] = [(await opened(store)).drafts, (await opened(store)).drafts];
    await one.saveDraft('new:x', 'one');
    await two.saveDraft('new:x', 'two');
    const third = (await opened(store)).drafts;
    await two.saveDraft('new:x', 'two goes on');
    await third.commit(a!, 'new:x');
    expect(await values(store)).toEqual(['two goes on']);
    const fourth = (await opened(store)).drafts;
    await fourth.commit(b!, 'new:x');
    expect(await values(store)).toEqual([]);
  });

  it('[NS60] what was shown together and changed does not come back beside it', async () => {
    const store = await make();
    const [one, two] = [(await opened(store)).drafts, (await opened(store)).drafts];
    await one.saveDraft('new:x', 'one');
    await two.saveDraft('new:x', 'two');
    const third = (await opened(store)).drafts;
    await third.saveDraft('new:x', 'one, and two taken out');
    expect(await values(store)).toEqual(['one, and two taken out']);
    await two.saveDraft('new:x', 'two goes on');
    expect((await values(store)).toSorted()).toEqual(['one, and two taken out', 'two goes on']);
  });

  it('[NS60] a write that was stored without an answer is the window’s own when it is tried again', async () => {
    const store = await make();
    let cut = true;
    const drafts = new WindowDrafts({
      saveDraft: async (...given: Parameters<NoteStore['saveDraft']>) => {
        const kept = await store.saveDraft(...given);
        if (cut) throw new Error('no answer');
        return kept;
      }
    } as NoteStore);
    await expect(drafts.saveDraft('new:x', 'one')).rejects.toThrow();
    cut = false;
    await drafts.saveDraft('new:x', 'one and more');
    expect(await values(store)).toEqual(['one and more']);
  });

  it('[NS60] withdrawing a note takes the drafts of every window with it', async () => {
    const store = await make();
    const [one, two] = [(await opened(store)).drafts, (await opened(store)).drafts];
    await one.saveDraft('edit:x', 'secret');
    await two.saveDraft('edit:x', 'secret too');
    await two.saveDraft('edit:xy', 'stays');
    await store.redact([], ['edit:x']);
    expect(await values(store)).toEqual(['stays']);
  });
});

describe('drafts shown as one', () => {
  it('[NS60] every text stands once, with the choices of the first, the highest marking and all that was seen', () => {
    const drafts = [
      'one',
      { text: 'one and more', marking: 'PUBLIC', seen: ['b'] },
      { text: 'two', marking: 'SECRET', seen: ['a'] }
    ];
    expect(
      joined(
        drafts.map((value) => readDraft(value)!),
        ['PUBLIC', 'SECRET']
      )
    ).toEqual({
      text: 'one and more\n\ntwo',
      marking: 'SECRET',
      seen: ['b', 'a']
    });
    expect(joined([], [])).toBeUndefined();
    expect(joined([{ text: 'alone' }], [])).toEqual({ text: 'alone' });
  });
});
