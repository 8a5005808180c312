import type { FigureKind } from '../model/ground.ts';
import type { Flow, Lens, Site } from '../model/lens.ts';
import { marketOf, waysOf } from '../model/way.ts';
import type { Graph } from './graph.ts';
import { flowSentence, splitSentence } from './sentence.ts';

/** A flow as it is shown: one of the lens, or one that stands for a way through the market, split in proportion. */
export type ShownFlow = {
  id: string;
  from: string;
  to: string;
  value: number;
  kind: FigureKind;
  sentence: string;
};

/** The sites and flows of a picture. */
export type Shown = { readonly sites: readonly Site[]; readonly flows: readonly ShownFlow[] };
/** What was shown of a lens before, whole and split: a trace asks for it at every move of the pointer. */
const known = new WeakMap<Lens, { whole?: Shown; split?: Shown }>();

/** What is shown of a lens: its own sites and flows, or direct flows in the market's place, each an estimate. */
export function shown(lens: Lens, split: boolean): Shown {
  const both = known.get(lens) ?? {};
  known.set(lens, both);
  return (both[split ? 'split' : 'whole'] ??= drawnOf(lens, split));
}

function drawnOf(lens: Lens, split: boolean): Shown {
  const market = marketOf(lens);
  const own = (flow: Flow): ShownFlow => ({
    id: flow.id,
    from: flow.from,
    to: flow.to,
    value: flow.value,
    kind: flow.ground.kind,
    sentence: flowSentence(lens, flow)
  });
  if (!split || !market) return { sites: lens.sites, flows: lens.flows.map(own) };
  return {
    sites: lens.sites.filter((site) => site !== market),
    flows: [
      ...lens.flows.filter((flow) => flow.from !== market.id && flow.to !== market.id).map(own),
      ...waysOf(lens).map((way) => ({ ...own(way), sentence: splitSentence(lens, way) }))
    ]
  };
}

/** The graph of what is shown, as the layout reads it: columns by stage, sinks apart. */
export function graphOf(lens: Lens, { sites, flows }: Shown = shown(lens, false)): Graph {
  const stages = new Map(lens.stages.map((stage) => [stage.id, stage]));
  return {
    sites: sites.map((site) => {
      const stage = stages.get(site.stage)!;
      return { id: site.id, stage: stage.column, ...(stage.apart ? { apart: true } : {}) };
    }),
    flows: flows.map(({ id, from, to, value }) => ({ id, from, to, value }))
  };
}
