import { expect, test, vi } from 'vitest';
import { Clock } from '../../src/notes/clock.ts';
import { merge } from '../../src/notes/merge.ts';
import { notesOf } from '../../src/notes/note.ts';
import { redact, textOf, type FullRevision, type Revision } from '../../src/notes/revision.ts';
import { Shelf } from '../../src/state/shelf.svelte.ts';
import { readStored } from '../../src/state/stored.ts';
import { Writing } from '../../src/state/writing.svelte.ts';
import type { NoteStore } from '../../src/store/noteStore.ts';
import type { WindowDrafts } from '../../src/store/windowDrafts.ts';
import { rev } from '../notes/sample.ts';
import { briefing, replica } from './desk.ts';

const time = (minute: number) => `2025-11-03T09:${String(minute).padStart(2, '0')}:00.000Z-0000-7f3a9c21`;

/** What writes notes, on a shelf that hands on what it takes and stores nothing. */
const writingOn = (take: (revision: FullRevision) => void) =>
  new Writing({
    briefing,
    clock: new Clock(replica),
    author: 'Ada',
    org: '',
    drafts: {},
    seen: [],
    saver: { commit: () => Promise.resolve() },
    store: { setMeta: () => Promise.resolve() },
    adopt: () => Promise.resolve(),
    saved: () => undefined,
    take
  } as unknown as Shelf);

test('[N307] undoing the deletion of a note with two texts brings both back, once however often it is pressed', async () => {
  const first = rev({ hlc: time(1) });
  const mine = rev({ hlc: time(2), parents: [first.id], body: { type: 'text', value: 'mine' } });
  const theirs = rev({ hlc: time(3), parents: [first.id], body: { type: 'text', value: 'theirs' } });
  const gone = rev({ hlc: time(4), parents: [mine.id, theirs.id], op: 'delete' });
  let held: Revision[] = [first, mine, theirs, gone];
  const writing = writingOn((revision: Revision) => (held = merge(held, [revision])));
  const [note] = notesOf(held);
  await Promise.all([writing.restore(note!), writing.restore(note!)]);
  const [back] = notesOf(held);
  expect([back!.deleted, back!.live.map(textOf)]).toEqual([false, ['theirs', 'mine']]);
});

test('[N93] a changed deck stays marked as another program marked it', async () => {
  const [deck] = notesOf([rev({ hlc: time(1), marking: 'TLP:RED' })]);
  const taken: FullRevision[] = [];
  const writing = writingOn((one: FullRevision) => taken.push(one));
  await (
    await writing.keepDeck('{}', deck)
  ).stored;
  await (
    await writing.keepDeck('{}')
  ).stored;
  expect(taken.map(({ marking }) => marking)).toEqual(['TLP:RED', undefined]);
});

test('[N84] a reply or a new text finished after its note was withdrawn stays on its record, else on the briefing', async () => {
  const [note] = notesOf([redact(rev({ hlc: time(1) }))]);
  const stood: (string | undefined)[] = [];
  const writing = writingOn((one: FullRevision) => stood.push(one.target.entity));
  const said = { text: 'finished', motivation: 'commenting' } as const;
  await writing.reply(note!, said, 'reply:x', 'us-jpn-framework');
  await writing.revise(note!, said, 'edit:x', 'us-jpn-framework');
  await writing.reply(note!, said, 'reply:x');
  expect(stood).toEqual(['us-jpn-framework', 'us-jpn-framework', briefing.id]);
});

test('[N69] a draft that goes on from a note that was withdrawn is kept again only by a hand', () => {
  const saved = rev({ hlc: time(1) });
  const shelf = new Shelf(briefing);
  shelf.drafts = { 'new:x': { text: 'typed on', of: saved.note }, 'new:y': { text: 'of none' } };
  shelf.revisions = [saved];
  expect(shelf.withdrawnUnder('new:x')).toBe(false);
  shelf.revisions = [redact(saved)];
  expect([shelf.withdrawnUnder('new:x'), shelf.withdrawnUnder('new:y')]).toEqual([true, false]);
});

test('[N70] building on a note that came inside the file takes in what it says, and no withdrawal', async () => {
  const [held, text] = [rev({ hlc: time(1) }), rev({ hlc: time(2) })];
  const shelf = new Shelf(briefing);
  const add = vi.fn(() => Promise.resolve({ added: 1 }));
  shelf.store = { add } as unknown as NoteStore;
  // Looked at first, held in full since: another window took it in.
  shelf.guests = [redact(held), text];
  shelf.revisions = [held];
  await shelf.adopt(text.note);
  expect(add.mock.calls).toEqual([[[text]]]);
  shelf.guests = [redact(held)];
  await shelf.adopt(held.note);
  expect(add).toHaveBeenCalledTimes(1);
});

test('[N77] who makes a deck before giving a name is asked for it with the first note, and nobody is called unnamed', async () => {
  const meta = new Map<string, unknown>();
  const store = {
    load: () => Promise.resolve([]),
    getMeta: (key: string) => Promise.resolve(meta.get(key)),
    setMeta: (key: string, value: unknown) => Promise.resolve(void meta.set(key, value))
  } as unknown as NoteStore;
  const windows = { load: () => Promise.resolve([]) } as unknown as WindowDrafts;
  const shelf = {
    briefing,
    clock: new Clock(replica),
    author: '',
    org: '',
    drafts: {},
    saver: { commit: () => Promise.resolve() },
    store,
    adopt: () => Promise.resolve(),
    saved: () => undefined,
    take: () => undefined
  };
  await new Writing(shelf as unknown as Shelf).restore(
    notesOf([rev({ hlc: time(1) }), rev({ hlc: time(2), op: 'delete' })])[0]!
  );
  expect((await readStored(store, windows, [])).author).toBe('');
  // As earlier versions kept it.
  meta.set('author', 'unnamed');
  expect((await readStored(store, windows, [])).author).toBe('');
  meta.set('author', 'Ada');
  expect((await readStored(store, windows, [])).author).toBe('Ada');
});
