// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import App from '../../src/app/App.svelte';
import { writeNotesFile } from '../../src/notes/file.ts';
import { newNoteId } from '../../src/notes/revision.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { about, rev } from '../notes/sample.ts';

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
);
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {}
}));
Element.prototype.scrollIntoView = () => {};

const pack = openPack(readSeeds(SEEDS));
const claims = pack.claims.filter((one) => one.quantities.length > 0);
const user = userEvent.setup();
const mine = { ...about, briefing: pack.briefing.id };
const target = { briefing: pack.briefing.id, edition: pack.briefing.edition, entity: claims[0]!.id };
/** A note nobody holds yet. */
const fresh = (value: string, note = newNoteId()) =>
  rev({ note, target, body: { type: 'text', value }, hlc: '2025-11-03T09:14:22.123Z-0003-aaaaaaaa' });
const fileOf = (name: string, ...revisions: ReturnType<typeof rev>[]) =>
  new File([writeNotesFile(revisions, mine)], name);

async function open(hash: string): Promise<HTMLElement> {
  location.hash = hash;
  const { container } = render(App, { props: { pack, hash } });
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
  page.querySelector(css)?.textContent?.replace(/\s+/g, ' ') ?? '';

beforeEach(() => {
  delete document.documentElement.dataset.ready;
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('what is shown goes out', () => {
  test('[N50] the notes shown below can be shared alone, as they are sifted while typing', async () => {
    const page = await open('#/notes');
    await takeIn(page, fileOf('a.notes.json', fresh('about terbium'), fresh('about ports')));
    await user.selectOptions(await find(page, '[data-share-which]'), 'shown');
    expect(seen(page, '[data-share-preview]')).toMatch(/^2 notes/);
    await user.type(await find(page, 'input[type=search]'), 'terbium');
    expect(seen(page, '[data-notes-found]')).toMatch(/^ ?1 of 2 notes/);
    expect(seen(page, '[data-share-preview]')).toMatch(/^1 note\b/);
  });
});
