import * as v from 'valibot';
import type { ShownDeck } from '../model/deck.ts';
import { SceneState } from '../model/scene.ts';

const KEY = 'lodestone-present';

/** One showing of a deck in one window: never a word of the speaker's or of a note. */
export type Show = {
  /** Joins the speaker's window to this showing. */
  token: string;
  deck: ShownDeck;
  /** The deck's identity in the notes store; null for the briefing's own. */
  deckId: string | null;
  /** The scene in view, counted from 0. */
  at: number;
  /** Where the room was when a question came from the floor, while it looks at the answer. */
  before?: string;
  /** Where the desk was when the showing began: leaving goes back there, with its day. */
  from?: string;
  /** When the showing began, ms since 1970. */
  startedAt: number;
  /** Time spent in each scene by its id, ms; the one in view is not counted to its end. */
  spent: Readonly<Record<string, number>>;
};

const Stored = v.object({
  token: v.string(),
  deck: v.object({
    title: v.string(),
    marking: v.exactOptional(v.string()),
    scenes: v.array(v.object({ id: v.string(), title: v.string(), caption: v.string(), state: SceneState }))
  }),
  deckId: v.nullable(v.string()),
  at: v.number(),
  before: v.exactOptional(v.string()),
  from: v.exactOptional(v.string()),
  startedAt: v.number(),
  spent: v.record(v.string(), v.number())
});

/** A new showing of a deck from one of its scenes. */
export function newShow(deck: ShownDeck, deckId: string | null, token: string, at = 0): Show {
  return { token, deck, deckId, at: Math.min(at, deck.scenes.length - 1), startedAt: Date.now(), spent: {} };
}

/** What the browser's history holds of the page that a show was left for: there the keys go on in the view. */
export const LEFT_SHOW = 'show';

/**
 * Where the desk opens after a showing: where it stood, but with no dossier and no list of notes, since the room may still see the
 * screen. A flow or site that was selected leaves its lens.
 */
export function backAtDesk(hash: string): string {
  return (
    hash
      .replace(/^#\/notes.*/, '')
      .replace(/\bon=(?:([\w.-]+)\/[^&]*|[^&]*)/, (_, lens?: string) => (lens ? `lens=${lens}` : ''))
      .replace(/[?&]$/, '') || '#/brief'
  );
}

/** A name that nobody guesses, for one showing. */
export const newToken = (): string => crypto.randomUUID();

/** Whether the window came to the page by its address: only a reload or a step back comes back to a showing. */
export function arrivedAnew(target: Window): boolean {
  const [way] = target.performance.getEntriesByType('navigation');
  return (way as PerformanceNavigationTiming | undefined)?.type === 'navigate';
}

/** The showing this window was in before it was reloaded, or null. */
export function readShow(target: Window): Show | null {
  if (arrivedAnew(target)) return null;
  try {
    const result = v.safeParse(Stored, JSON.parse(target.sessionStorage.getItem(KEY) ?? 'null'));
    return result.success && result.output.deck.scenes.length ? result.output : null;
  } catch {
    return null;
  }
}

/** Keeps the showing for a reload of this window, or ends it; where the browser keeps nothing, a reload ends it too. */
export function keepShow(target: Window, show: Show | null): void {
  try {
    if (show) target.sessionStorage.setItem(KEY, JSON.stringify(show));
    else target.sessionStorage.removeItem(KEY);
  } catch {
    // Site data is blocked: after a reload this window opens as the ordinary page.
  }
}
