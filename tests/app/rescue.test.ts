// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import Rescue from '../../src/app/Rescue.svelte';
import { readNotesFile } from '../../src/notes/file.ts';
import { Shelf } from '../../src/state/shelf.svelte.ts';
import { briefing, note } from '../state/desk.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('[N65] where nothing can be kept, the rescue page hands out what is in the page', async () => {
  vi.stubGlobal('indexedDB', undefined);
  vi.stubGlobal('localStorage', undefined);
  const shelf = new Shelf(briefing);
  await shelf.open(window);
  expect(shelf.kind).toBe('memory');
  const kept = note('on this page only');
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
  const text = await new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as string);
    reader.readAsText(files[0]!);
  });
  expect(readNotesFile(text).revisions).toEqual([kept]);
});
