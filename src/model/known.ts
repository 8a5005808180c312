import type { Claim, RecordEntry } from './claim.ts';
import type { Deal, State } from './deal.ts';
import type { Entity } from './entity.ts';
import type { Event, Measure } from './event.ts';
import type { Day } from './when.ts';

/** The day on which a deal or a control became known: that of its first state; null where that held before already, from a day that no source gives. */
export function statesKnownFrom({ states }: Pick<Deal | Measure, 'states'>): Day | null {
  const first = states[0]!;
  return first.firstDay ? null : (first.knownFrom ?? first.from);
}

/** Whether a state was known on a day: public by then, or with an open beginning, of which nothing says that it was not. */
export const stateKnown = (state: State, day: Day | string): boolean =>
  state.firstDay !== undefined || (state.knownFrom ?? state.from) <= day;

/**
 * The first day on which a record was known, or null for what has no day of its own (places, sources, figures).
 * An imprecise date counts from its last day; what the briefing itself tells was known on the briefing's day at the latest.
 */
export function knownFrom({ kind, record }: Pick<Entity, 'kind' | 'record'>, briefingDay: Day): Day | null {
  if (kind === 'deal' || kind === 'measure') return statesKnownFrom(record as Deal | Measure);
  if (kind === 'event') {
    const { when, after, knownFrom: announced } = record as Event;
    return announced ?? (after || when.to < briefingDay ? when.to : briefingDay);
  }
  if (kind === 'record') {
    const { when, after } = record as RecordEntry;
    return after && when ? when.to : null;
  }
  if (kind === 'claim') {
    const { when } = record as Claim;
    return when ? (when.to < briefingDay ? when.to : briefingDay) : null;
  }
  return null;
}
