// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shortcuts } from '../../src/app/keys.ts';
import type { Explorer } from '../../src/state/explorer.svelte.ts';
import type { NoteDesk } from '../../src/state/noteDesk.svelte.ts';

const explorer = {
  selected: { id: 'deal-a' },
  pack: { briefing: { id: 'briefing' } },
  href: ({ view }: { view?: string }) => `#/${view ?? ''}`
} as unknown as Explorer;
const opened: string[] = [];
const notebook = {
  ready: false,
  hindrance: null as string | null,
  openDraft: (key: string) => opened.push(key)
};
const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));

let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  location.hash = '#/brief';
  opened.length = 0;
  Object.assign(notebook, { ready: false, hindrance: null });
  stop = shortcuts(window, explorer, { book: notebook } as unknown as NoteDesk, {
    search: vi.fn(),
    help: vi.fn()
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('[K1] an n before the notes are there is kept, and no letter after it is a shortcut until they are', () => {
  press('n');
  press('3');
  vi.advanceTimersByTime(500);
  expect([opened, location.hash]).toEqual([[], '#/brief']);
  notebook.ready = true;
  vi.advanceTimersByTime(60);
  expect(opened).toEqual(['new:deal-a']);
  press('3');
  expect(location.hash).toBe('#/deals');
});

test('[K2] it is let go of by Escape, and where notes cannot be kept', () => {
  press('n');
  press('Escape');
  notebook.ready = true;
  vi.advanceTimersByTime(60);
  expect(opened).toEqual([]);
  Object.assign(notebook, { ready: false });
  press('n');
  notebook.hindrance = 'slow';
  vi.advanceTimersByTime(60);
  press('4');
  expect([opened, location.hash]).toEqual([[], '#/timeline']);
});
