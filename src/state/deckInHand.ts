const KEY = 'lodestone-deck';

/** The deck that was in hand when the page was last here, by its note's identity; null for the briefing's own, or where the browser keeps nothing. */
export function deckInHand(series: string): string | null {
  try {
    const [of, note] = (localStorage.getItem(KEY) ?? '').split(' ');
    return of === series && note ? note : null;
  } catch {
    return null;
  }
}

/** Keeps which deck is in hand for the next time: its identity alone, no word of it. */
export function keepDeckInHand(series: string, note: string | null): void {
  try {
    if (note) localStorage.setItem(KEY, `${series} ${note}`);
    else localStorage.removeItem(KEY);
  } catch {
    // Site data is blocked: the next time begins with the briefing's own.
  }
}
