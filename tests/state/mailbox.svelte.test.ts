import { describe, expect, test } from 'vitest';
import { writeNotesFile } from '../../src/notes/file.ts';
import { merge } from '../../src/notes/merge.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { Mailbox } from '../../src/state/mailbox.svelte.ts';
import { FakeClock } from '../store/fake.ts';
import { FakeFolder } from '../store/fakePlace.ts';
import { briefing, newDesk, note } from './desk.ts';

const about = { generator: 'x', briefing: briefing.id, edition: '', author: 'Bea', marking: '' };
const fileOf = (...revisions: Revision[]) => writeNotesFile(revisions, about);
const OTHERS = 'briefing.bea.aaaaaaaa.notes.json';

/** A window with what a mailbox asks of it. */
function windowWith(pickers: object): Window {
  const heard = { addEventListener: () => {}, removeEventListener: () => {} };
  return {
    ...heard,
    document: { ...heard, visibilityState: 'visible' },
    navigator: {},
    ...pickers
  } as unknown as Window;
}
const withFolder = (folder: FakeFolder) =>
  windowWith({ showDirectoryPicker: () => Promise.resolve(folder), showSaveFilePicker: () => folder });

async function opened(revisions: Revision[], folder = new FakeFolder(), target = withFolder(folder)) {
  const desk = newDesk(revisions);
  const clock = new FakeClock();
  const mailbox = new Mailbox(desk.desk, clock);
  await mailbox.open(target);
  return { ...desk, clock, folder, mailbox };
}
const own = (folder: FakeFolder, name: string) => folder.disk.get(name) ?? '';

describe('the mailbox', () => {
  test('[NP10] is absent where the browser has no picker', async () => {
    const { mailbox } = await opened([note('a')], new FakeFolder(), windowWith({}));
    expect(mailbox.status).toEqual({ is: 'absent' });
    await mailbox.choose('folder', null);
    expect(mailbox.status).toEqual({ is: 'absent' });
  });

  test('[NP11] writes only our own file, reads everyone’s, and brings what is new', async () => {
    const folder = new FakeFolder();
    const theirs = note('by Bea');
    folder.disk.set(OTHERS, fileOf(theirs));
    folder.disk.set('agenda.docx', 'not for us');
    folder.disk.set('broken.notes.json', '{');
    const { mailbox, shelf, clock } = await opened([note('by me')], folder);
    await mailbox.choose('folder', null);
    expect(mailbox.status).toEqual({ is: 'current', at: clock.now() });
    expect(mailbox.file).toMatch(new RegExp(`^${briefing.id}\\.ada\\.7f3a9c21\\.notes\\.json$`));
    expect(own(folder, mailbox.file)).toContain('by me');
    expect(mailbox.others).toMatchObject({ files: 2, plan: { fresh: [theirs] } });
    expect(mailbox.others?.plan.refused.map(({ file }) => file)).toEqual(['broken.notes.json']);
    expect([own(folder, OTHERS), own(folder, 'agenda.docx')]).toEqual([fileOf(theirs), 'not for us']);

    shelf.revisions = merge(shelf.revisions, [theirs]);
    expect(mailbox.status).toEqual({ is: 'writing' });
    await mailbox.sync();
    expect(mailbox.status.is).toBe('current');
    expect(mailbox.others?.plan.fresh).toEqual([]);
    expect(own(folder, mailbox.file)).toContain('by Bea');
  });

  test('[NP12] hears of a colleague’s next change without being asked', async () => {
    const folder = new FakeFolder();
    const first = note('first');
    folder.disk.set(OTHERS, fileOf(first));
    const { mailbox, clock } = await opened([first], folder);
    await mailbox.choose('folder', null);
    expect(mailbox.others?.plan.fresh).toEqual([]);
    const second = note('second');
    folder.disk.set(OTHERS, fileOf(first, second));
    await clock.pass(61_000);
    expect(mailbox.others?.plan.fresh).toEqual([second]);
  });

  test('[NP13] asks again on the next visit, writes nothing before, and tells a refusal', async () => {
    const folder = new FakeFolder();
    const before = await opened([note('a')], folder);
    await before.mailbox.choose('folder', null);
    const text = own(folder, before.mailbox.file);
    folder.permission = 'prompt';
    folder.answer = 'denied';
    before.shelf.revisions = [...before.shelf.revisions, note('b')];
    const again = new Mailbox(before.desk, before.clock);
    await again.open(withFolder(folder));
    expect([again.status, again.place]).toEqual([{ is: 'asks' }, 'notes']);
    await again.allow();
    expect(again.status).toEqual({ is: 'denied' });
    expect(own(folder, again.file)).toBe(text);
    folder.answer = 'granted';
    await again.allow();
    expect(again.status.is).toBe('current');
    expect(own(folder, again.file)).toContain('"b"');
  });

  test('[NP14] says why it is behind and tries again by itself', async () => {
    const folder = new FakeFolder();
    const { mailbox, clock } = await opened([note('a')], folder);
    folder.failAt = 3;
    folder.error = new DOMException('held', 'NoModificationAllowedError');
    await mailbox.choose('folder', null);
    expect(mailbox.status).toEqual({ is: 'behind', fault: 'NoModificationAllowedError', detail: 'held' });
    await clock.pass(5_001);
    expect(mailbox.status.is).toBe('current');
  });

  test('[NP15] leaves a damaged file of ours alone until it is told to replace it', async () => {
    const folder = new FakeFolder();
    const { mailbox } = await opened([note('a')], folder);
    await mailbox.choose('folder', null);
    const torn = own(folder, mailbox.file).slice(0, 300);
    folder.disk.set(mailbox.file, torn);
    await mailbox.sync();
    expect(mailbox.status).toMatchObject({ is: 'refuses', why: expect.stringMatching(/cut off/) as string });
    expect(own(folder, mailbox.file)).toBe(torn);
    await mailbox.sync(true);
    expect(mailbox.status.is).toBe('current');
  });

  test('[NP16] keeps one chosen file current, and a place that cannot be remembered for this visit', async () => {
    const folder = new FakeFolder();
    folder.disk.set('mine.json', '');
    const target = windowWith({ showSaveFilePicker: () => Promise.resolve(folder.file('mine.json')) });
    const { mailbox, shelf } = await opened([note('a')], folder, target);
    shelf.store = { setPlace: () => Promise.reject(new DOMException('no clone', 'DataCloneError')) };
    await mailbox.choose('file', null);
    expect([mailbox.status.is, mailbox.remembered, mailbox.isFolder]).toEqual(['current', false, false]);
    expect(own(folder, 'mine.json')).toContain('lodestone-notes');
  });

  test('[NP17] chooses nothing when its reader turns back, and forgets the place when let go of', async () => {
    const cancel = windowWith({
      showDirectoryPicker: () => Promise.reject(new DOMException('turned back', 'AbortError'))
    });
    const turned = await opened([note('a')], new FakeFolder(), cancel);
    await turned.mailbox.choose('folder', null);
    expect(turned.mailbox.status).toEqual({ is: 'none' });

    const { mailbox, folder, places, clock, shelf } = await opened([note('a')]);
    await mailbox.choose('folder', null);
    const text = own(folder, mailbox.file);
    const name = mailbox.file;
    await mailbox.letGo();
    shelf.revisions = [...shelf.revisions, note('b')];
    await clock.pass(120_000);
    expect([mailbox.status, mailbox.place, places.at(-1)]).toEqual([{ is: 'none' }, '', undefined]);
    expect(own(folder, name)).toBe(text);
  });

  test('[NP18] takes what is above a lowered marking out of the file at once, and says how many stay', async () => {
    const { mailbox, folder, markings } = await opened([
      note('open'),
      note('closed', { marking: 'TLP:RED' })
    ]);
    await mailbox.choose('folder', null);
    expect(own(folder, mailbox.file)).toContain('closed');
    await mailbox.limit(markings[0]!);
    expect([mailbox.status.is, mailbox.upTo, mailbox.staying]).toEqual(['current', 1, 1]);
    expect(own(folder, mailbox.file)).not.toContain('closed');
  });

  /** Two windows of one browser on one folder, with the locks that they share. */
  async function twoWindows() {
    let last: Promise<unknown> = Promise.resolve();
    const locks = {
      request: (_: string, work: () => Promise<void>) => (last = last.catch(() => undefined).then(work))
    };
    const folder = new FakeFolder();
    const target = () => Object.assign(withFolder(folder), { navigator: { locks } });
    const notes = [note('open'), note('closed', { marking: 'TLP:RED' })];
    const one = await opened(notes, folder, target());
    await one.mailbox.choose('folder', null);
    const desk = newDesk(notes);
    desk.shelf.store = one.shelf.store;
    const clock = new FakeClock();
    const two = { ...desk, clock, mailbox: new Mailbox(desk.desk, clock) };
    await two.mailbox.open(target());
    return { one, two, folder, name: one.mailbox.file };
  }

  test('[NP26] a second window keeps to a marking that was lowered in the first', async () => {
    const { one, two, folder, name } = await twoWindows();
    // At the same moment as a round of the other window, which read the place before.
    await Promise.all([two.mailbox.sync(), one.mailbox.limit(one.markings[0]!)]);
    expect(own(folder, name)).not.toContain('closed');
    two.shelf.revisions = [...two.shelf.revisions, note('later')];
    await two.clock.pass(61_000);
    expect(own(folder, name)).toContain('later');
    expect(own(folder, name)).not.toContain('closed');
    expect([two.mailbox.status.is, two.mailbox.upTo, two.mailbox.staying]).toEqual(['current', 1, 1]);
    expect(one.places.at(-1)?.upTo).toBe(one.markings[0]);
  });

  test('[NP26] a second window writes nothing more to a place that was let go of in the first', async () => {
    const { one, two, folder, name } = await twoWindows();
    await Promise.all([two.mailbox.sync(), one.mailbox.letGo()]);
    const text = own(folder, name);
    two.shelf.revisions = [...two.shelf.revisions, note('later')];
    await two.clock.pass(61_000);
    expect(own(folder, name)).toBe(text);
    expect([two.mailbox.status, two.mailbox.place, one.places.at(-1)]).toEqual([
      { is: 'none' },
      '',
      undefined
    ]);
  });

  test('[NP26] a place is let go of although another window hangs there', async () => {
    const target = withFolder(new FakeFolder());
    const give = (navigator: object) => Object.assign(target, { navigator });
    const { mailbox, places, clock } = await opened([note('a')], new FakeFolder(), target);
    await mailbox.choose('folder', null);
    let begin = (): unknown => undefined;
    const locks = { request: (_: string, work: () => unknown) => new Promise(() => (begin = work)) };
    give({ locks });
    const gone = mailbox.letGo();
    expect(mailbox.status).toEqual({ is: 'none' });
    await clock.pass(60_001);
    await gone;
    expect(places.at(-1)).toBeUndefined();
    // What was given up on does not come after all, over a place chosen since.
    give({});
    await mailbox.choose('folder', null);
    await begin();
    expect(places.at(-1)?.name).toBe(mailbox.file);
  });
});
