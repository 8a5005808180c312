import type { Quantity, Unit } from './quantity.ts';
import type { Day, When } from './when.ts';

const NARROW = '\u202f';
const SPACE = '\u00a0';
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
];

/** A number with thin spaces between thousands and at most `decimals` decimals: 73 757. */
export function formatNumber(value: number, decimals = 2): string {
  const digits = Math.abs(value).toFixed(decimals);
  const [whole = '', fraction = ''] = digits.split('.');
  const rest = fraction.replace(/0+$/, '');
  const sign = value < 0 && Number(digits) !== 0 ? '−' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, NARROW)}${rest ? `.${rest}` : ''}`;
}

/** A share of one as whole per cent: "91 %"; what is not nothing never reads as 0. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return `under 1${SPACE}%`;
  if (share < 1 && share > 0.995) return `over 99${SPACE}%`;
  return `${Math.round(share * 100)}${SPACE}%`;
}

/** The unit as it follows a number: what is weighed stays in words elsewhere, so "t metal" reads "t". */
export function shortUnit(unit: Unit): string {
  return unit.startsWith('t ') ? 't' : unit;
}

/** A quantity as stated, hedge and range kept: "up to US$400 bn", "700–1 000 US$/kg", "dozens of technologies". */
export function formatQuantity(q: Quantity): string {
  if (q.qualifier === 'dozens' || q.qualifier === 'hundreds of millions')
    return `${q.qualifier} of ${q.unit.replace(/^(US\$) (?:bn|M)\b/, '$1')}`;
  const number = formatNumber(q.value) + (q.high === undefined ? '' : `–${formatNumber(q.high)}`);
  const hedge = q.qualifier ? `${q.qualifier} ` : '';
  if (q.unit.startsWith('US$ ')) return `${hedge}US$${number}${SPACE}${q.unit.slice(4)}`;
  const unit = q.value === 1 && q.high === undefined ? (ONE[q.unit] ?? q.unit) : q.unit;
  return `${hedge}${number}${SPACE}${unit}`;
}

/** Units that are words, for one of them. */
const ONE: Partial<Record<Unit, string>> = {
  years: 'year',
  months: 'month',
  days: 'day',
  companies: 'company',
  projects: 'project',
  technologies: 'technology',
  places: 'place',
  agreements: 'agreement',
  elements: 'element',
  reactors: 'reactor'
};

/** The figure of a reading, with the words that set it apart where the other reading has the same amount: "25 Mt in each of three years". */
export function formatReading(quantity: Quantity, apart?: string): string {
  return apart ? `${formatQuantity(quantity)} ${apart}` : formatQuantity(quantity);
}

/** A day in words: "28 October 2025"; `short` cuts the month: "28 Oct 2025". */
export function formatDay(day: Day | string, short = false): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = MONTHS[month! - 1]!;
  return `${date} ${short ? name.slice(0, 3) : name} ${year}`;
}

/** A time no more precise than its source: a day, a month, "by 23 October 2025", or the source's own wording. */
export function formatWhen(when: When, short = false): string {
  const day = (d: string) => formatDay(d, short);
  const month = day(when.from).replace(/^\d+ /, '');
  switch (when.precision) {
    case 'day':
      return day(when.from);
    case 'month':
      return month;
    case 'year':
      return when.from.slice(0, 4);
    case 'by':
      return `by ${day(when.to)}`;
    case 'after':
      return `after ${day(when.from)}`;
    case 'about':
      return when.as
        ? `${when.as} ${when.from.slice(0, 4)}`.replace(/(\d{4}) \1$/, '$1')
        : `about ${day(when.from)}`;
    case 'days':
      return when.from === when.to ? day(when.from) : sameMonth(when, short);
  }
}

function sameMonth(when: When, short: boolean): string {
  const to = formatDay(when.to, short);
  if (when.from.slice(0, 7) === when.to.slice(0, 7)) return `${Number(when.from.slice(8))}–${to}`;
  const from = formatDay(when.from, short);
  return `${when.from.slice(0, 4) === when.to.slice(0, 4) ? from.replace(/ \d{4}$/, '') : from} to ${to}`;
}

/** A text of at most so many letters: what is longer ends in "…", with no letter cut in half. */
export const shortened = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${[...text]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;

/** A text with its first letter large, as a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Things in a row, as prose: "a, b and c". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Each of several things once, and of more than `most` how many are left out: "a; b; and 3 more". */
export function someOf(items: readonly string[], mark: string, most = Infinity): string {
  const each = [...new Set(items)];
  const left = each.length > most ? [`and ${each.length - most} more`] : [];
  return [...each.slice(0, most), ...left].join(mark);
}

/** A count with its noun: "1 deal", "17 deals". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count, 0)} ${count === 1 ? noun : plural}`;
}
