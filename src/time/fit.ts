import { stateOn } from '../model/asof.ts';
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

/** What a timeline is about: what changed within its days, or, where its headline counts the controls in force, those. */
export type About = 'changes' | 'in force';

const inForceOn =
  (day: string) =>
  ({ states }: Measure): boolean =>
    stateOn(states, day).state === 'in force';

/** The controls in the order in which they are kept: those about which the headline speaks, then what changed last. */
function kept({ measures }: TimelineData, span: Span, day: string, about: About): Measure[] {
  const changed = measures.filter((measure) => lastChange(measure, span)).toSorted(byChange(span));
  if (about === 'changes') return changed;
  const inForce = measures.filter(inForceOn(day));
  return [...inForce, ...changed.filter((measure) => !inForce.includes(measure))];
}

/**
 * What is left out, step by step, until a timeline fits a height: deals, other lanes (or, where the headline counts
 * controls, all events), then the controls one by one, what the headline speaks of or what changed last to the last.
 */
function* steps(data: TimelineData, span: Span, day: string, about: About): Generator<TimelineData> {
  yield data;
  yield { ...data, deals: [] };
  // A headline that counts the controls in force counts them in every lane, and says nothing of events.
  const controls = about === 'in force' ? { ...data, deals: [], events: [] } : ofControls(data);
  yield controls;
  const order = kept(controls, span, day, about);
  for (let count = order.length; count >= 0; count -= 1) {
    const still = new Set(order.slice(0, count));
    yield { ...controls, measures: controls.measures.filter((measure) => still.has(measure)) };
  }
}

/** A timeline for a wall, how many records it leaves out, and how many of those are controls in force of which its headline speaks. */
export type Fitted = { picture: TimelinePicture; left: number; leftInForce: number };

/** A timeline that is no higher than `height`, in px, by leaving out whole records. */
export function fittingTimeline(
  data: TimelineData,
  span: Span,
  { width, height }: { width: number; height: number },
  day: string,
  { about, ...options }: NonNullable<Parameters<typeof timelinePicture>[4]> & { about: About }
): Fitted {
  const count = (one: TimelineData) => one.deals.length + one.measures.length + one.events.length;
  const inForce = ({ measures }: TimelineData) =>
    about === 'in force' ? measures.filter(inForceOn(day)).length : 0;
  let best!: Fitted;
  for (const least of steps(data, span, day, about)) {
    const picture = timelinePicture(least, span, width, day, { ...options, close: true });
    best = { picture, left: count(data) - count(least), leftInForce: inForce(data) - inForce(least) };
    if (picture.height <= height) break;
  }
  return best;
}
