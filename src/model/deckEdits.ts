import type { Deck, DeckScene } from './deck.ts';

const placed = (deck: Deck, scenes: DeckScene[]): Deck => ({ ...deck, scenes });

/** The deck with one scene moved to another place, counted from 0; a place outside the deck changes nothing. */
export function movedScene(deck: Deck, from: number, to: number): Deck {
  const scenes = [...deck.scenes];
  if (from === to || !scenes[from] || to < 0 || to >= scenes.length) return deck;
  const [scene] = scenes.splice(from, 1);
  scenes.splice(to, 0, scene!);
  return placed(deck, scenes);
}

/** The deck with some members of one scene changed. */
export function changedScene(deck: Deck, at: number, change: Partial<DeckScene>): Deck {
  return placed(
    deck,
    deck.scenes.map((scene, i) => (i === at ? { ...scene, ...change } : scene))
  );
}

/** The deck with a scene put in at a place, counted from 0. */
export function withScene(deck: Deck, at: number, scene: DeckScene): Deck {
  return placed(deck, [...deck.scenes.slice(0, at), scene, ...deck.scenes.slice(at)]);
}

/** The deck without one scene. */
export function withoutScene(deck: Deck, at: number): Deck {
  return placed(
    deck,
    deck.scenes.filter((_, i) => i !== at)
  );
}
