import { FigureKind } from '../model/ground.ts';
import { topologyOf, total, type Arrow, type Topology } from './topology.ts';

/** A flow that may say how its figure came to be. */
export type TracedFlow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly kind?: FigureKind | undefined;
};

/**
 * What of a site or flow belongs to the start of a trace: downstream, what has come through the start; upstream, what
 * goes on to it. `amount` in the graph's unit; `share` of the site or flow itself, 0 to 1. `kind` is the weakest kind of
 * figure on the way: at least an estimate where the share rests on even mixing, in which case it is `mixed`.
 */
export type Part = {
  side: 'start' | 'upstream' | 'downstream';
  amount: number;
  share: number;
  kind: FigureKind | undefined;
  mixed?: true;
};

/** Everything that a site or flow is linked with, by id; what is not linked is not listed. */
export type Trace = { start: string; sites: Record<string, Part>; flows: Record<string, Part> };

const weakness = (kind: FigureKind | undefined): number =>
  kind === undefined ? -1 : FigureKind.options.indexOf(kind);

/** The weaker of two kinds of figures: stated, observed, derived, estimated, residual. */
export function weaker(a: FigureKind | undefined, b: FigureKind | undefined): FigureKind | undefined {
  return weakness(a) >= weakness(b) ? a : b;
}

/** What a walk in one direction gathers about each site: how much has arrived, on what evidence, and whether by a mixture. */
type Walk = { amount: Float64Array; kind: (FigureKind | undefined)[]; mixed: Uint8Array };

type Given = { readonly sites: readonly { readonly id: string }[]; readonly flows: readonly TracedFlow[] };
type Reading = { topology: Topology; kinds: ReadonlyMap<string, FigureKind | undefined> };
/** Graphs read before: whoever moves a pointer over a picture traces one graph again and again. */
const readings = new WeakMap<Given, Reading>();

function readingOf(graph: Given): Reading {
  const known = readings.get(graph) ?? {
    topology: topologyOf(graph.sites, graph.flows),
    kinds: new Map(graph.flows.map((flow) => [flow.id, flow.kind]))
  };
  readings.set(graph, known);
  return known;
}

/**
 * Follows a site or a flow up- and downstream in proportion: what arrives at a site leaves it evenly mixed, as in
 * input-output accounting. Linear in the number of flows; a graph is read once, so it must not change afterwards. Undefined if there is no such site or flow; a site wins over
 * a flow of the same id. Flows that close a cycle are not followed.
 */
export function trace(graph: Given, start: string): Trace | undefined {
  const { topology, kinds } = readingOf(graph);
  const site = topology.index.get(start);
  const flow = site === undefined ? topology.flows.find(({ id }) => id === start) : undefined;
  const found: Trace = { start, sites: {}, flows: {} };
  if (site === undefined && flow === undefined) return undefined;
  follow(topology, kinds, site ?? flow!.to, flow, 'downstream', found);
  follow(topology, kinds, site ?? flow!.from, flow, 'upstream', found);
  const amount = site === undefined ? flow!.value : throughput(topology, site);
  const kind = kinds.get(flow?.id ?? '');
  put(site === undefined ? found.flows : found.sites, start, { side: 'start', amount, share: 1, kind });
  return found;
}

/** The larger of what enters and what leaves a site. */
function throughput({ into, out }: Topology, site: number): number {
  return Math.max(total(into[site]!), total(out[site]!));
}

/** Sets a member, whatever its name, as the record's own. */
function put(record: Record<string, Part>, id: string, part: Part): void {
  Object.defineProperty(record, id, { value: part, enumerable: true, configurable: true, writable: true });
}

function follow(
  topology: Topology,
  kinds: ReadonlyMap<string, FigureKind | undefined>,
  first: number,
  flow: Arrow | undefined,
  side: 'upstream' | 'downstream',
  found: Trace
): void {
  const down = side === 'downstream';
  const walk: Walk = {
    amount: new Float64Array(topology.ids.length),
    kind: topology.ids.map(() => undefined),
    mixed: new Uint8Array(topology.ids.length)
  };
  walk.amount[first] = flow?.value ?? throughput(topology, first);
  walk.kind[first] = flow && kinds.get(flow.id);
  const sites = down ? topology.upstreamFirst : topology.upstreamFirst.toReversed();
  for (const here of sites) {
    const amount = walk.amount[here]!;
    if (amount === 0) continue;
    const whole = throughput(topology, here);
    const share = Math.min(1, amount / whole);
    if (flow !== undefined || here !== first)
      put(found.sites, topology.ids[here]!, {
        side,
        amount,
        share,
        kind: walk.kind[here],
        ...(walk.mixed[here] ? { mixed: true } : {})
      });
    const next = (down ? topology.out : topology.into)[here]!;
    const mixes = share < 1 && next.length > 1;
    for (const arrow of next) {
      const part = arrow.value * share;
      const there = down ? arrow.to : arrow.from;
      const before = mixes ? weaker(walk.kind[here], 'estimated') : walk.kind[here];
      const kind = weaker(before, kinds.get(arrow.id));
      put(found.flows, arrow.id, { side, amount: part, share, kind });
      walk.amount[there]! += part;
      walk.kind[there] = weaker(walk.kind[there], kind);
      if (mixes || walk.mixed[here]) walk.mixed[there] = 1;
    }
  }
}
