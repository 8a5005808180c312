import { inOrder } from '../model/when.ts';
import { timelinePicture, type TimelineData, type TimelinePicture } from './picture.ts';
import type { Span } from './axis.ts';

type Measure = TimelineData['measures'][number];

const ofControls = ({ events, measures }: TimelineData): TimelineData => ({
  deals: [],
  events: events.filter((event) => event.lane === 'controls'),
  // A control stands in the lane of what happened to it; without one it is among the controls.
  measures: measures.filter(
    ({ id }) => (events.find((event) => event.measures.includes(id))?.lane ?? 'controls') === 'controls'
  )
});

/** The last day within the span on which a control is known to have changed, or an empty text. */
const lastChange = ({ states }: Measure, { from, to }: Span): string =>
  states.findLast((state) => state.state !== 'not known' && state.from >= from && state.from <= to)?.from ??
  '';
/** What changed last comes first; of those, what is newest, then what names most elements. */
const byChange = (span: Span) => (a: Measure, b: Measure) =>
  inOrder(lastChange(b, span), lastChange(a, span)) ||
  inOrder(b.states[0]!.from, a.states[0]!.from) ||
  b.elements.length - a.elements.length;

/** What is left out, step by step, until a timeline fits a height: deals, other lanes, then the controls one by one, what changed last to the last. */
function* steps(data: TimelineData, span: Span): Generator<TimelineData> {
  yield data;
  yield { ...data, deals: [] };
  const controls = ofControls(data);
  yield controls;
  const changed = controls.measures.filter((measure) => lastChange(measure, span)).toSorted(byChange(span));
  for (let count = changed.length; count >= 0; count -= 1) {
    const kept = new Set(changed.slice(0, count));
    yield { ...controls, measures: controls.measures.filter((measure) => kept.has(measure)) };
  }
}

/** A timeline that is no higher than `height`, in px, by leaving out whole records; `left` counts what was left out. */
export function fittingTimeline(
  data: TimelineData,
  span: Span,
  width: number,
  height: number,
  day: string,
  options: Parameters<typeof timelinePicture>[4]
): { picture: TimelinePicture; left: number } {
  const count = (one: TimelineData) => one.deals.length + one.measures.length + one.events.length;
  let best!: { picture: TimelinePicture; left: number };
  for (const least of steps(data, span)) {
    const picture = timelinePicture(least, span, width, day, { ...options, close: true });
    best = { picture, left: count(data) - count(least) };
    if (picture.height <= height) break;
  }
  return best;
}
