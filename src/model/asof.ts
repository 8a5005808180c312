import type { Binding, Deal, Instrument, State, StateName } from './deal.ts';
import type { Day, When } from './when.ts';

/** What holds on a day: the state, since when, and the record it comes from; "not yet" before the first one. */
export type StateOn = { state: StateName | 'not yet'; since?: Day; entry?: State; lapsed?: boolean };

/**
 * The state of a deal or measure on a day: the last one that had begun. A state whose own term has run out,
 * with no later one on record, is not known: nothing tells that it ended, and nothing tells that it went on. So is one before its first entry, where no source gives the day it began.
 */
export function stateOn(states: readonly State[], day: Day | string): StateOn {
  const entry = states.findLast((state) => state.from <= day);
  if (!entry) return { state: states[0]?.firstDay ? 'not known' : 'not yet' };
  if (entry.until && entry.until < day)
    return { state: 'not known', since: entry.until, entry, lapsed: true };
  return { state: entry.state, since: entry.from, entry };
}

/** How an event stands on a day: one that was announced beforehand is still to come until its first day. */
export function eventOn(
  when: When,
  day: Day | string,
  known: boolean
): 'not yet known' | 'still to come' | 'happened' {
  if (!known) return 'not yet known';
  return when.from > day ? 'still to come' : 'happened';
}

/** The four ways a deal's line is drawn: what binds and runs, what was agreed but does not bind, what is hoped for, what has stopped. */
export const LINE_FORCES = ['in force', 'not binding', 'pledged', 'stopped'] as const;
export type LineForce = (typeof LINE_FORCES)[number];

/**
 * How to draw a deal on a day, from its state and whether it binds; null before it existed. One whose term has run out,
 * with nothing official on what followed, is drawn as stopped: by its own words it runs no longer.
 */
export function lineForce(deal: Pick<Deal, 'states' | 'binding'>, day: Day | string): LineForce | null {
  const { state } = stateOn(deal.states, day);
  if (state === 'not yet') return null;
  if (state === 'suspended' || state === 'ended' || state === 'expired' || state === 'not known')
    return 'stopped';
  if (state === 'hoped' || state === 'pledged' || state === 'announced') return 'pledged';
  return deal.binding === 'yes' && state === 'in force' ? 'in force' : 'not binding';
}

const BINDING: Record<Binding, string> = {
  yes: 'binding',
  no: 'not binding',
  disputed: 'binding force disputed',
  'not known': 'binding force not known'
};

/** Instrument, binding and state in words: "framework, not binding; agreed". */
export function forceInWords(
  deal: { instrument: Instrument; binding: Binding; states: readonly State[] },
  day: Day | string
): string {
  const { state, lapsed } = stateOn(deal.states, day);
  const now =
    state === 'not yet' ? 'not yet made' : lapsed ? 'term has run out; what followed is not known' : state;
  return `${deal.instrument}, ${BINDING[deal.binding]}; ${now}`;
}
