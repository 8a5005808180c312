/** A site as the caller gives it. `stage` is its column; `apart` sites stand below the others of their column. */
export type GraphSite = {
  readonly id: string;
  readonly stage?: number | undefined;
  readonly apart?: boolean | undefined;
};

/** A flow as the caller gives it; `value` in any one unit for the whole graph. */
export type GraphFlow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly value: number;
};

/** What is to be laid out. It is read, never written to. */
export type Graph = { readonly sites: readonly GraphSite[]; readonly flows: readonly GraphFlow[] };

/** Something that cannot be drawn, and why, as a sentence that follows its name. */
export type Omitted = { id: string; why: string };

/** A site that may be drawn; `stage` is -1 where the data give none. */
export type CleanSite = { id: string; stage: number; apart: boolean };

/** A flow that may be drawn, between indices of sites. */
export type CleanFlow = { id: string; from: number; to: number; value: number };

/** The part of a graph that may be drawn, and what was left out. */
export type Clean = { sites: CleanSite[]; flows: CleanFlow[]; omitted: Omitted[] };

/** The last column that a stage may name; beyond it a picture would have no room between columns. */
const lastStage = 999;

/** Values outside of this range (in any unit) would make products of two values overflow or vanish. */
const smallest = 1e-140;
const largest = 1e140;

function whyNoSite(site: GraphSite, known: ReadonlyMap<string, number>): string | undefined {
  if (known.has(site.id)) return 'another site before it has the same id';
  const { stage } = site;
  if (stage === undefined) return undefined;
  if (Number.isInteger(stage) && stage >= 0 && stage <= lastStage) return undefined;
  return `its stage is not a whole number from 0 to ${lastStage}`;
}

function whyNoValue(value: number): string | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'its value is not a number';
  if (!Number.isFinite(value)) return 'its value is not finite';
  if (value === 0) return 'its value is zero';
  if (value < 0) return 'its value is negative: turn the flow round instead';
  if (value < smallest) return 'its value is too small to draw';
  if (value > largest) return 'its value is too large to draw';
  return undefined;
}

function whyNoEnd(way: string, id: string, dropped: ReadonlySet<string>): string {
  return dropped.has(id) ? `it ${way} a site that is left out: ${id}` : `it ${way} an unknown site: ${id}`;
}

/** Keeps what may be drawn of a graph, and lists the rest with its reason. */
export function clean(graph: Graph): Clean {
  const sites: CleanSite[] = [];
  const flows: CleanFlow[] = [];
  const omitted: Omitted[] = [];
  const known = new Map<string, number>();
  const dropped = new Set<string>();
  for (const site of graph.sites) {
    const why = whyNoSite(site, known);
    if (why !== undefined) {
      omitted.push({ id: site.id, why });
      dropped.add(site.id);
      continue;
    }
    known.set(site.id, sites.length);
    sites.push({ id: site.id, stage: site.stage ?? -1, apart: site.apart === true });
  }
  const seen = new Set<string>();
  for (const { id, from, to, value } of graph.flows) {
    const start = known.get(from);
    const end = known.get(to);
    let why = whyNoValue(value);
    const count = seen.size;
    seen.add(id);
    if (seen.size === count) why = 'another flow before it has the same id';
    else if (start === undefined) why = whyNoEnd('comes from', from, dropped);
    else if (end === undefined) why = whyNoEnd('goes to', to, dropped);
    else if (start === end) why = 'it leads back to the site that it comes from';
    if (why !== undefined || start === undefined || end === undefined) omitted.push({ id, why: why ?? '' });
    else flows.push({ id, from: start, to: end, value });
  }
  return { sites, flows, omitted };
}
