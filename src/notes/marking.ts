import { plainMarking } from '../model/marking.ts';
import { isRedacted } from './revision.ts';
import type { Revision } from './revision.ts';

/**
 * How high a marking stands on an ordered list, lowest first: 0 for none, 1 for the first of the list, and one
 * more than its length for a text that the list does not know, since nobody can tell how high that is.
 */
export function rank(marking: string | undefined, list: readonly string[]): number {
  if (!marking) return 0;
  const plain = plainMarking(marking);
  if (plain === '') return 0;
  const place = list.findIndex((one) => plainMarking(one) === plain);
  return place < 0 ? list.length + 1 : place + 1;
}

/**
 * The highest marking among some revisions, as its author wrote it; an empty text when none carries one. What was redacted
 * holds nothing that could be marked. A note is judged by its whole history, since that leaves with it.
 */
export function highestMarking(revisions: readonly Revision[], list: readonly string[]): string {
  let [highest, top] = ['', 0];
  for (const revision of revisions) {
    if (isRedacted(revision) || !revision.marking) continue;
    const height = rank(revision.marking, list);
    if (height > top) [highest, top] = [revision.marking, height];
  }
  return highest.trim();
}

/** The higher of two markings, for what holds both; both texts where nobody can tell, since the list does not know one of them. */
export function jointMarking(one: string, other: string, list: readonly string[]): string {
  const [a, b] = [rank(one, list), rank(other, list)];
  const known = Math.max(a, b) <= list.length || !a || !b || plainMarking(one) === plainMarking(other);
  return (known ? (a < b ? other : one) : `${one.trim()} · ${other.trim()}`).trim().replace(/\s+/g, ' ');
}
