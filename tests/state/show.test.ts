import { expect, test } from 'vitest';
import { backAtDesk, keepShow, newShow, readShow } from '../../src/state/show.ts';

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

test.each([
  ['', '#/brief'],
  ['#/notes?find=words&by=Ana', '#/brief'],
  ['#/deals?as=2025-11-01&on=deal-usa-mys-trade', '#/deals?as=2025-11-01'],
  ['#/deals?on=deal-usa-mys-trade', '#/deals'],
  ['#/timeline?span=2025-10-01..2025-11-01', '#/timeline?span=2025-10-01..2025-11-01'],
  ['#/flows?on=magnet-2025/sep-chn', '#/flows?lens=magnet-2025'],
  ['#/flows?on=magnet-2025/f01&what=mine-mmr:0', '#/flows?lens=magnet-2025&what=mine-mmr:0']
])('[SH2] after a show begun at “%s” the room sees %s: no dossier and no notes', (hash, desk) => {
  expect(backAtDesk(hash)).toBe(desk);
});
