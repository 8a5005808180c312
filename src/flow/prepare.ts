import { columnsOf, dropTooLong } from './columns.ts';
import { clean, type CleanFlow, type CleanSite, type Graph, type Omitted } from './graph.ts';
import { placesOf, type Places } from './places.ts';

/** A graph ready to be ordered: what can be drawn of it, its places, and what was left out. */
export type Prepared = {
  sites: CleanSite[];
  flows: CleanFlow[];
  places: Places;
  omitted: Omitted[];
};

/** Takes a graph to its places: what cannot be drawn left out, columns given, long flows split. */
export function prepare(graph: Graph): Prepared {
  const all = clean(graph);
  const { omitted } = all;
  const columns = columnsOf(all.sites, all.flows);
  const kept = dropTooLong(all.flows, columns.of, omitted);
  const linked = new Uint8Array(all.sites.length);
  for (const flow of kept) linked[flow.from] = linked[flow.to] = 1;
  if (!linked.includes(0)) {
    const places = placesOf(all.sites, kept, columns.of, columns.count);
    return { sites: all.sites, flows: kept, places, omitted };
  }
  const index = new Int32Array(all.sites.length);
  const sites: CleanSite[] = [];
  all.sites.forEach((site, i) => {
    index[i] = sites.length;
    if (linked[i] === 1) sites.push(site);
    else omitted.push({ id: site.id, why: 'no flow that can be drawn comes from it or goes to it' });
  });
  const flows = kept.map(({ id, from, to, value }) => ({ id, from: index[from]!, to: index[to]!, value }));
  const of = columns.of.filter((_, i) => linked[i] === 1);
  return { sites, flows, places: placesOf(sites, flows, of, columns.count), omitted };
}

/** An order by name: per column, from the top, the ids of sites, and of flows where they pass. */
export function nameOrder(
  { sites, flows, places }: Prepared,
  order: readonly Int32Array[]
): Record<number, string[]> {
  const name = (p: number): string => (p < places.sites ? sites[p]!.id : flows[places.passes[p]!]!.id);
  const named: Record<number, string[]> = {};
  for (let c = 0; c < order.length; c++) {
    const ids: string[] = [];
    for (const p of order[c]!) ids.push(name(p));
    named[c] = ids;
  }
  return named;
}
