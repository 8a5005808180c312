import * as v from 'valibot';
import { parseRect } from '../geo/rect.ts';
import { LINE_FORCES } from '../model/asof.ts';
import { Binding, StateName, Subject } from '../model/deal.ts';
import { CHECKS, GROUPS, SORTS } from '../model/ledger.ts';
import { Day } from '../model/when.ts';

/** What a choice may be, in the order in which a reader meets it. Those with a list take one of its words. */
const CHOICES = {
  subject: Subject.options,
  binds: Binding.options,
  force: [...LINE_FORCES, 'not yet'],
  state: [...StateName.options, 'not yet'],
  rare: ['yes', 'in part', 'no'],
  named: ['briefing', 'record'],
  check: CHECKS,
  sort: SORTS.flatMap((sort) => [sort, `-${sort}`]),
  group: GROUPS,
  map: ['world'],
  table: ['yes'],
  ask: ['record'],
  part: ['judgements', 'figures', 'record', 'since', 'unknown']
} as const;
/** The parameters of an address that choose what a view shows, as they are written. */
export const SIFT_KEYS = [
  'place',
  'made',
  'span',
  'zoom',
  ...(Object.keys(CHOICES) as (keyof typeof CHOICES)[])
] as const;

/** The reader's choices in Deals and Timeline: which deals, in which order, on which map, over which days; `zoom` is the part of the map in view, `ask` a question whose answer is spread out. */
export type Sift = { [K in (typeof SIFT_KEYS)[number]]?: string };

/** Reads the choices of a link; one that is not known is named, and the rest hold. */
export function readSift(
  params: URLSearchParams,
  isEntity: (id: string) => boolean
): { sift: Sift; unknown: string[] } {
  const sift: Sift = {};
  const unknown: string[] = [];
  const known: Record<keyof Sift, (value: string) => boolean> = {
    ...(Object.fromEntries(
      Object.entries(CHOICES).map(([key, words]) => [
        key,
        (value) => (words as readonly string[]).includes(value)
      ])
    ) as Record<keyof typeof CHOICES, (value: string) => boolean>),
    place: isEntity,
    made: (value) => v.is(Day, `${value}-01`),
    span: (value) => parseSpan(value) !== null,
    zoom: (value) => parseRect(value) !== null
  };
  for (const key of SIFT_KEYS) {
    const value = params.get(key);
    if (!value) continue;
    if (known[key](value)) sift[key] = value;
    else unknown.push(`${key}=${value}`);
  }
  return { sift, unknown };
}

/** The longest span that a timeline is drawn over: with more, its months and years are too many to tell apart. */
const LONGEST = 60;

/** A span of days as a link holds it, "2025-10-01..2025-11-30", of at most 60 years, or null. */
export function parseSpan(text: string): { from: Day; to: Day } | null {
  const [from = '', to = ''] = text.split('..');
  return v.is(Day, from) && v.is(Day, to) && from < to && +to.slice(0, 4) - +from.slice(0, 4) <= LONGEST
    ? { from, to }
    : null;
}
