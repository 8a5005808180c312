import { diffWordsWithSpace } from 'diff';

/** A stretch of text in a comparison: in both, only in the older ("gone"), or only in the newer ("new"). */
export type Difference = { kind: 'same' | 'gone' | 'new'; text: string };

/** Compares two texts word by word, in reading order; together "same" and "gone" give the older text, "same" and "new" the newer. */
export function differences(older: string, newer: string): Difference[] {
  return diffWordsWithSpace(older, newer).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value
  }));
}
