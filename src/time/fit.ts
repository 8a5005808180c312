import { timelinePicture, type TimelineData, type TimelinePicture } from './picture.ts';
import type { Span } from './axis.ts';

const ofControls = ({ events, measures }: TimelineData): TimelineData => ({
  deals: [],
  events: events.filter((event) => event.lane === 'controls'),
  // A control stands in the lane of what happened to it; without one it is among the controls.
  measures: measures.filter(
    ({ id }) => (events.find((event) => event.measures.includes(id))?.lane ?? 'controls') === 'controls'
  )
});

/** What is left out, step by step, until a timeline fits a height; what happened to the controls stays to the last. */
const STEPS: readonly ((data: TimelineData, span: Span) => TimelineData)[] = [
  (data) => data,
  (data) => ({ ...data, deals: [] }),
  (data) => ofControls(data),
  (data, span) => {
    const controls = ofControls(data);
    const changes = ({ states }: (typeof controls.measures)[number]) =>
      states.some((state) => state.from >= span.from && state.from <= span.to);
    return { ...controls, measures: controls.measures.filter(changes) };
  },
  (data) => ({ ...ofControls(data), measures: [] })
];

/** A timeline that is no higher than `height`, in px, by leaving out whole kinds of record; `left` counts what was left out. */
export function fittingTimeline(
  data: TimelineData,
  span: Span,
  width: number,
  height: number,
  day: string,
  options: Parameters<typeof timelinePicture>[4]
): { picture: TimelinePicture; left: number } {
  const count = (one: TimelineData) => one.deals.length + one.measures.length + one.events.length;
  let least = data;
  for (const step of STEPS) {
    least = step(data, span);
    const picture = timelinePicture(least, span, width, day, options);
    if (picture.height <= height) return { picture, left: count(data) - count(least) };
  }
  return { picture: timelinePicture(least, span, width, day, options), left: count(data) - count(least) };
}
