import { formatNumber, formatShare, shortUnit } from '../model/format.ts';
import type { Lens, Site } from '../model/lens.ts';
import { marketOf } from '../model/way.ts';
import { siteGround, siteOf, weakest } from './figures.ts';
import { shown } from './shown.ts';
import { trace, type Part } from './trace.ts';

/** Of all that reaches one site, what came through another site or flow, with the arithmetic written out. */
export type Trail = { from: string; to: Site; part: Part; arithmetic: string };

/**
 * What there is to say of a start, always as a share of what reaches its end: to each use that lies downstream; or, where the
 * start is a use, the market, or a flow from the market to a use, from each site that feeds the market. The largest amounts first.
 */
export function trailsOf(lens: Lens, start: string): Trail[] {
  const flow = lens.flows.find(({ id }) => id === start);
  const market = marketOf(lens);
  const end = lens.sites.find(({ id }) => id === (flow?.from === market?.id ? flow?.to : start));
  const isEnd = end !== undefined && (end.role === 'use' || end === market);
  const pairs = isEnd
    ? feedersOf(lens, market ?? end).map((from) => [from, end] as const)
    : lens.sites.filter((site) => site.role === 'use').map((to) => [start, to] as const);
  // From one start to many ends, one trace serves all.
  const traced = isEnd ? undefined : trace(shown(lens, false), start);
  return pairs
    .flatMap(([from, to]) => trailOf(lens, from, to, traced) ?? [])
    .sort((a, b) => b.part.amount - a.part.amount);
}

/** Of all that reaches `to`, what came through `from`; none where nothing did. `traced` is the trace of `from`, where it is known already. */
function trailOf(
  lens: Lens,
  from: string,
  to: Site,
  traced = trace(shown(lens, false), from)
): Trail | undefined {
  const part = traced?.sites[to.id];
  if (!traced || part?.side !== 'downstream' || part.amount <= 0) return undefined;
  const market = marketOf(lens)?.id;
  const ends = market && traced.sites[market]?.side === 'downstream' ? [from, market, to.id] : [from, to.id];
  return {
    from,
    to,
    part: asShare(lens, part, ends),
    arithmetic: arithmeticOf(lens, traced.sites, to, part)
  };
}

/** A traced part as a share: a quotient, so derived at best, and no better than what stands above or below its line. */
export function asShare(lens: Lens, part: Part, ends: readonly string[]): Part {
  const grounds = ends.map((id) =>
    siteOf(lens, id) ? siteGround(lens, id) : lens.flows.find((flow) => flow.id === id)?.ground
  );
  return {
    ...part,
    kind: weakest(['derived', part.kind ?? 'derived', ...grounds.flatMap((ground) => ground?.kind ?? [])])
  };
}

/** What feeds a site, so that nothing counts twice: a site where it passes on nothing else, else the one flow that it sends. */
const feedersOf = (lens: Lens, end: Site): string[] =>
  lens.flows
    .filter((flow) => flow.to === end.id)
    .map((flow) => (lens.flows.some((f) => f.from === flow.from && f !== flow) ? flow.id : flow.from));

/** Where all that is separated meets in one market, the share there decides; elsewhere what arrives is set against the whole. */
function arithmeticOf(lens: Lens, sites: Readonly<Record<string, Part>>, to: Site, part: Part): string {
  const amount = (value: number) => `${formatNumber(value, 0)} ${shortUnit(lens.unit)}`;
  const whole = (one: Part) => amount(one.amount / one.share);
  const share = formatShare(part.share);
  const market = marketOf(lens);
  const met = market && market !== to ? sites[market.id] : undefined;
  if (!met || met.side !== 'downstream')
    return `${amount(part.amount)} ÷ ${whole(part)} that reach ${to === market ? 'the market' : 'it'} = ${share}.`;
  return `${amount(met.amount)} ÷ ${whole(met)} that meet in the market = ${formatShare(met.share)}; of the ${whole(part)} that reach the use, that is ${amount(part.amount)}.`;
}
