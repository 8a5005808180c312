import { stateOn } from '../model/asof.ts';
import type { Deal, State, StateName } from '../model/deal.ts';
import type { Event, Measure } from '../model/event.ts';
import { formatDay, formatWhen } from '../model/format.ts';
import { knownFrom, statesKnownFrom } from '../model/known.ts';
import type { When } from '../model/when.ts';
import { axisOf, type Axis, type Span } from './timeAxis.ts';

/** A stretch of a state on a bar; what lies after the chosen day is `ahead`. */
export type Segment = { x0: number; x1: number; state: StateName; ahead: boolean };
/** An imprecise date as a bracket, a day as a point. */
export type Mark = {
  id: string;
  title: string;
  sentence: string;
  x: number;
  y: number;
  bracket?: { x0: number; x1: number };
  label?: { x: number; y: number; anchor: 'start' | 'end' };
  later: boolean;
};
/** A deal or a control: its states as segments, the events about it alone as marks. */
export type Bar = {
  id: string;
  kind: 'deal' | 'measure';
  hue: string;
  title: string;
  sentence: string;
  y: number;
  segments: Segment[];
  marks: Mark[];
  /** Its first state began before the span. */
  since?: string;
  later: boolean;
};
export type Lane = { id: Event['lane']; title: string; y: number };
export type TimelinePicture = {
  width: number;
  height: number;
  left: number;
  axis: Axis;
  lanes: Lane[];
  bars: Bar[];
  marks: Mark[];
  /** Records that begin after the span, or ended before it. */
  outside: string[];
};

export type TimelineData = { deals: readonly Deal[]; measures: readonly Measure[]; events: readonly Event[] };

const LANES: readonly (readonly [Event['lane'], string])[] = [
  ['controls', 'Controls'],
  ['deals', 'Deals'],
  ['tariffs', 'Tariffs and other rules'],
  ['supply', 'Supply'],
  ['prices', 'Prices']
];
/** Heights in px: a row is a target of 24. */
const ROW = 24;
const TALL = 40;
const HEAD = 30;
/** Mean width of a letter of a label, in px. */
const LETTER = 6.3;
/** The column of names beside the bars, where there is room for one. */
const COLUMN = 290;

/** Bars, marks and lanes over a span, on a day. Company matters within a pair's larger deal are told in its dossier. */
export function timelinePicture(
  data: TimelineData,
  span: Span,
  width: number,
  day: string,
  options: { briefingDay: string; hideLater: boolean }
): TimelinePicture {
  const left = width >= 860 ? COLUMN : 0;
  const axis = axisOf(span, left, width);
  const row = left ? ROW : TALL;
  const deals = data.deals.filter((deal) => !deal.within);
  const laneOf = (measure: Measure) =>
    data.events.find((e) => e.measures.includes(measure.id))?.lane ?? 'controls';
  const things = [
    ...data.measures.map((thing) => ({ thing, kind: 'measure' as const, lane: laneOf(thing) })),
    ...deals.map((thing) => ({ thing, kind: 'deal' as const, lane: 'deals' as const }))
  ].sort((a, b) => a.thing.states[0]!.from.localeCompare(b.thing.states[0]!.from));
  const barIds = new Set<string>(things.map(({ thing }) => thing.id));
  // An event about one deal or one control alone is a mark on its bar; the others have rows of their own.
  const ownBar = (event: Event) => {
    const about = [...event.deals, ...event.measures].filter((id) => barIds.has(id));
    return about.length === 1 && event.deals.length + event.measures.length <= 1 ? about[0] : undefined;
  };
  const known = (event: Event) => knownFrom({ kind: 'event', record: event }, options.briefingDay)! <= day;
  const outside: string[] = [];
  const lanes: Lane[] = [];
  const bars: Bar[] = [];
  const marks: Mark[] = [];
  let y = 24;
  for (const [lane, title] of LANES) {
    const start = y;
    y += HEAD;
    const events = data.events
      .filter((e) => e.lane === lane && !ownBar(e) && !(options.hideLater && !known(e)))
      .toSorted((a, b) => a.when.from.localeCompare(b.when.from));
    const inside = events.filter((e) => e.when.to >= span.from && e.when.from <= span.to);
    outside.push(...events.filter((e) => !inside.includes(e)).map((e) => e.id));
    const placed = inside.map((e) => place(e, axis, !known(e)));
    y += left ? pack(placed, y, width) * ROW : stack(placed, y, width) * TALL;
    marks.push(...placed);
    for (const { thing, kind } of things.filter((each) => each.lane === lane)) {
      const later = statesKnownFrom(thing) > day;
      if (later && options.hideLater) continue;
      if (thing.states[0]!.from > span.to) {
        outside.push(thing.id);
        continue;
      }
      const own = data.events.filter((e) => ownBar(e) === thing.id && !(options.hideLater && !known(e)));
      const { state } = stateOn(thing.states, day);
      const middle = y + (left ? row / 2 : row - 12);
      bars.push({
        id: thing.id,
        kind,
        hue: kind === 'deal' ? (thing as Deal).subject : 'rule',
        title: thing.title,
        sentence: `${thing.title}: ${state === 'not yet' ? 'not yet made' : state} on ${formatDay(day)}; ${history(thing.states)}.`,
        y: middle,
        segments: segments(thing.states, axis, day, options.hideLater),
        marks: own
          .filter((e) => e.when.to >= span.from && e.when.from <= span.to)
          .map((e) => ({ ...place(e, axis, !known(e)), y: middle })),
        ...(thing.states[0]!.from < span.from
          ? { since: `since ${formatDay(thing.states[0]!.from, true)}` }
          : {}),
        later
      });
      y += row;
    }
    if (y - start > HEAD) lanes.push({ id: lane, title, y: start });
    else y = start;
    if (y !== start) y += 8;
  }
  return { width, height: Math.max(y, 120), left, axis, lanes, bars, marks, outside };
}

/** A bar's states in a sentence: "announced from 9 October 2025, suspended from 7 November 2025". */
const history = (states: readonly State[]) =>
  states.map((state) => `${state.state} from ${formatDay(state.from)}`).join(', ');

/** The states as stretches, cut at the day: behind it what was, ahead what was not yet. */
function segments(states: readonly State[], axis: Axis, day: string, hideLater: boolean): Segment[] {
  return states.flatMap((state, i) => {
    const next = states[i + 1]?.from ?? state.until ?? axis.span.to;
    const [from, to] = [state.from, next < state.from ? state.from : next];
    if (to < axis.span.from || from > axis.span.to) return [];
    const cut = from > day ? from : day < to ? day : to;
    const parts = [
      { from, to: cut, ahead: false },
      { from: cut, to, ahead: true }
    ].filter((part) => part.from < part.to && !(part.ahead && hideLater));
    return parts.map((part) => ({
      x0: axis.x(part.from),
      x1: Math.max(axis.x(part.to), axis.x(part.from) + 1.5),
      state: state.state,
      ahead: part.ahead
    }));
  });
}

function place(event: Event, axis: Axis, later: boolean): Mark {
  const wide = event.when.from < event.when.to;
  const [x0, x1] = [axis.x(event.when.from), axis.x(event.when.to)];
  return {
    id: event.id,
    title: event.title,
    sentence: `${event.title}, ${dated(event.when)}.`,
    x: wide ? (x0 + x1) / 2 : x0,
    y: 0,
    ...(wide ? { bracket: { x0, x1: Math.max(x1, x0 + 6) } } : {}),
    later
  };
}

const dated = (when: When) => formatWhen(when);

/** Puts marks with their labels into as few rows as keep them apart, from the top; gives the number of rows. */
function pack(marks: Mark[], top: number, width: number): number {
  const ends: number[] = [];
  for (const mark of marks) {
    const half = mark.bracket ? (mark.bracket.x1 - mark.bracket.x0) / 2 : 6;
    const text = mark.title.length * LETTER;
    const right = mark.x + half + 6 + text <= width;
    const [x0, x1] = right
      ? [mark.x - half, mark.x + half + 6 + text]
      : [mark.x - half - 6 - text, mark.x + half];
    let row = ends.findIndex((end) => end + 10 <= x0);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = x1;
    mark.y = top + row * ROW + ROW / 2;
    mark.label = {
      x: right ? x0 + 2 * half + 6 : x1 - 2 * half - 6,
      y: mark.y + 4,
      anchor: right ? 'start' : 'end'
    };
  }
  return ends.length;
}

/** Where there is no room beside a mark: one row each, the label above its mark. Gives the number of rows. */
function stack(marks: Mark[], top: number, width: number): number {
  marks.forEach((mark, i) => {
    mark.y = top + i * TALL + TALL - 12;
    const x = Math.max(0, Math.min(mark.x - 4, width - mark.title.length * LETTER));
    mark.label = { x, y: mark.y - 11, anchor: 'start' };
  });
  return marks.length;
}
