import { eventOn, stateOn } from '../model/asof.ts';
import { beginInWords } from '../model/begin.ts';
import { beginSpan } from '../model/ends.ts';
import type { Deal } from '../model/deal.ts';
import type { Event, Measure } from '../model/event.ts';
import { formatDay, formatWhen } from '../model/format.ts';
import { stateKnown } from '../model/known.ts';
import type { Happenings } from '../model/timeSift.ts';
import type { TimelinePicture } from '../time/picture.ts';

/** A row of the timeline's table: what stands in a lane, when, and how it stands on the reader's day. */
export type TimelineRow = {
  id: string;
  title: string;
  lane: string;
  /** As its source says it: a date with its precision, or each state with its first day. */
  when: string;
  /** The first and the last day that the date of an event or a deal can mean, ISO 8601; a control has only its states. */
  days: readonly [from: string, to: string];
  /** The day or days on which each state can have begun, ISO 8601, and the state; an event has none. */
  states: string;
  kind: 'event' | 'control' | 'deal' | 'measure';
  state: string;
  /** The kind of evidence for that state; an event has none of its own. */
  evidence: string;
  paragraphs: readonly string[];
  sources: readonly string[];
  later: boolean;
};
/** The reader's day, whether what was not yet known on it is hidden, and what was known on it. */
type At = { day: string; hideLater: boolean; knows: (id: string) => boolean };

/** The rows of a drawn timeline, lane by lane and from the top, as they stand on a day. */
export function timelineRows(picture: TimelinePicture, data: Happenings, at: At): TimelineRow[] {
  const events = new Map<string, Event>(data.events.map((event) => [event.id, event]));
  const things = new Map<string, Deal | Measure>(
    [...data.deals, ...data.measures].map((thing) => [thing.id, thing])
  );
  const drawn = [...picture.marks, ...picture.bars.flatMap((bar) => [bar, ...bar.marks])];
  const bottom = (i: number) => picture.lanes[i + 1]?.y ?? Infinity;
  return picture.lanes.flatMap((lane, i) =>
    drawn
      .filter(({ y }) => y > lane.y && y < bottom(i))
      .toSorted((a, b) => a.y - b.y)
      .map(({ id, title, later }) => {
        const event = events.get(id);
        const said = event ? ofEvent(event, at) : ofThing(things.get(id)!, at);
        return { id, title, lane: lane.title, later, ...said };
      })
  );
}

type Said = Omit<TimelineRow, 'id' | 'title' | 'lane' | 'later'>;

const ofEvent = (event: Event, at: At): Said => ({
  when: formatWhen(event.when, true),
  days: [event.when.from, event.when.to],
  states: '',
  kind: 'event',
  state: eventOn(event.when, at.day, at.knows(event.id)),
  evidence: '',
  paragraphs: event.paragraphs,
  sources: event.sources
});

function ofThing(thing: Deal | Measure, { day, hideLater }: At): Said {
  const { state, entry } = stateOn(thing.states, day);
  const made = 'when' in thing ? thing.when : undefined;
  const told = thing.states.filter((one) => !hideLater || stateKnown(one, day));
  return {
    when: told.map((one) => `${one.state} ${beginInWords(one, made, true)}`).join('; '),
    days: made ? [made.from, made.to] : ['', ''],
    states: told.map((one) => `${interval(beginSpan(one, made))} ${one.state}`).join('; '),
    kind: 'kind' in thing ? thing.kind : 'control',
    state: state === 'not yet' ? 'not yet made' : state,
    evidence: entry?.ground.kind ?? '',
    paragraphs: thing.paragraphs,
    sources: 'sources' in thing ? thing.sources : thing.ground.sources
  };
}

/** A day, or two as ISO 8601 writes an interval: "2025-11-01/2025-11-30"; an open end is "..". */
const interval = ([from, to]: readonly [string, string]) =>
  from === to ? from : `${from || '..'}/${to || '..'}`;

/** The same rows as cells, headings first. Other programs read the columns: a new one goes last. */
export function timelineCells(
  rows: readonly TimelineRow[],
  day: string,
  words: { paragraph: (id: string) => string; source: (id: string) => string }
): string[][] {
  const each = (ids: readonly string[], say: (id: string) => string) => [...new Set(ids.map(say))].join('; ');
  return [
    [
      'Lane',
      'When',
      'What',
      'Kind',
      `On ${formatDay(day)}`,
      'Evidence',
      'Briefing paragraphs',
      'Sources',
      'Id',
      'First day',
      'Last day',
      'States, ISO 8601'
    ],
    ...rows.map((row) => [
      row.lane,
      row.when,
      row.title,
      row.kind,
      row.state,
      row.evidence,
      each(row.paragraphs, words.paragraph),
      each(row.sources, words.source),
      row.id,
      ...row.days,
      row.states
    ])
  ];
}
