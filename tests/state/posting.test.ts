import { describe, expect, test } from 'vitest';
import { readNotesFile, writeNotesFile } from '../../src/notes/file.ts';
import { planImport } from '../../src/notes/plan.ts';
import { Filing } from '../../src/state/filing.svelte.ts';
import type { Keeping } from '../../src/state/keeping.svelte.ts';
import type { Shelf } from '../../src/state/shelf.svelte.ts';
import { merge } from '../../src/notes/merge.ts';
import { redact, type Revision } from '../../src/notes/revision.ts';
import { post, type Posted } from '../../src/state/posting.ts';
import { OverwrittenError, type KeptPlace } from '../../src/store/place.ts';
import { FakeFolder } from '../store/fakePlace.ts';
import { briefing, newDesk, note } from './desk.ts';

const NAME = 'rare-earth.ada.7f3a9c21.notes.json';
const about = { generator: 'x', briefing: briefing.id, edition: '', author: 'Ada', marking: '' };
const fileOf = (revisions: Revision[], over = {}) => writeNotesFile(revisions, { ...about, ...over });
const keptIn = (folder: FakeFolder, over: Partial<KeptPlace> = {}): KeptPlace => ({
  place: folder,
  name: NAME,
  upTo: null,
  written: '',
  ...over
});
const yes = () => true;
const ids = (revisions: readonly Revision[]) => revisions.map(({ id }) => id as string).sort();
const onDisk = (folder: FakeFolder) => readNotesFile(folder.disk.get(NAME) ?? '').revisions;

describe('a file that is kept current', () => {
  test('[NP1] holds every note, was read back, and is not written again while nothing changes', async () => {
    const folder = new FakeFolder();
    const { desk, counts } = newDesk([note('one'), note('two')]);
    const posted = (await post(keptIn(folder), desk, false, yes)) as { written: string };
    expect(ids(onDisk(folder))).toEqual(ids(desk.shelf.revisions));
    expect(counts.filed).toBe(1);
    folder.file(NAME).createWritable = () => Promise.reject(new Error('written again'));
    const before = folder.disk.get(NAME);
    await post(keptIn(folder, { written: posted.written }), desk, false, yes);
    expect(folder.disk.get(NAME)).toBe(before);
  });

  test('[NP2] that holds what this browser does not is taken in first, and nothing of it is lost', async () => {
    const folder = new FakeFolder();
    const [mine, elsewhere] = [note('here'), note('written in another browser')];
    folder.disk.set(NAME, fileOf([elsewhere]));
    const { desk, shelf, counts } = newDesk([mine]);
    await post(keptIn(folder), desk, false, yes);
    expect(counts.imports).toBe(1);
    expect(ids(shelf.revisions)).toEqual(ids([mine, elsewhere]));
    expect(ids(onDisk(folder))).toEqual(ids([mine, elsewhere]));
  });

  test('[NP2] that we wrote ourselves is not taken in again, so that an undone import stays undone', async () => {
    const folder = new FakeFolder();
    const [mine, undone] = [note('here'), note('taken in and taken out again')];
    const { desk, shelf, counts } = newDesk([mine, undone]);
    const posted = (await post(keptIn(folder), desk, false, yes)) as { written: string };
    shelf.revisions = [mine];
    await post(keptIn(folder, { written: posted.written }), desk, false, yes);
    expect(counts.imports).toBe(0);
    expect(ids(onDisk(folder))).toEqual(ids([mine]));
  });

  test('[NP25] that withdraws a text held here is left as it is until its reader chooses; the rest is taken in', async () => {
    const folder = new FakeFolder();
    const [held, elsewhere] = [note('held here'), note('written in another browser')];
    const file = fileOf([redact(held), elsewhere]);
    folder.disk.set(NAME, file);
    const { desk, shelf, counts } = newDesk([held]);
    for (const round of [1, 2]) {
      const posted = await post(keptIn(folder), desk, false, yes);
      expect(posted, `round ${round}`).toMatchObject({
        plan: { fresh: [redact(held)], withdraws: [held.note] }
      });
      expect(shelf.revisions).toEqual(merge([held, elsewhere]));
      expect(folder.disk.get(NAME)).toBe(file);
      expect(counts).toEqual({ filed: 0, imports: 1, receipts: 0 });
    }
    await post(keptIn(folder), desk, true, yes);
    expect(onDisk(folder)).toEqual(merge([held, elsewhere]));
  });

  test('[NP33] that ends a note held here in a withdrawn version it does not hold is left as it is too', async () => {
    const folder = new FakeFolder();
    const held = note('held here');
    const end = redact(note('goes on', { note: held.note, parents: [held.id] }));
    folder.disk.set(NAME, fileOf([held, end]));
    const { desk, shelf, counts } = newDesk([held]);
    expect(await post(keptIn(folder), desk, false, yes)).toMatchObject({ plan: { withdraws: [held.note] } });
    expect(shelf.revisions).toEqual([held]);
    expect(counts).toEqual({ filed: 0, imports: 0, receipts: 0 });
  });

  test('[NP25] goes on once its reader has taken the withdrawal in', async () => {
    const folder = new FakeFolder();
    const held = note('held here');
    folder.disk.set(NAME, fileOf([redact(held)]));
    const { desk, shelf } = newDesk([redact(held)]);
    expect(await post(keptIn(folder), desk, false, yes)).toMatchObject({ revisions: shelf.revisions });
    expect(onDisk(folder)).toEqual([redact(held)]);
  });

  const broken: [name: string, text: string, why: RegExp][] = [
    ['no notes file at all', 'Dear all, the meeting is on Monday.', /is not JSON/],
    ['cut off', fileOf([note('x')]).slice(0, 200), /cut off/],
    [
      'changed by hand',
      fileOf([note('the sum')]).replace('the sum', 'another sum'),
      /be read \(revisions\[0\]\.id/
    ],
    ['of another briefing', fileOf([note('x')], { briefing: 'lithium' }), /another briefing.*lithium/],
    ['of a newer version', fileOf([note('x')]).replace('"version":1', '"version":9'), /newer than this page/]
  ];
  test.each(broken)(
    '[NP3] that is %s is left as it is, byte for byte, and says why',
    async (_, text, why) => {
      const folder = new FakeFolder();
      folder.disk.set(NAME, text);
      const { desk } = newDesk([note('here')]);
      const posted = await post(keptIn(folder), desk, false, yes);
      expect(posted).toEqual({ refuses: expect.stringMatching(why) as string });
      expect(folder.disk.get(NAME)).toBe(text);
    }
  );

  test('[NP3] that cannot be read whole gives what is sound in it before it is replaced on request', async () => {
    const folder = new FakeFolder();
    const [sound, spoilt, mine] = [note('sound'), note('spoilt'), note('here')];
    folder.disk.set(NAME, fileOf([sound, spoilt]).replace('spoilt', 'changed'));
    const { desk } = newDesk([mine]);
    await post(keptIn(folder), desk, true, yes);
    expect(ids(onDisk(folder))).toEqual(ids([mine, sound]));
  });

  test('[NP4] never holds a byte of a note above the chosen marking, whatever was there before', async () => {
    const folder = new FakeFolder();
    const { desk, markings } = newDesk([note('open'), note('SECRET-TEXT', { marking: 'TLP:RED' })]);
    const all = (await post(keptIn(folder), desk, false, yes)) as { written: string };
    expect(folder.disk.get(NAME)).toContain('SECRET-TEXT');
    await post(keptIn(folder, { upTo: markings[0]!, written: all.written }), desk, false, yes);
    expect(folder.disk.get(NAME)).not.toContain('SECRET-TEXT');
    for (const upTo of ['', 'A MARKING THE LIST DROPPED']) {
      folder.disk.clear();
      await post(keptIn(folder, { upTo }), desk, false, yes);
      expect(folder.disk.get(NAME)).not.toContain('SECRET-TEXT');
      expect(folder.disk.get(NAME)).toContain('open');
    }
  });

  test('[NP5] is not written once the place was let go of or the notes were wiped', async () => {
    const folder = new FakeFolder();
    const { desk, shelf } = newDesk([note('here')]);
    expect(await post(keptIn(folder), desk, false, () => false)).toBeUndefined();
    shelf.store = undefined;
    shelf.revisions = [];
    expect(await post(keptIn(folder), desk, false, yes)).toBeUndefined();
    expect([...folder.disk]).toEqual([]);
  });

  test('[NP6] is not called written where another program wrote there at the same moment', async () => {
    const folder = new FakeFolder();
    folder.meddle = () => folder.disk.set(NAME, 'something else');
    const { desk, counts } = newDesk([note('here')]);
    await expect(post(keptIn(folder), desk, false, yes)).rejects.toThrow(OverwrittenError);
    expect(counts.filed).toBe(0);
  });

  test('[NP7] loses nothing when any operation on the disk fails, before or after it is done', async () => {
    let faults = 0;
    for (const after of [false, true])
      for (let failAt = 1, more = true; more; failAt += 1) {
        const folder = new FakeFolder();
        const [mine, elsewhere] = [note('here'), note('only on the disk')];
        const [old, colleague] = [fileOf([elsewhere]), fileOf([note('by a colleague')])];
        folder.disk.set(NAME, old);
        folder.disk.set('colleague.notes.json', colleague);
        Object.assign(folder, { failAt, after });
        const { desk, shelf, counts } = newDesk([mine]);
        const known = ids([mine, elsewhere]);
        const posted: Posted | Error = await post(keptIn(folder), desk, false, yes).catch((e: Error) => e);
        const disk = folder.disk.get(NAME)!;
        if (posted instanceof Error) {
          faults += 1;
          expect(counts.filed).toBe(0);
          expect([ids([elsewhere]), known]).toContainEqual(ids(onDisk(folder)));
          if (ids(onDisk(folder)).length === 1) expect(disk).toBe(old);
          expect(ids(merge(shelf.revisions, onDisk(folder)))).toEqual(known);
        } else more = false;
        folder.failAt = Infinity;
        await post(keptIn(folder), desk, false, yes);
        expect(ids(onDisk(folder))).toEqual(known);
        expect(folder.disk.get('colleague.notes.json')).toBe(colleague);
      }
    expect(faults).toBeGreaterThan(12);
  });
});

test('[NP31] what it brings has backups of its own kind, unlike an import that its reader asked for', async () => {
  const [mine, elsewhere] = [note('here'), note('elsewhere')];
  const { desk, shelf } = newDesk([mine]);
  Object.assign(shelf, {
    clock: { receive: () => 'taken' },
    reload: () => Promise.resolve(),
    store: { takeIn: () => Promise.resolve({ added: 1 }) }
  });
  const taken: string[] = [];
  const keeping = { backUp: (why: string) => (taken.push(why), Promise.resolve('')) };
  const filing = new Filing(shelf as unknown as Shelf, keeping as unknown as Keeping);
  const folder = new FakeFolder();
  folder.disk.set(NAME, fileOf([elsewhere]));
  await post(keptIn(folder), { ...desk, filing }, false, yes);
  const theirs = { name: 'theirs', text: fileOf([note('theirs')]) };
  await filing.applyImport(planImport([], [theirs]));
  expect(taken).toEqual(['kept', 'import']);
});
