import { stepMonth } from '../model/typedDay.ts';
import type { Day, When } from '../model/when.ts';

/** A span of days, both included. */
export type Span = { from: Day; to: Day };
/** A day on the axis; its label is centred at `at`, on the tick itself unless that would leave the picture. */
export type Tick = { x: number; at: number; label: string; strong: boolean };

/** Days as places across the picture, in px, with ticks that name months or days. */
export type Axis = {
  span: Span;
  x: (day: string) => number;
  /** The day at a place, no matter how far outside. */
  day: (x: number) => Day;
  ticks: Tick[];
};

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Least room for a tick with its label, in px. */
const APART = 54;
/** Least room between two ticks that both tell a year, in px. */
const YEARS_APART = 96;
/** Half the mean width of a letter of a label, in px. */
const HALF = 3.2;

/** A day as a time, in ms: its beginning in UTC, so that no time zone moves it. */
export const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
/** The day whose beginning in UTC lies nearest to a time in ms. */
export const dayOf = (time: number): Day => new Date(Math.round(time / DAY) * DAY).toISOString().slice(0, 10);

/** The axis of a span between two places of the picture. */
export function axisOf(span: Span, left: number, right: number): Axis {
  const [from, to] = [timeOf(span.from), timeOf(span.to)];
  const scale = (right - left) / (to - from);
  // Many states and events share a day, and reading one takes longer than looking it up.
  const places = new Map<string, number>();
  const x = (day: string) => {
    let place = places.get(day);
    if (place === undefined) {
      place = Math.round((left + (timeOf(day) - from) * scale) * 10) / 10;
      places.set(day, place);
    }
    return place;
  };
  const perDay = DAY * scale;
  return {
    span,
    x,
    day: (at) => dayOf(from + (at - left) / scale),
    ticks: ticks(span, x, perDay, [left, right])
  };
}

function ticks(
  span: Span,
  x: (day: string) => number,
  perDay: number,
  [left, right]: readonly [number, number]
): Tick[] {
  const step = [1, 2, 3, 6, 12].find((months) => months * 30 * perDay >= APART) ?? 12;
  const found: Tick[] = [];
  const add = (day: string, label: string, strong: boolean) => {
    const half = label.length * HALF;
    const at = Math.min(Math.max(x(day), left + half), right - half);
    found.push({ x: x(day), at, label, strong });
  };
  const date = new Date(timeOf(`${span.from.slice(0, 7)}-01`));
  for (; date.getTime() <= timeOf(span.to); date.setUTCMonth(date.getUTCMonth() + 1)) {
    const month = date.getUTCMonth();
    const day = dayOf(date.getTime());
    if (month % step === 0 && day >= span.from && x(day) < right - 20) {
      // The year stands at its first month, and at the first month in sight unless the next tick is a year's first and near.
      const next = `${date.getUTCFullYear() + 1}-01-01`;
      const soon =
        month + step >= 12 && next <= span.to && x(next) < Math.min(right - 20, x(day) + YEARS_APART);
      const withYear = month === 0 || (!found.some(({ label }) => / /.test(label)) && !soon);
      add(day, `${MONTHS[month]}${withYear ? ` ${date.getUTCFullYear()}` : ''}`, month === 0);
    }
    // Close up, days stand between the months.
    if (step === 1)
      for (const inMonth of perDay * 7 >= APART ? [8, 15, 22] : perDay * 15 >= APART ? [15] : []) {
        const within = `${day.slice(0, 8)}${String(inMonth).padStart(2, '0')}`;
        if (within >= span.from && within <= span.to && x(within) < right - 20)
          // The first day in sight says its month too, where no month stands before it.
          add(
            within,
            found.length ? String(inMonth) : `${inMonth} ${MONTHS[month]} ${date.getUTCFullYear()}`,
            false
          );
      }
  }
  return spaced(found);
}

const yearIn = ({ label }: Tick) => label.includes(' ');

/** Where two labels would touch, at an edge of the picture, one stands without: the one that tells no year. */
function spaced(found: readonly Tick[]): Tick[] {
  const kept: Tick[] = [];
  for (const tick of found.toSorted((a, b) => a.x - b.x)) {
    const before = kept.findLast(({ label }) => label);
    const room = before && tick.at - before.at - (before.label.length + tick.label.length) * HALF;
    if (before && room! < 4) {
      if (yearIn(tick) && !yearIn(before)) kept[kept.indexOf(before)] = { ...before, label: '' };
      else {
        kept.push({ ...tick, label: '' });
        continue;
      }
    }
    kept.push(tick);
  }
  return kept;
}

/** A span made longer or shorter about a day, without leaving `limits`. */
export function zoomSpan(span: Span, factor: number, about: string, limits: Span): Span {
  const at = timeOf(about);
  const least = 21 * DAY;
  const ratio = Math.max(factor, least / (timeOf(span.to) - timeOf(span.from)));
  return within(
    { from: dayOf(at - (at - timeOf(span.from)) * ratio), to: dayOf(at + (timeOf(span.to) - at) * ratio) },
    limits
  );
}

/** A span moved by so many days, no farther than `limits`. */
export function moveSpan(span: Span, days: number, limits: Span): Span {
  const low = timeOf(limits.from) - timeOf(span.from);
  const high = timeOf(limits.to) - timeOf(span.to);
  const by = Math.min(Math.max(days * DAY, low), high);
  return { from: dayOf(timeOf(span.from) + by), to: dayOf(timeOf(span.to) + by) };
}

const within = (span: Span, limits: Span): Span => ({
  from: span.from < limits.from ? limits.from : span.from,
  to: span.to > limits.to ? limits.to : span.to
});

/** The whole span of some days, of which there is at least one, with room before and after. */
export function wholeSpan(days: readonly string[]): Span {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  return { from: dayOf(timeOf(first) - 20 * DAY), to: dayOf(timeOf(last) + 45 * DAY) };
}

/** What the whole timeline is drawn of. */
type Dated = {
  briefing: { when: When };
  events: readonly { when: When }[];
  deals: readonly { when: When }[];
};

/** The span of the whole timeline: from the first event to the last; without events the quarter before and after the briefing, and its deals. */
export function wholeTimeline({ briefing, events, deals }: Dated): Span {
  const days = (of: readonly { when: When }[]) => of.flatMap(({ when }) => [when.from, when.to]);
  if (events.length) return wholeSpan(days(events));
  return wholeSpan([...days(deals), stepMonth(briefing.when.from, -3), stepMonth(briefing.when.to, 3)]);
}
