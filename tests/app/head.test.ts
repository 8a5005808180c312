import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';

const code = readFileSync('src/app/head.js', 'utf8');

/** Runs the head's script beside a page that is only what it asks for, and gives the moments at which a browser calls it. */
function head(storage: { getItem(key: string): string | null } | 'blocked', systemIsDark = false) {
  const root = { dataset: {} as Record<string, string> };
  const moments: Record<string, () => void> = {};
  const page = {
    documentElement: root,
    addEventListener: (name: string, call: () => void) => (moments[name] = call),
    // The end is not there: that is said, and nothing starts.
    getElementById: () => null,
    createElement: () => ({ setAttribute: () => undefined }),
    body: { prepend: () => undefined }
  };
  const surroundings = {
    document: page,
    location: { hash: '' },
    matchMedia: () => ({ matches: systemIsDark }),
    performance: { getEntriesByType: () => [{ type: 'navigate' }] },
    requestAnimationFrame: (call: () => void) => (moments.frame = call),
    get localStorage() {
      if (storage === 'blocked') throw new Error('SecurityError');
      return storage;
    }
  };
  // A name that is asked for throws where a browser's would.
  new Function('surroundings', `with (surroundings) { ${code} }`)(surroundings);
  return { theme: () => root.dataset.theme, at: (moment: string) => moments[moment]!() };
}

const chose = (theme: string | null) => ({ getItem: vi.fn(() => theme) });

it.each(['frame', 'DOMContentLoaded'])(
  '[H3] takes the theme that the reader chose at the %s, whichever comes first, and asks once',
  (moment) => {
    const storage = chose('dark');
    const { theme, at } = head(storage);
    expect(storage.getItem).not.toHaveBeenCalled();
    expect(theme()).toBe('light');
    at(moment);
    expect(theme()).toBe('dark');
    at('frame');
    at('DOMContentLoaded');
    expect(storage.getItem).toHaveBeenCalledTimes(1);
  }
);

it.each([
  ['nothing', null],
  ['another word', 'sepia']
])('[H4] follows the system where the storage holds %s', (_what, word) => {
  const { theme, at } = head(chose(word), true);
  at('frame');
  expect(theme()).toBe('dark');
});

it('[H4] follows the system where site data is blocked, at the name or at the reading', () => {
  for (const storage of [
    'blocked' as const,
    {
      getItem() {
        throw new Error('SecurityError');
      }
    }
  ]) {
    const { theme, at } = head(storage, true);
    at('DOMContentLoaded');
    expect(theme()).toBe('dark');
  }
});
