import type { Deal } from '../model/deal.ts';
import type { Event, Measure } from '../model/event.ts';
import type { Flow, Site } from '../model/lens.ts';
import type { Pack } from '../pack/pack.ts';

/** The deals that a company matter is told in, from the next larger one on. */
function larger(pack: Pack, { within }: Deal): string[] {
  const found: string[] = [];
  for (let at = within; at && !found.includes(at); at = pack.deals.find(({ id }) => id === at)?.within)
    found.push(at);
  return found;
}

/** A record and its counterparts in the other views: a deal's parties, sites, events and larger deal; a place's deals; and so on. */
export function related(pack: Pack, id: string | null): ReadonlySet<string> {
  const entity = id === null ? undefined : pack.entity(id);
  if (!entity) return new Set();
  const { record, kind } = entity;
  const events = (holds: (event: Event) => readonly string[]) =>
    pack.events.filter((event) => holds(event).includes(entity.id)).map((event) => event.id);
  if (kind === 'deal') {
    const deal = record as Deal;
    return new Set([
      deal.id,
      ...deal.parties,
      ...(deal.sites ?? []),
      ...larger(pack, deal),
      ...events((e) => e.deals)
    ]);
  }
  if (kind === 'measure') {
    const measure = record as Measure;
    return new Set([measure.id, measure.place, ...events((e) => e.measures)]);
  }
  if (kind === 'event') {
    const event = record as Event;
    return new Set([event.id, ...event.deals, ...event.measures, ...event.places]);
  }
  if (kind === 'site') {
    const { place } = record as Site;
    const deals = pack.deals.filter((deal) => deal.sites?.includes(entity.id)).map((deal) => deal.id);
    return new Set([entity.id, ...deals, ...(place ? [place] : [])]);
  }
  if (kind === 'flow') {
    const { from, to } = record as Flow;
    return new Set([entity.id, ...[from, to].map((end) => `${entity.lens!.id}/${end}`)]);
  }
  if (kind === 'place' || kind === 'organisation') {
    const deals = pack.deals.filter((deal) =>
      ([...deal.parties, ...deal.organisations] as string[]).includes(entity.id)
    );
    const sites = pack.lenses.flatMap((lens) =>
      lens.sites.filter((site) => site.place === entity.id).map((site) => `${lens.id}/${site.id}`)
    );
    return new Set([entity.id, ...deals.map((deal) => deal.id), ...sites]);
  }
  return new Set([entity.id]);
}
