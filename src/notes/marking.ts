import type { Briefing } from '../model/briefing.ts';
import { plainMarking } from '../model/marking.ts';
import { isRedacted } from './revision.ts';
import type { Revision } from './revision.ts';

const SEPARATOR = ' · ';
/** No note holds a longer marking, in characters. */
const MOST = 1_000;

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
 * The highest marking among some revisions, and after it each that the list does not know, since nobody can tell which is higher;
 * an empty text when none carries one. What was redacted holds nothing that could be marked. A note is judged by its whole
 * history, since that leaves with it.
 */
export function highestMarking(revisions: readonly Revision[], list: readonly string[]): string {
  const markings = revisions.flatMap((one) => (isRedacted(one) || !one.marking ? [] : one.marking));
  return markings.length ? jointMarking(markings, list) : '';
}

/** The marking of what holds all that carries some markings: the highest the list knows, then each it does not know, once. */
export function jointMarking(markings: readonly (string | undefined)[], list: readonly string[]): string {
  let [highest, top] = ['', 0];
  const others = new Map<string, string>();
  for (const one of [...new Set(markings)].flatMap((marking = '') => partsOf(marking, list))) {
    const height = rank(one, list);
    const plain = plainMarking(one);
    if (height > list.length) others.set(plain, others.get(plain) ?? one);
    else if (height > top) [highest, top] = [one, height];
  }
  const all = [highest, ...others.values()].map((one) => one.trim().replace(/\s+/g, ' '));
  const text = all.filter(Boolean).join(SEPARATOR);
  return text.length > MOST ? `${text.slice(0, MOST - 4).replace(/ · [^·]*$/, '')}${SEPARATOR}…` : text;
}

/** The marking of pages that hold the briefing and what carries these markings; the briefing's own words where nothing is marked. */
export const pageMarking = (
  { marking, unmarked, markings }: Pick<Briefing, 'marking' | 'unmarked' | 'markings'>,
  ...others: (string | undefined)[]
): string => jointMarking([unmarked ? '' : marking, ...others], markings) || marking;

/** The parts of a joint marking, so that none is named twice; a text made of listed ones alone is none that this page wrote. */
function partsOf(marking: string, list: readonly string[]): string[] {
  const parts = marking.split(SEPARATOR);
  const joint = rank(marking, list) > list.length && parts.some((one) => rank(one, list) > list.length);
  return joint ? parts : [marking];
}
