import * as v from 'valibot';
import { SceneState } from './scene.ts';

/** The fault is worded only when it is met: the first number in words costs a cold page a frame. */
const words = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most, () => `at most ${most.toLocaleString('en')} characters`)
  );

/** A scene of a reader's own deck; `speaker` is for the speaker's eyes only, and `hidden` leaves it out of the show. */
export const DeckScene = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,60}$/, 'an id in lower case')),
  title: words(200),
  caption: words(600),
  speaker: words(5_000),
  state: SceneState,
  hidden: v.boolean()
});
export type DeckScene = v.InferOutput<typeof DeckScene>;

/** A deck of scenes as a reader keeps it. */
export const Deck = v.strictObject({
  title: words(200),
  scenes: v.pipe(
    v.array(DeckScene),
    v.maxLength(200, 'at most 200 scenes'),
    v.check(
      (scenes) => new Set(scenes.map(({ id }) => id)).size === scenes.length,
      'each scene has an id of its own'
    )
  )
});
export type Deck = v.InferOutput<typeof Deck>;

/** What the room may see of a scene: no word of the speaker's. */
export type ShownScene = { id: string; title: string; caption: string; state: string };
/** What the room's window holds of a deck. */
export type ShownDeck = { title: string; marking?: string; scenes: readonly ShownScene[] };

/** Reads a kept deck; one that has not its shape is refused whole, with the place of the first fault. */
export function readDeck(text: string): { deck: Deck } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'it is not JSON' };
  }
  const result = v.safeParse(Deck, value);
  if (result.success) return { deck: result.output };
  const [issue] = result.issues;
  return { fault: `${v.getDotPath(issue) ?? 'the deck'}: ${issue.message}` };
}

/** Why a deck is not kept: its scene is of no view that a room can be shown, its address is too long, or there are too many scenes; `text` where all of it is too long. */
export type DeckRefusal = { what: 'view' | 'address' | 'scenes' | 'text' } | { what: 'shape'; why: string };

/** Why a deck cannot be kept, since it could not be read again; null where it can. */
export function refusalOf(deck: Deck): DeckRefusal | null {
  const result = v.safeParse(Deck, deck);
  if (result.success) return null;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? 'the deck';
  if (path === 'scenes' && issue.type === 'max_length') return { what: 'scenes' };
  if (path.endsWith('.state')) return { what: issue.type === 'max_length' ? 'address' : 'view' };
  return { what: 'shape', why: `${path}: ${issue.message}` };
}

/** What the room is shown of a deck: scenes that are not hidden, without the speaker's words, and what the deck is marked. */
export function shownDeck(deck: Deck, marking = ''): ShownDeck {
  return {
    title: deck.title,
    ...(marking ? { marking } : {}),
    scenes: deck.scenes
      .filter((scene) => !scene.hidden)
      .map(({ id, title, caption, state }) => ({ id, title, caption, state }))
  };
}
