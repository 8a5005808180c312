import { stateOn } from './asof.ts';
import type { RecordEntry } from './claim.ts';
import type { Deal } from './deal.ts';
import type { Event, Measure } from './event.ts';
import { siftDeals, type DealSift } from './ledger.ts';

/** What a timeline shows: deals, controls and events. */
export type Happenings = { deals: readonly Deal[]; measures: readonly Measure[]; events: readonly Event[] };

/** The choices that only a deal can meet; under one of them no control is shown. */
const OF_DEALS = ['subject', 'binds', 'force', 'rare', 'named', 'made', 'check'] as const;

/** Whether any choice is set. */
export const isSifted = (sift: DealSift): boolean =>
  [sift.place, sift.state, ...OF_DEALS.map((key) => sift[key])].some(Boolean);

/**
 * The deals, controls and events for which every choice holds on a day. A place and a state sift controls too; the other choices
 * are about deals, so controls give way. An event stays with a deal or control that does; one about neither, by its place alone.
 */
export function siftHappenings(
  all: Happenings & { record: readonly RecordEntry[] },
  sift: DealSift,
  day: string
): Happenings {
  if (!isSifted(sift)) return all;
  const deals = siftDeals(all.deals, sift, day, all.record);
  const measures = OF_DEALS.some((key) => sift[key])
    ? []
    : all.measures.filter(
        (measure) =>
          (!sift.place || measure.place === sift.place || measure.issuer === sift.place) &&
          (!sift.state || stateOn(measure.states, day).state === sift.state)
      );
  const kept = new Set<string>([...deals, ...measures].map(({ id }) => id));
  const byPlace = sift.place !== undefined && !sift.state && !OF_DEALS.some((key) => sift[key]);
  const events = all.events.filter((event) =>
    event.deals.length + event.measures.length
      ? [...event.deals, ...event.measures].some((id) => kept.has(id))
      : byPlace && [...event.places, ...event.organisations].some((id) => id === sift.place)
  );
  return { deals, measures, events };
}

/** A timeline parted so that each half fits a sheet and can be read: rules with what happened about them, then deals and the rest. A part with nothing in it is left out. */
export function paperParts(data: Happenings): { title: string; data: Happenings }[] {
  const rules = ({ lane }: Event) => lane === 'controls' || lane === 'tariffs';
  return [
    {
      title: 'Controls, tariffs and other rules',
      data: { ...data, deals: [], events: data.events.filter(rules) }
    },
    {
      title: 'Deals, supply and prices',
      data: { ...data, measures: [], events: data.events.filter((event) => !rules(event)) }
    }
  ].filter(({ data }) => data.deals.length + data.measures.length + data.events.length > 0);
}
