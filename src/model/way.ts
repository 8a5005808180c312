import { capital, formatNumber, shortUnit } from './format.ts';
import type { Flow, Lens, Site } from './lens.ts';
import { splitInProportion } from './split.ts';
import { pooled, stageWords } from './stageWords.ts';

/** A way through the market as a flow of its own: an estimate, with the flow that feeds the market and the one that it feeds. */
export type Way = Flow & { readonly feeder: Flow; readonly fed: Flow };

/** The market of a lens, where what was separated meets. */
export const marketOf = (lens: Lens): Site | undefined => lens.sites.find((site) => site.stage === 'market');

/** The ids of the ways through a lens's market: each flow that feeds it, with each that it feeds. */
export function wayIds(lens: Lens): string[] {
  const market = marketOf(lens);
  const ways = market ? splitInProportion(lens.flows, market.id) : [];
  return ways.flatMap((one) => ('feeder' in one ? one.id : []));
}

/** Every way through a lens's market, split in proportion, each with its arithmetic, its assumption and the sources of both its parts. */
export function waysOf(lens: Lens): Way[] {
  const market = marketOf(lens);
  if (!market) return [];
  const own = new Map<string, Flow>(lens.flows.map((flow) => [flow.id, flow]));
  const sum = (side: 'from' | 'to') =>
    lens.flows.reduce((total, flow) => total + (flow[side] === market.id ? flow.value : 0), 0);
  const pool = Math.max(sum('to'), sum('from'));
  const amount = (value: number) => `${formatNumber(value, 0)} ${shortUnit(lens.unit)}`;
  const name = (id: string) => lens.sites.find((site) => site.id === id)?.full ?? id;
  const supplier = stageWords(lens, 'separation')?.site ?? 'supplier';
  const assumption = `${capital(pooled(lens))} is mixed evenly, so that every use draws on every ${supplier} in the same proportion. Nobody publishes which ${supplier} serves which use.`;
  return splitInProportion(lens.flows, market.id).flatMap((one): Way[] => {
    if (!('feeder' in one)) return [];
    const [feeder, fed] = [own.get(one.feeder)!, own.get(one.fed)!];
    return [
      {
        id: one.id as Flow['id'],
        from: feeder.from,
        to: fed.to,
        value: one.value,
        feeder,
        fed,
        ground: {
          kind: 'estimated',
          sources: [...new Set([...feeder.ground.sources, ...fed.ground.sources])],
          arithmetic: `${amount(feeder.value)} that enter the market from ${name(feeder.from)} × ${amount(fed.value)} that leave it to ${name(fed.to)} ÷ ${amount(pool)} that meet in it = ${amount(one.value)}.`,
          assumption
        }
      }
    ];
  });
}
