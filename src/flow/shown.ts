import type { FigureKind } from '../model/ground.ts';
import type { Flow, Lens, Site } from '../model/lens.ts';
import { splitInProportion } from './split.ts';
import { flowSentence, splitSentence } from './sentence.ts';

/** A flow as it is shown: one of the lens, or one that stands for a way through the market, split in proportion. */
export type ShownFlow = {
  id: string;
  from: string;
  to: string;
  value: number;
  kind: FigureKind;
  sentence: string;
  /** The record that a click leads to: the flow's own, or the market whose split it is. */
  record: string;
};

/** The market of a lens, where all that is separated meets. */
export const marketOf = (lens: Lens): Site | undefined => lens.sites.find((site) => site.stage === 'market');

/** What is shown of a lens: its own sites and flows, or direct flows in the market's place, each an estimate. */
export function shown(lens: Lens, split: boolean): { sites: readonly Site[]; flows: ShownFlow[] } {
  const market = marketOf(lens);
  const own = (flow: Flow): ShownFlow => ({
    id: flow.id,
    from: flow.from,
    to: flow.to,
    value: flow.value,
    kind: flow.ground.kind,
    sentence: flowSentence(lens, flow),
    record: flow.id
  });
  if (!split || !market) return { sites: lens.sites, flows: lens.flows.map(own) };
  return {
    sites: lens.sites.filter((site) => site !== market),
    flows: splitInProportion<Flow | { id: string; from: string; to: string; value: number }>(
      lens.flows,
      market.id
    ).map((flow) =>
      'ground' in flow
        ? own(flow)
        : { ...flow, kind: 'estimated' as const, sentence: splitSentence(lens, flow), record: market.id }
    )
  };
}
