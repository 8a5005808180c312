import type { State, StateName } from '../model/deal.ts';
import { dayOf, timeOf, type Axis } from './axis.ts';

/** A stretch of a state on a bar; what lies after the chosen day is `ahead`. */
export type Segment = { x0: number; x1: number; state: StateName; ahead: boolean };

/**
 * The states as stretches, cut at the day: behind it what was, ahead what was not yet; what begins on the day itself is there already.
 * Before an open beginning the bar runs on as "not known", and so it does behind a term that has run out.
 */
export function segments(states: readonly State[], axis: Axis, day: string, hideLater: boolean): Segment[] {
  const [first] = states;
  const open = first?.firstDay && axis.span.from < first.from;
  const told: readonly Pick<State, 'state' | 'from'>[] = states.flatMap((state, i) => {
    const over = state.until && dayOf(timeOf(state.until) + 86_400_000);
    const next = states[i + 1]?.from;
    return over && (!next || over < next) ? [state, { state: 'not known' as const, from: over }] : [state];
  });
  const all = open ? [{ state: 'not known' as const, from: axis.span.from }, ...told] : told;
  return all.flatMap((state, i) => {
    const next = all[i + 1]?.from ?? axis.span.to;
    const [from, to] = [state.from, next < state.from ? state.from : next];
    if (to < axis.span.from || from > axis.span.to) return [];
    const cut = from > day ? from : day < to ? day : to;
    const parts = [
      { from, to: cut, ahead: false },
      { from: cut, to, ahead: true }
    ].filter((part) =>
      part.ahead ? part.from < part.to && !hideLater : part.from < part.to || part.from === day
    );
    return parts.map((part) => ({
      x0: axis.x(part.from),
      x1: Math.max(axis.x(part.to), axis.x(part.from) + 1.5),
      state: state.state,
      ahead: part.ahead
    }));
  });
}
