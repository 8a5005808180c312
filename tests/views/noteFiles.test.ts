// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import './dom.ts';
import App from '../../src/app/App.svelte';
import * as loaded from '../../src/app/rest.ts';
import { NOTES_BLOCK } from '../../src/exchange/copy.ts';
import { writeNotesFile } from '../../src/notes/file.ts';
import { MAX_BYTES } from '../../src/notes/limits.ts';
import { newNoteId } from '../../src/notes/newNote.ts';
import { redact, type Revision } from '../../src/notes/revision.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { about, rev } from '../notes/sample.ts';

const pack = openPack(readSeeds(SEEDS));
const claims = pack.claims.filter((one) => one.quantities.length > 0);
const LONG = { timeout: 5000 };
const user = userEvent.setup();
const mine = { ...about, briefing: pack.briefing.id };
const target = { briefing: pack.briefing.id, edition: pack.briefing.edition, entity: claims[0]!.id };
/** A note nobody holds yet. */
const fresh = (value: string, note = newNoteId()) =>
  rev({ note, target, body: { type: 'text', value }, hlc: '2025-11-03T09:14:22.123Z-0003-aaaaaaaa' });
const fileOf = (name: string, ...revisions: Revision[]) => new File([writeNotesFile(revisions, mine)], name);

async function open(hash: string, inside = ''): Promise<HTMLElement> {
  location.hash = hash;
  const { container } = render(App, { props: { pack, hash, asBuilt: true, loaded, inside } });
  await vi.waitFor(() => expect(document.documentElement.dataset.ready).toBe('yes'), { timeout: 5000 });
  return container;
}
const find = <E extends HTMLElement>(page: HTMLElement, css: string): Promise<E> =>
  vi.waitFor(
    () => {
      const found = page.querySelector<E>(css);
      if (!found) throw new Error(`nothing like ${css}`);
      return found;
    },
    { timeout: 5000 }
  );
const drop = (files: File[]) =>
  fireEvent.drop(window, { dataTransfer: { files, types: ['Files'] } } as object);
async function takeIn(page: HTMLElement, ...files: File[]): Promise<void> {
  await drop(files);
  await user.click(await find(page, '[data-import-apply]'));
  await find(page, '[data-import-done]');
}
const seen = (page: HTMLElement, css: string) =>
  page.querySelector(css)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

beforeEach(() => {
  delete document.documentElement.dataset.ready;
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('what is shown goes out', () => {
  test('[N50] the notes shown can be shared alone, as they are sifted while typing', async () => {
    const page = await open('#/notes');
    await takeIn(page, fileOf('a.notes.json', fresh('about terbium'), fresh('about ports')));
    await user.selectOptions(await find(page, '[data-share-which]'), 'shown');
    expect(seen(page, '[data-share-preview]')).toMatch(/^2 notes/);
    await user.type(await find(page, 'input[type=search]'), 'terbium');
    expect(seen(page, '[data-notes-found]')).toMatch(/^1 of 2 notes/);
    expect(seen(page, '[data-share-preview]')).toMatch(/^1 note\b/);
  });
});

describe('notes that came inside the file', () => {
  test('[N55] are said to be looked at only, by the status line and where a file is written, until they are taken in', async () => {
    const page = await open('#/notes', writeNotesFile([fresh('came with the file')], mine));
    await find(page, '[data-inside="asking"]');
    expect(seen(page, '[data-save-status]')).toMatch(/1 note only looked at, not kept here$/);
    expect(seen(page, '[data-share-inside]')).toMatch(
      /^1 note inside this file is only looked at .* To keep it, choose “Take them in” above/
    );
    await user.click(await find(page, '[data-inside-take]'));
    await vi.waitFor(() => expect(page.querySelector('[data-share-inside]')).toBeNull(), LONG);
    expect(seen(page, '[data-save-status]')).not.toContain('looked at');
  });
});

describe('decks that came inside the file', () => {
  test('[N310] are counted as decks, beside notes or alone', async () => {
    const deck = rev({
      note: newNoteId(),
      target: { briefing: pack.briefing.id, edition: pack.briefing.edition, entity: pack.briefing.id },
      body: { type: 'deck', value: '{}' },
      hlc: '2025-11-03T09:14:22.123Z-0003-aaaaaaaa'
    });
    const alone = await open('#/notes', writeNotesFile([deck], mine));
    await find(alone, '[data-inside="asking"]');
    expect(seen(alone, '[data-inside]')).toMatch(/inside: 1 deck of scenes that this browser/);
    cleanup();
    delete document.documentElement.dataset.ready;
    const both = await open('#/notes', writeNotesFile([deck, fresh('beside a deck')], mine));
    await find(both, '[data-inside="asking"]');
    expect(seen(both, '[data-inside]')).toMatch(/inside: 1 note and 1 deck of scenes that/);
  });
});

describe('decks that were withdrawn', () => {
  test('[N71] are not said to be notes', async () => {
    const deck = rev({ note: newNoteId(), body: { type: 'deck', value: '{}' } });
    const page = await open('#/notes?only=deleted');
    await takeIn(page, fileOf('a.notes.json', redact(deck)));
    await find(page, `[data-row="${deck.note}"]`);
    expect(seen(page, `[data-row="${deck.note}"]`)).toMatch(/note or deck · .*withdrawn$/);
    await user.click(await find(page, `[data-row="${deck.note}"]`));
    expect(await find(page, '[aria-label="Withdrawn note or deck"]')).toBeDefined();
  });
});

describe('files come in', () => {
  test('[N51] two files dropped: counts for each file, all taken at once, undone from the report', async () => {
    const page = await open('#/notes');
    const [first, second] = [fresh('the first dropped'), fresh('the second dropped')];
    await drop([fileOf('one.notes.json', first), fileOf('two.notes.json', first, second)]);
    await find(page, '[data-import-each]');
    expect(
      [...page.querySelectorAll('[data-import-each] li')].map((line) => line.textContent?.trim())
    ).toEqual(['one.notes.json: 1 new, 0 known, 0 damaged', 'two.notes.json: 2 new, 0 known, 0 damaged']);
    await user.click(await find(page, '[data-import-apply]'));
    expect((await find(page, '[data-import-done]')).textContent).toMatch(/2 changes taken in/);
    await vi.waitFor(() => expect(page.textContent).toContain('the second dropped'), LONG);
    await user.click(await find(page, '[data-import-undo]'));
    await vi.waitFor(
      () => expect(seen(page, '[data-import-done]')).toMatch(/2 changes taken out, 0 changes kept/),
      LONG
    );
    await vi.waitFor(() => expect(page.textContent).not.toContain('the second dropped'), LONG);
  });

  test('[N57] a file that withdraws a text says whose, and can be taken in without that', async () => {
    const page = await open('#/notes');
    const [held, other] = [fresh('held here and withdrawn there'), fresh('new beside a withdrawal')];
    await takeIn(page, fileOf('first.notes.json', held));
    await vi.waitFor(() => expect(page.textContent).toContain('held here and withdrawn there'), LONG);
    const file = () => fileOf('second.notes.json', redact(held), other);
    await drop([file()]);
    await find(page, '[data-import-withdraws]');
    expect(seen(page, '[data-import-withdraws]')).toMatch(
      /withdraws a text that you hold, for good.*“held here and withdrawn there” by /
    );
    await user.click(await find(page, '[data-import-sparing]'));
    await vi.waitFor(() => expect(page.textContent).toContain('new beside a withdrawal'), LONG);
    expect(seen(page, '[data-import-done]')).toMatch(/^1 change taken in\./);
    expect(page.textContent).toContain('held here and withdrawn there');
    await drop([file()]);
    const apply = await find(page, '[data-import-apply]');
    expect(apply.textContent).toMatch(/and withdraw 1 text/);
    await user.click(apply);
    await vi.waitFor(() => expect(seen(page, '[data-import-done]')).toMatch(/withdrawn for good/), LONG);
    await vi.waitFor(() => expect(page.textContent).not.toContain('held here and withdrawn there'), LONG);
  });

  test('[N52] a saved copy of the page gives the notes inside it', async () => {
    const page = await open('#/notes');
    const text = writeNotesFile([fresh('came inside a copy')], mine);
    const html = `<!doctype html><html><body><script type="application/json" id="${NOTES_BLOCK}">${text}</script></body></html>`;
    await takeIn(page, new File([html], 'copy.html'));
    expect(seen(page, '[data-import-done]')).toMatch(/1 change taken in/);
    await vi.waitFor(() => expect(page.textContent).toContain('came inside a copy'), LONG);
  });

  test('[N76] the plan says who wrote what would come in, and on what', async () => {
    const page = await open('#/notes');
    const title = pack.entity(claims[0]!.id)?.title;
    await drop([fileOf('one.notes.json', fresh('a text of hers'), fresh('another of hers'))]);
    expect(seen(await find(page, '[data-import-report]'), '[data-import-brings]')).toBe(
      `By ${fresh('x').creator.name}, on ${title}.`
    );
  });

  test('[N54] the plan names the record whose note would have two texts side by side', async () => {
    const page = await open('#/notes');
    const base = fresh('both began here');
    const edit = (value: string) =>
      rev({ note: base.note, parents: [base.id], target, body: { type: 'text', value } });
    await drop([fileOf('both.notes.json', base, edit('one text'), edit('another text'))]);
    expect(seen(await find(page, '[data-import-each]'), 'li')).toBe(
      `both.notes.json: 3 new, 0 known, 0 damagedTwo texts side by side on: ${pack.entity(claims[0]!.id)?.title}`
    );
  });

  test('[N80] two texts joined are marked as high as the highest, and so is a new one begun from them', async () => {
    const page = await open('#/notes');
    const on = { target: { ...target, entity: claims[4]!.id }, note: newNoteId() };
    const text = (value: string, marking: string, minute: number) =>
      rev({
        ...on,
        marking,
        body: { type: 'text', value },
        hlc: `2025-11-03T09:0${minute}:22.123Z-0003-aaaaaaaa`
      });
    await takeIn(page, fileOf('both.notes.json', text('secret', 'TLP:RED', 1), text('open', 'TLP:CLEAR', 2)));
    location.hash = `#/brief?on=${claims[4]!.id}`;
    await user.click(await find(page, '[data-note-anew]'));
    expect((await find<HTMLSelectElement>(page, '[data-note-choose-marking]')).value).toBe('TLP:RED');
    await user.click(await find(page, '[data-note-cancel]'));
    await user.click(await find(page, '[data-note-keep-both]'));
    await vi.waitFor(() => expect(page.querySelector('[data-note-alternatives]')).toBeNull(), LONG);
    expect(seen(page, `[data-note="${on.note}"]`)).toContain('TLP:RED');
  });

  test('[N89] an earlier version and a deleted text carry their marking, and the page that of all that can be opened', async () => {
    const page = await open('#/notes');
    const on = { target: { ...target, entity: claims[5]!.id }, note: newNoteId() };
    const first = rev({ ...on, marking: 'EYES ONLY', body: { type: 'text', value: 'for few' } });
    const second = rev({
      ...on,
      marking: 'TLP:CLEAR',
      parents: [first.id],
      hlc: '2025-11-03T10:14:22.123Z-0003-aaaaaaaa'
    });
    await takeIn(page, fileOf('two.notes.json', first, second));
    await vi.waitFor(() => expect(seen(page, '[data-notes-marking]')).toContain('EYES ONLY'), LONG);
    location.hash = `#/brief?on=${claims[5]!.id}`;
    await user.click(await find(page, '[data-note-look-back]'));
    const version = async (n: number) => {
      await user.click(await find(page, `[data-note-history] li:nth-child(${n}) button`));
      return seen(page, '[data-note-history] [data-note-marking]');
    };
    // What was crossed out of the later one is the earlier one's.
    expect([await version(2), await version(1)]).toEqual(['EYES ONLY', 'TLP:CLEAR · EYES ONLY']);
    await user.click(await find(page, '[data-note-delete]'));
    await find(page, '[data-note-restore]');
    expect(seen(page, `[data-note="${on.note}"] .quiet`)).toMatch(/^Deleted: “.*” · TLP:CLEAR\. Undo$/);
  });

  test('[N53] a file past every limit is refused without being read', async () => {
    const page = await open('#/notes');
    const huge = new File(['{}'], 'huge.notes.json');
    const read = vi.fn(() => Promise.resolve('{}'));
    Object.defineProperty(huge, 'size', { value: 2 * MAX_BYTES + 1 });
    Object.defineProperty(huge, 'text', { value: read });
    await drop([huge]);
    expect((await find(page, '[data-import-report] .bad')).textContent).toMatch(/huge\.notes\.json: .*50/);
    expect(read).not.toHaveBeenCalled();
    expect(page.querySelector('[data-import-apply]')).toBeNull();
  });
});

describe('a record with many notes', () => {
  test('[N57] shows the newest beside the editor, and the earlier ones when asked', async () => {
    const on = { ...target, entity: claims[3]!.id };
    const page = await open('#/notes');
    const notes = Array.from({ length: 75 }, (_, i) =>
      rev({
        note: newNoteId(),
        target: on,
        body: { type: 'text', value: `note ${i}` },
        hlc: `2025-11-03T09:14:${String(10 + Math.floor(i / 2))}.${i % 2}23Z-0003-aaaaaaaa`
      })
    );
    await takeIn(page, fileOf('many.notes.json', ...notes));
    location.hash = `#/brief?on=${on.entity}`;
    const texts = () => [...page.querySelectorAll('aside [data-note-body]')].map((one) => one.textContent);
    await vi.waitFor(() => expect(texts().length).toBe(20), LONG);
    expect(texts().at(-1)).toContain('note 74');
    expect(seen(page, '[data-notes-earlier]')).toBe('Show 40 earlier');
    await user.click(await find(page, '[data-notes-earlier]'));
    await vi.waitFor(() => expect(texts().length).toBe(60), LONG);
    expect(seen(page, '[data-notes-earlier]')).toBe('Show 15 earlier');
    await user.click(await find(page, '[data-notes-earlier]'));
    await vi.waitFor(() => expect(texts().length).toBe(75), LONG);
    expect(page.querySelector('[data-notes-earlier]')).toBeNull();
  });
});
