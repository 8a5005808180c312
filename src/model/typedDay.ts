import * as v from 'valibot';
import { Day } from './when.ts';

/** What a reader typed as a day: the day, or why it is none. */
export type TypedDay = { day: Day } | { fault: DayFault };
export type DayFault = 'empty' | 'unreadable' | 'ambiguous' | 'no such day';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a typed day: "2025-10-15", "15 October 2025", "15 Oct 2025", "October 15, 2025", "15.10.2025".
 * Two numbers with slashes mean different days on the two sides of the Atlantic, so they are refused unless they can only be one day.
 */
export function readDay(text: string): TypedDay {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (!typed) return { fault: 'empty' };
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  if (slashes) return slashed(slashes[1]!, slashes[2]!, slashes[3]!);
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(typed);
  if (iso) return dated(iso[1]!, Number(iso[3]), iso[4]!);
  const dots = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(typed);
  if (dots) return dated(dots[3]!, Number(dots[2]), dots[1]!);
  const words = /^(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})$/.exec(typed);
  if (words) return dated(words[3]!, month(words[2]!), words[1]!);
  const american = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(typed);
  if (american) return dated(american[3]!, month(american[1]!), american[2]!);
  return { fault: 'unreadable' };
}

/** The month's number, or 0 for a word that is none. "sept" is as good as "sep". */
const NAMES = 'january february march april may june july august september october november december'.split(
  ' '
);
function month(word: string): number {
  if (!NAMES.some((name) => name.startsWith(word)) && word !== 'sept') return 0;
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

/** Of two numbers one is a month: which, can be told where the other is too large for one, and need not be where they are the same. */
function slashed(one: string, other: string, year: string): TypedDay {
  const [a, b] = [Number(one), Number(other)];
  if (a !== b && a <= 12 && b <= 12) return { fault: 'ambiguous' };
  return b > 12 ? dated(year, a, other) : dated(year, b, one);
}

function dated(year: string, monthNumber: number, date: string): TypedDay {
  if (monthNumber === 0) return { fault: 'unreadable' };
  const day = `${year}-${String(monthNumber).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return v.is(Day, day) ? { day } : { fault: 'no such day' };
}

/** The day so many days later, or earlier. */
export function stepDay(day: Day | string, days: number): Day {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

/** The same date so many months later, or the last day of a month that is too short for it. */
export function stepMonth(day: Day | string, months: number): Day {
  const [year, at, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, at + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, at - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The calendar day of a clock, in the reader's own time zone. */
export function clockDay(now: Date): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
