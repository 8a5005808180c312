import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of text in a comparison: in both, only in the older ("gone"), or only in the newer ("new"). */
export type Difference = { kind: 'same' | 'gone' | 'new'; text: string };

/** How many words or lines two texts may differ in and still be compared by them: a comparison takes the square of it. */
const WORDS = { maxEditLength: 600 };
const LINES = { maxEditLength: 300 };

/**
 * Compares two texts word by word, in reading order; together "same" and "gone" give the older text, "same" and "new" the
 * newer. Where they have little in common it compares lines, then the texts as a whole, so that no pair keeps the page waiting.
 */
export function differences(older: string, newer: string): Difference[] {
  const parts = diffWordsWithSpace(older, newer, WORDS) ?? diffLines(older, newer, LINES);
  if (!parts)
    return [
      { kind: 'gone', text: older },
      { kind: 'new', text: newer }
    ];
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value
  }));
}
