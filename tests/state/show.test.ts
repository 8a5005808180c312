import { expect, test } from 'vitest';
import { keepShow, newShow, readShow } from '../../src/state/show.ts';

/** A window of which only its way to the page and its session's storage are known. */
function windowThat(way: string): Window {
  const kept = new Map<string, string>();
  return {
    performance: { getEntriesByType: () => [{ type: way }] },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key)
    }
  } as unknown as Window;
}

const DECK = { title: 'Deck', scenes: [{ id: 'a', title: 'A', caption: '', state: '#/brief' }] };

test.each([
  ['reload', true],
  ['back_forward', true],
  ['navigate', false]
])('[SH1] after a %s, the window is in its showing: %s', (way, shown) => {
  const target = windowThat(way);
  const show = { ...newShow(DECK, null, 'token'), before: '#/deals' };
  keepShow(target, show);
  expect(readShow(target)).toEqual(shown ? show : null);
  keepShow(target, null);
  expect(readShow(target)).toBeNull();
});
