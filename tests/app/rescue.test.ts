// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import Rescue from '../../src/app/Rescue.svelte';
import { readNotesFile } from '../../src/notes/file.ts';
import { merge } from '../../src/notes/merge.ts';
import { Shelf } from '../../src/state/shelf.svelte.ts';
import { offerUnsaved } from '../../src/state/unsaved.ts';
import { toRow } from '../../src/store/row.ts';
import { briefing, note } from '../state/desk.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('[N65] [N86] where nothing can be kept, the rescue page hands out what is in the page', async () => {
  vi.stubGlobal('indexedDB', undefined);
  vi.stubGlobal('localStorage', undefined);
  const shelf = new Shelf(briefing);
  await shelf.open(window);
  expect(shelf.kind).toBe('memory');
  const kept = note('on this page only', { marking: 'TLP:RED' });
  await shelf.saver!.commit(kept, 'new:x');
  shelf.take(kept);
  shelf.drafts = { 'new:y': { text: 'begun' } };
  const files: Blob[] = [];
  vi.stubGlobal('URL', {
    createObjectURL: (blob: Blob) => (files.push(blob), 'blob:x'),
    revokeObjectURL: () => {}
  });
  const { container } = render(Rescue, { props: { known: [] } });
  const button = await vi.waitFor(() => {
    const found = container.querySelector<HTMLButtonElement>('[data-rescue-waiting]');
    if (!found) throw new Error('not there yet');
    return found;
  });
  expect(container.querySelector('[data-rescue-empty]')).toBeNull();
  expect(container.textContent).toContain('2 in this page’s memory only');
  button.click();
  expect(readNotesFile(await textOf(files[0]!)).revisions).toEqual([kept]);
  // [N86] It carries the marking of what is inside, and says so.
  expect(readNotesFile(await textOf(files[0]!)).about.marking).toBe('TLP:RED');
  await vi.waitFor(() =>
    expect(container.textContent).toMatch(/as \S+\.rescue\.all\.TLP-RED\.notes\.json.* is marked TLP:RED\./)
  );
});

test('[N72] what is not saved yet goes along with the notes of its own briefing, and is said to', async () => {
  const mine = note('not saved yet');
  offerUnsaved(() => [{ kind: 'commit', key: 'new:x', revision: mine, since: 0, done: () => {} }]);
  const kept = note('kept here');
  for (const series of [briefing.id, 'another'])
    localStorage.setItem(`lodestone-${series}/add/1`, JSON.stringify([toRow(kept)]));
  vi.stubGlobal('indexedDB', undefined);
  const files: Blob[] = [];
  vi.stubGlobal('URL', {
    createObjectURL: (blob: Blob) => (files.push(blob), 'blob:x'),
    revokeObjectURL: () => {}
  });
  const { container } = render(Rescue, { props: { known: [briefing.id] } });
  const section = (series: string) =>
    vi.waitFor(() => {
      const found = container.querySelector<HTMLElement>(`[data-rescued^="lodestone-${series} "]`);
      if (!found) throw new Error('not there yet');
      return found;
    });
  expect(container.textContent).toContain('those in backups and those not saved yet too');
  for (const series of [briefing.id, 'another'])
    (await section(series)).querySelector<HTMLButtonElement>('[data-rescue-notes]')!.click();
  // Files leave one after another, with a rest between them.
  await vi.waitFor(() => expect(files).toHaveLength(2), { timeout: 8000 });
  const held = await Promise.all(files.map(textOf));
  expect(held.map((text) => readNotesFile(text).revisions)).toEqual([merge([kept, mine]), [kept]]);
});

const textOf = (file: Blob) =>
  new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as string);
    reader.readAsText(file);
  });
