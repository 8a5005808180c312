import type { FigureKind, Ground } from '../model/ground.ts';
import type { SourceId } from '../model/ids.ts';
import { formatNumber, formatShare, shortUnit } from '../model/format.ts';
import type { Flow, Lens, Site } from '../model/lens.ts';
import { grouped } from '../model/grouped.ts';
import { allOf } from '../model/stageWords.ts';

const named = new WeakMap<Lens['sites'], ReadonlyMap<string, Site>>();
/** A site of a lens by its id. */
export function siteOf({ sites }: Lens, id: string): Site | undefined {
  const known = named.get(sites) ?? new Map(sites.map((site) => [site.id as string, site]));
  named.set(sites, known);
  return known.get(id);
}

type Totals = { into: number; out: number; through: number };
/** The totals of all sites of a lens, added up once: asked for each site anew they would cost sites × flows. */
const added = new WeakMap<Lens['flows'], ReadonlyMap<string, Totals>>();

function totalsOf({ flows }: Lens): ReadonlyMap<string, Totals> {
  const known = added.get(flows);
  if (known) return known;
  const all = new Map<string, Totals>();
  const at = (site: string) => {
    const found = all.get(site) ?? { into: 0, out: 0, through: 0 };
    all.set(site, found);
    return found;
  };
  for (const { from, to, value } of flows) {
    at(to).into += value;
    at(from).out += value;
  }
  for (const totals of all.values()) totals.through = Math.max(totals.into, totals.out);
  added.set(flows, all);
  return all;
}

/** What goes into a site, what comes out, and its throughput: the larger of the two. All in the lens's unit. */
export const siteTotals = (lens: Lens, site: string): Readonly<Totals> =>
  totalsOf(lens).get(site) ?? { into: 0, out: 0, through: 0 };

/** The flows of a lens by the site at either end, in their order; sorted out once, for the same reason. */
const ended = new WeakMap<Lens['flows'], Record<'from' | 'to', ReadonlyMap<string, Flow[]>>>();

/** The flows that leave a site (`from`) or reach it (`to`). */
export function flowsAt({ flows }: Lens, end: 'from' | 'to', site: string): readonly Flow[] {
  const known = ended.get(flows) ?? {
    from: grouped(flows, ({ from }) => from),
    to: grouped(flows, ({ to }) => to)
  };
  ended.set(flows, known);
  return known[end].get(site) ?? [];
}

const staged = new WeakMap<Lens, Map<Site['stage'], number>>();

/** Throughput of a whole stage, in the lens's unit. */
export function stageTotal(lens: Lens, stage: Site['stage']): number {
  const known = staged.get(lens) ?? new Map<Site['stage'], number>();
  staged.set(lens, known);
  const total =
    known.get(stage) ??
    lens.sites.reduce((sum, s) => sum + (s.stage === stage ? siteTotals(lens, s.id).through : 0), 0);
  known.set(stage, total);
  return total;
}

/** Stages that are a whole, of which a site has a share. */
const WHOLE: readonly Site['stage'][] = ['mine', 'separation', 'use'];

/** A site's share of its stage, with the words for the base; none where a stage is no whole of anything (stock, scrap, the market). */
export function stageShare(lens: Lens, id: string): { share: number; of: string } | null {
  const site = siteOf(lens, id);
  if (!site || !WHOLE.includes(site.stage)) return null;
  const total = stageTotal(lens, site.stage);
  return total > 0 ? { share: siteTotals(lens, id).through / total, of: allOf(lens, site.stage) } : null;
}

/** How a site's share of its stage is reckoned: "73 757 / 80 805 t = 91 % of all that is separated"; none where the site has no share. */
export function shareInWords(lens: Lens, id: string): string | null {
  const site = siteOf(lens, id);
  const share = stageShare(lens, id);
  if (!site || !share) return null;
  const [part, whole] = [siteTotals(lens, id).through, stageTotal(lens, site.stage)];
  return `${formatNumber(part, 0)} / ${formatNumber(whole, 0)} ${shortUnit(lens.unit)} = ${formatShare(share.share)} of ${share.of}`;
}

/** From the strongest kind of evidence to the weakest. */
export const KINDS: readonly FigureKind[] = ['observed', 'stated', 'derived', 'estimated', 'residual'];

/** The weakest kind among several figures: a sum is no better than its weakest part. */
export function weakest(kinds: readonly FigureKind[]): FigureKind {
  return kinds.reduce<FigureKind>(
    (worst, kind) => (KINDS.indexOf(kind) > KINDS.indexOf(worst) ? kind : worst),
    'observed'
  );
}

/** The grounds of a lens's sites, found once: a market's is written from hundreds of flows, and a trace asks for it at every move of the pointer. */
const stood = new WeakMap<Lens, Map<string, Ground>>();

/**
 * What a site's throughput stands on: what a source gives for it, else the one flow that carries it all, or the sum of the flows on its larger side
 * (the side with better evidence where both are equal; what only passes on the sum of what comes in is none), with the arithmetic written out.
 */
export function siteGround(lens: Lens, id: string): Ground {
  const known = stood.get(lens) ?? new Map<string, Ground>();
  stood.set(lens, known);
  const ground = known.get(id) ?? groundOf(lens, id);
  known.set(id, ground);
  return ground;
}

function groundOf(lens: Lens, id: string): Ground {
  const given = siteOf(lens, id)?.total;
  if (given) return given.ground;
  const { into, out, through } = siteTotals(lens, id);
  const sides = (['from', 'to'] as const)
    .filter((end) => Math.abs((end === 'from' ? out : into) - through) <= 0.005 * through)
    .map((end) => flowsAt(lens, end, id))
    .filter((flows) => flows.length > 0 && !flows.every((flow) => flow.passesOn));
  const [best] = sides.toSorted(
    (a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)) || a.length - b.length
  );
  if (!best) return { kind: 'residual', sources: [], arithmetic: 'No flow reaches this site.' };
  if (best.length === 1) return best[0]!.ground;
  const kind = kindOf(best);
  return {
    kind: kind === 'observed' ? 'derived' : kind,
    sources: [...new Set(best.flatMap((flow) => flow.ground.sources))] as SourceId[],
    arithmetic: `Sum of ${best.length} flows: ${best.map((flow) => formatNumber(flow.value, 0)).join(' + ')} = ${formatNumber(through, 0)} ${shortUnit(lens.unit)}; the weakest is ${kind}.`,
    ...(kind === 'estimated'
      ? { assumption: 'Some of these flows are estimates; each says what it assumes.' }
      : {})
  };
}

const kindOf = (flows: readonly { ground: Ground }[]) => weakest(flows.map((flow) => flow.ground.kind));
