import { eventOn, stateOn } from '../model/asof.ts';
import { formatBegin, statesInWords } from '../model/begin.ts';
import type { Deal, State } from '../model/deal.ts';
import type { Event, Measure } from '../model/event.ts';
import { inOrder, type When } from '../model/when.ts';
import { formatDay, formatWhen } from '../model/format.ts';
import { grouped } from '../model/grouped.ts';
import { knownFrom, stateKnown, statesKnownFrom } from '../model/known.ts';
import { axisOf, type Axis, type Span } from './axis.ts';
import { segments, type Segment } from './segments.ts';
import { pack, ROW, stack, TALL, type Mark } from './labels.ts';

/** A deal or a control: its states as segments, the events about it alone as marks. */
export type Bar = {
  id: string;
  kind: 'deal' | 'measure';
  /** What a deal is about; a control has none. */
  subject?: Deal['subject'];
  title: string;
  sentence: string;
  y: number;
  segments: Segment[];
  marks: Mark[];
  /** Its first state began before the span, or on a day that is not known. */
  open: boolean;
  /** Since when the state on the chosen day holds, where the bar does not show it. */
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
/** Height of a lane's name, in px. */
const HEAD = 30;
/** The same, and the height of a bar with its name above, where the height is short. */
const CLOSE = { head: 26, row: 34 };
/** The column of names beside the bars, where there is room for one. */
const COLUMN = 290;

/**
 * Bars, marks and lanes over a span, on a day. Company matters within a pair's larger deal are told in its dossier, unless that one
 * is not among the data. `briefing` is the day the views open on and the last day the briefing can be of: no label lies over its line.
 * `close` draws all as close as it can be read: marks share rows also where there is no column of names. `letter` is the width of a
 * letter of whichever face may stand in for ours, in px: the column of names is then wide enough for the longest.
 */
export function timelinePicture(
  data: TimelineData,
  span: Span,
  width: number,
  day: string,
  options: { briefing: { asOf: string; to: string }; hideLater: boolean; close?: boolean; letter?: number }
): TimelinePicture {
  const given = new Set<string>(data.deals.map(({ id }) => id));
  const deals = data.deals.filter((deal) => !deal.within || !given.has(deal.within));
  const longest = Math.max(
    ...data.measures.map(({ title }) => title.length),
    ...deals.map(({ title }) => title.length + 3),
    0
  );
  const left = width < 860 ? 0 : Math.max(COLUMN, Math.ceil(longest * (options.letter ?? 0)) + 8);
  const axis = axisOf(span, left, width);
  const line = axis.x(options.briefing.to);
  const row = left ? ROW : options.close ? CLOSE.row : TALL;
  const head = options.close ? CLOSE.head : HEAD;
  /** A control stands in the lane of the first event about it. */
  const laneOf = new Map(
    data.events.toReversed().flatMap(({ lane, measures }) => measures.map((id) => [id as string, lane]))
  );
  const things = [
    ...data.measures.map((thing) => ({
      thing,
      kind: 'measure' as const,
      lane: laneOf.get(thing.id) ?? 'controls'
    })),
    ...deals.map((thing) => ({ thing, kind: 'deal' as const, lane: 'deals' as const }))
  ].sort((a, b) => inOrder(a.thing.states[0]!.from, b.thing.states[0]!.from));
  const inLane = grouped(things, ({ lane }) => lane);
  const barIds = new Set<string>(things.map(({ thing }) => thing.id));
  // An event about one deal or one control alone is a mark on its bar; the others have rows of their own.
  const ownBar = (event: Event) => {
    const [id, ...others] = [...event.deals, ...event.measures];
    return id && !others.length && barIds.has(id) ? id : undefined;
  };
  const home = new Map(data.events.map((event) => [event, ownBar(event)]));
  const at = grouped([...home.keys()], (event) => home.get(event) ?? '');
  const known = (event: Event) => knownFrom({ kind: 'event', record: event }, options.briefing.asOf)! <= day;
  const today = formatDay(day);
  const within = ({ when }: Event) => when.to >= span.from && when.from <= span.to;
  const eventsIn = grouped(
    data.events.filter((e) => !home.get(e) && !(options.hideLater && !known(e))),
    ({ lane }) => lane
  );
  const outside: string[] = [];
  const lanes: Lane[] = [];
  const bars: Bar[] = [];
  const marks: Mark[] = [];
  let y = 24;
  for (const [lane, title] of LANES) {
    const start = y;
    y += head;
    const events = (eventsIn.get(lane) ?? []).toSorted((a, b) => inOrder(a.when.from, b.when.from));
    outside.push(...events.filter((e) => !within(e)).map((e) => e.id));
    const placed = events.filter(within).map((e) => place(e, axis, day, today, !known(e)));
    y += left || options.close ? pack(placed, y, width, line) : stack(placed, y, width, line) * TALL;
    marks.push(...placed);
    for (const { thing, kind } of inLane.get(lane) ?? []) {
      const later = (statesKnownFrom(thing) ?? day) > day;
      if (later && options.hideLater) continue;
      const first = thing.states[0]!;
      if (first.from > span.to && !first.firstDay) {
        outside.push(thing.id);
        continue;
      }
      const own = (at.get(thing.id) ?? []).filter((e) => !(options.hideLater && !known(e)));
      const { state } = stateOn(thing.states, day);
      const told = thing.states.filter((one) => !options.hideLater || stateKnown(one, day));
      const when = 'when' in thing ? thing.when : undefined;
      const since = sinceWords(thing.states, span, day, when);
      const middle = y + (left ? row / 2 : row - 12);
      bars.push({
        id: thing.id,
        kind,
        ...('subject' in thing ? { subject: thing.subject } : {}),
        title: thing.title,
        sentence: `${thing.title}: ${state === 'not yet' ? 'not yet made' : state} on ${today}; ${statesInWords(told, when)}.`,
        y: middle,
        segments: segments(thing.states, axis, day, options.hideLater),
        marks: own.filter(within).map((e) => ({ ...place(e, axis, day, today, !known(e)), y: middle })),
        open: first.from < span.from || first.firstDay !== undefined,
        ...(since ? { since } : {}),
        later
      });
      y += row;
    }
    if (y - start > head) lanes.push({ id: lane, title, y: start });
    else y = start;
    if (y !== start) y += 8;
  }
  return { width, height: Math.max(y, 120), left, axis, lanes, bars, marks, outside };
}

/** Since when the state on the day holds, where it began before the span or on a day that is not known; nothing before the first one. */
function sinceWords(states: readonly State[], span: Span, day: string, when: When | undefined): string {
  const { state, entry = states[0]!, lapsed } = stateOn(states, day);
  const shown = !entry.firstDay && entry.from >= span.from;
  return lapsed || shown || state === 'not yet' ? '' : `since ${formatBegin(entry, when, true)}`;
}

function place(event: Event, axis: Axis, day: string, today: string, later: boolean): Mark {
  const wide = event.when.from < event.when.to;
  const [x0, x1] = [axis.x(event.when.from), axis.x(event.when.to)];
  const stands = eventOn(event.when, day, !later);
  return {
    id: event.id,
    title: event.title,
    sentence: `${event.title}, ${formatWhen(event.when)}${stands === 'happened' ? '' : `; ${stands} on ${today}`}.`,
    x: wide ? (x0 + x1) / 2 : x0,
    y: 0,
    ...(wide ? { bracket: { x0, x1: Math.max(x1, x0 + 6) } } : {}),
    ahead: stands !== 'happened',
    later
  };
}
