// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import './dom.ts';
import App from '../../src/app/App.svelte';
import * as loaded from '../../src/app/rest.ts';
import { writeNotesFile } from '../../src/notes/file.ts';
import { openPack } from '../../src/pack/pack.ts';
import { IndexedDbStore } from '../../src/store/indexedDbStore.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { about, many } from '../notes/sample.ts';

const pack = openPack(readSeeds(SEEDS));
/** A claim with a figure for each test, since notes are kept from one to the next. */
const claims = pack.claims.filter((one) => one.quantities.length > 0);
const user = userEvent.setup();

async function open(hash: string): Promise<HTMLElement> {
  location.hash = hash;
  const { container } = render(App, { props: { pack, hash, asBuilt: true, loaded } });
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

/** Gives the name that notes carry, where it is asked. */
async function sign(page: HTMLElement): Promise<void> {
  const author = page.querySelector('[data-note-author]');
  if (author) await user.type(author, 'Ada');
}

beforeEach(() => {
  delete document.documentElement.dataset.ready;
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('writing a note', () => {
  test('[N40] n writes on the selection; hints come while typing and never stand in the way', async () => {
    const page = await open(`#/brief?on=${claims[0]!.id}`);
    await user.keyboard('n');
    const text = await find<HTMLTextAreaElement>(page, '[data-note-text]');
    await user.type(text, 'It might lapse. It is likely, with low confidence.');
    const hints = await find(page, '[data-note-hints] li');
    expect(hints.parentElement!.textContent).toMatch(/two sentences keep them apart/);
    expect(hints.parentElement!.textContent).toMatch(/“might” is on neither yardstick/);
    // A name that lacks is said at its field until it is there, and the key that saves does so from any field.
    const saveKey = () => user.keyboard('{Control>}{Enter}{/Control}');
    await saveKey();
    const name = await find<HTMLInputElement>(page, '[data-note-author][aria-invalid]');
    const told = () =>
      page.querySelector(`[id="${name.getAttribute('aria-describedby')}"]`)?.textContent ?? '';
    await vi.waitFor(() => expect(document.activeElement).toBe(name));
    expect(told()).toMatch(/name/);
    await sign(page);
    expect([told(), name.getAttribute('aria-invalid')]).toEqual(['', null]);
    await user.type(await find(page, '[data-note-org]'), 'Desk 4');
    await saveKey();
    const body = await find(page, '[data-note] [data-note-body]');
    expect(body.textContent).toContain('It might lapse.');
    expect(body.parentElement!.textContent).toContain('Ada, Desk 4');
  });

  test('[N40] with nothing selected n writes on the briefing as a whole', async () => {
    const page = await open('#/brief');
    await user.keyboard('n');
    await find(page, '[data-note-text]');
    expect(page.querySelector('[data-entity]')?.getAttribute('data-entity')).toBe(pack.briefing.id);
  });

  test('[N41] another yardstick never converts what was chosen, and half a source grading is not saved', async () => {
    const page = await open(`#/brief?on=${claims[1]!.id}`);
    await user.keyboard('n');
    await user.type(await find(page, '[data-note-text]'), 'So it is.');
    await user.selectOptions(await find(page, '[data-note-choose-kind]'), 'assessing');
    const likelihood = await find<HTMLSelectElement>(page, '[data-note-likelihood]');
    await user.selectOptions(likelihood, 'unlikely');
    await user.selectOptions(await find(page, '[data-note-scale]'), 'ICD203');
    expect(likelihood.value).toBe('');
    expect(page.textContent).toMatch(/“unlikely” was chosen on PHIA yardstick/);
    await sign(page);
    await user.selectOptions(await find(page, '[data-note-letter]'), 'B');
    await user.click(await find(page, '[data-note-save]'));
    expect((await find(page, '[data-note-problem]')).textContent).toMatch(/a letter and a digit/);
    expect(page.querySelector<HTMLTextAreaElement>('[data-note-text]')?.value).toBe('So it is.');
    await user.selectOptions(await find(page, '[data-note-digit]'), '2');
    await user.selectOptions(likelihood, 'very likely');
    await user.click(await find(page, '[data-note-save]'));
    const said = await find(page, '[data-note-assess]');
    expect([...said.children].map((one) => one.textContent)).toEqual([
      'Likelihood: very likely (80–95\u00a0%, ICD 203)',
      'Source: B2, usually reliable, probably true'
    ]);
  });

  test('[N60] half a source grading is kept with the draft, in sight, until the other half is chosen', async () => {
    const page = await open(`#/brief?on=${claims[5]!.id}`);
    await user.keyboard('n');
    await user.type(await find(page, '[data-note-text]'), 'Half.');
    const fields = (await find(page, '[data-note-letter]')).closest('details')!;
    await user.selectOptions(await find(page, '[data-note-letter]'), 'C');
    expect(fields.open).toBe(true);
    // Another record and back: the editor is made anew from the draft.
    location.hash = `#/brief?on=${claims[6]!.id}`;
    await vi.waitFor(() => expect(page.querySelector('[data-note-letter]')).toBeNull());
    location.hash = `#/brief?on=${claims[5]!.id}`;
    const letter = await find<HTMLSelectElement>(page, '[data-note-letter]');
    expect([letter.value, letter.closest('details')!.open]).toEqual(['C', true]);
    await user.selectOptions(await find(page, '[data-note-digit]'), '3');
    await sign(page);
    await user.click(await find(page, '[data-note-save]'));
    expect((await find(page, '[data-note-assess]')).textContent).toContain('Source: C3');
  });

  test('[N42] a note is text: markup and addresses in it make no element of their own', async () => {
    const page = await open(`#/brief?on=${claims[2]!.id}`);
    await user.keyboard('n');
    const text = await find<HTMLTextAreaElement>(page, '[data-note-text]');
    await user.click(text);
    await user.paste('<img src=x onerror=alert(1)> see https://example.org/a **now**');
    await sign(page);
    await user.click(await find(page, '[data-note-save]'));
    const body = await find(page, '[data-note] [data-note-body]');
    expect(body.querySelector('img, a')).toBeNull();
    expect(body.querySelector('strong')?.textContent).toBe('now');
    expect(body.querySelector('button')?.getAttribute('aria-label')).toBe(
      'Copy the address https://example.org/a'
    );
  });

  test('[N43] a figure is noted from its line; the line and everything that names the record wear the count', async () => {
    const page = await open(`#/brief?on=${claims[3]!.id}`);
    await user.click(await find(page, '[data-note-figure]'));
    await user.type(await find(page, '[data-note-text]'), 'Which year?');
    await sign(page);
    await user.click(await find(page, '[data-note-save]'));
    await find(page, '[data-note] [data-note-body]');
    const flag = await find(page, '[data-note-figure] + [data-noted]');
    expect(flag.textContent).toContain('1 note');
    location.hash = `#/brief?on=${claims[3]!.paragraph}`;
    const link = await find(page, `aside a[href*="${claims[3]!.id}"] [data-noted]`);
    expect(link.textContent).toContain('1 note');
  });
});

describe('a note that takes its time to be stored', () => {
  let store: () => void;
  beforeEach(() => {
    const slow = new Promise<void>((done) => (store = done));
    const commit = Object.getOwnPropertyDescriptor(IndexedDbStore.prototype, 'commit')!
      .value as IndexedDbStore['commit'];
    vi.spyOn(IndexedDbStore.prototype, 'commit').mockImplementationOnce(async function (
      this: IndexedDbStore,
      ...given
    ) {
      await slow;
      return commit.apply(this, given);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('[N61] is written once, however often Save is pressed meanwhile', async () => {
    const page = await open(`#/brief?on=${claims[9]!.id}`);
    await user.keyboard('n');
    const text = await find<HTMLTextAreaElement>(page, '[data-note-text]');
    await user.type(text, 'Once.');
    await sign(page);
    await user.click(text);
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    text.closest('form')!.requestSubmit();
    store();
    await find(page, '[data-note] [data-note-body]');
    expect(page.querySelectorAll('[data-note]')).toHaveLength(1);
    expect(page.querySelector('[data-note-text]')).toBeNull();
  });

  test('[N62] keeps what is typed on meanwhile in its editor, and saves that as its new text', async () => {
    const page = await open(`#/brief?on=${claims[10]!.id}`);
    await user.keyboard('n');
    const text = await find<HTMLTextAreaElement>(page, '[data-note-text]');
    await user.type(text, 'First');
    await sign(page);
    await user.click(await find(page, '[data-note-save]'));
    await user.type(text, ' and more');
    store();
    await find(page, '[data-note] [data-note-body]');
    await find(page, '[data-note-goes-on]');
    expect(page.querySelector('[data-note-text]')).toBe(text);
    expect([text.value, document.activeElement === text]).toEqual(['First and more', true]);
    await vi.waitFor(() =>
      expect(page.querySelector<HTMLButtonElement>('[data-note-save]')?.disabled).toBe(false)
    );
    await user.click(await find(page, '[data-note-save]'));
    await vi.waitFor(() => expect(page.querySelector('[data-note-text]')).toBeNull());
    const notes = [...page.querySelectorAll('[data-note] [data-note-body]')];
    expect(notes.map((one) => one.textContent?.trim())).toEqual(['First and more']);
  });
});

describe('an unfinished text', () => {
  test('[N311] that was discarded comes back by Undo, which has the focus', async () => {
    const page = await open(`#/brief?on=${claims[8]!.id}`);
    await user.keyboard('n');
    await user.type(await find(page, '[data-note-text]'), 'Half a thought');
    await user.click(await find(page, '[data-note-cancel]'));
    const line = await find(page, '[data-undo-line]');
    expect(line.textContent).toContain('Discarded: “Half a thought”');
    expect(document.activeElement).toBe(line.querySelector('button'));
    expect(page.querySelector('[data-note-text]')).toBeNull();
    await user.keyboard('{Enter}');
    expect((await find<HTMLTextAreaElement>(page, '[data-note-text]')).value).toBe('Half a thought');
    expect(page.querySelector('[data-undo-line]')).toBeNull();
    await user.clear(await find(page, '[data-note-text]'));
    await user.click(await find(page, '[data-note-cancel]'));
    await vi.waitFor(() => expect(page.querySelector('[data-note-text]')).toBeNull());
    expect(page.querySelector('[data-undo-line]')).toBeNull();
  });
});

describe('a backup that cannot be taken', () => {
  beforeEach(() => {
    vi.spyOn(IndexedDbStore.prototype, 'saveBackup').mockRejectedValue(new Error('the disk is full'));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('[N44] is told in the report of the import, which goes on', async () => {
    // A note of its own, which no backup can hold: one that the page took late of the notes before would be as good.
    const page = await open(`#/brief?on=${claims[7]!.id}`);
    await user.keyboard('n');
    await user.type(await find(page, '[data-note-text]'), 'Before the import.');
    await sign(page);
    await user.click(await find(page, '[data-note-save]'));
    await find(page, '[data-note] [data-note-body]');
    location.hash = '#/notes';
    const file = new File([writeNotesFile(many(2), about)], 'theirs.notes.json', {
      type: 'application/json'
    });
    await user.upload(await find<HTMLInputElement>(page, 'input[data-import]'), file);
    await user.click(await find(page, '[data-import-apply]'));
    expect((await find(page, '[data-import-done]')).textContent).toContain('2 changes taken in');
    const said = await find(page, '[data-import-unbacked]');
    expect(said.textContent).toMatch(/No backup could be taken before \(the disk is full\)/);
  });

  test('[N45] is told after a text was withdrawn, until it was read', async () => {
    const page = await open(`#/brief?on=${claims[4]!.id}`);
    await user.keyboard('n');
    await user.type(await find(page, '[data-note-text]'), 'Not for these eyes.');
    await sign(page);
    await user.click(await find(page, '[data-note-save]'));
    await user.click(await find(page, '[data-note-withdraw]'));
    const now = await find<HTMLButtonElement>(page, '[data-note-withdraw-now]');
    expect(now.disabled).toBe(true);
    await user.click(await find(page, '[data-note-withdraw-sure]'));
    await user.click(now);
    const said = await find(page, '[data-unbacked]');
    expect(said.textContent).toMatch(/was withdrawn, but no backup .* \(the disk is full\)/);
    expect(page.querySelector('aside')?.textContent).not.toContain('Not for these eyes.');
    await user.click(said.querySelector('button')!);
    await vi.waitFor(() => expect(page.querySelector('[data-unbacked]')).toBeNull());
  });
});

describe('the name of a note’s writer', () => {
  test('[N78] a name that is to be changed is typed into its field, not into the note', async () => {
    const page = await open(`#/brief?on=${claims[0]!.id}`);
    await user.keyboard('n');
    const text = await find<HTMLTextAreaElement>(page, '[data-note-text]');
    await sign(page);
    await user.type(text, 'Signed.');
    await user.click(await find(page, '[data-note-save]'));
    await vi.waitFor(() => expect(page.querySelector('[data-note-text]')).toBeNull(), { timeout: 5000 });
    await user.click(await find(page, '[data-note-new]'));
    await user.click(await find(page, '[data-author-change]'));
    const name = await find<HTMLInputElement>(page, '[data-note-author]');
    expect(document.activeElement).toBe(name);
    await user.keyboard('Ann');
    expect([name.value, (await find<HTMLTextAreaElement>(page, '[data-note-text]')).value]).toEqual([
      'Ann',
      ''
    ]);
    await user.keyboard('{Control>}a{/Control}Ada');
    await user.click(await find(page, '[data-note-cancel]'));
  });
});
