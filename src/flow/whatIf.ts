import { formatNumber, formatShare, listed, shortUnit } from '../model/format.ts';
import type { Lens, Site } from '../model/lens.ts';
import { bestCase, passThrough, type Network, type PassThrough, type Shock } from './disruption.ts';
import { flowsAt } from './figures.ts';
import { inSentence, linksOf, type Question } from './question.ts';

/** The network of a lens, as the disruption model reads it. */
function networkOf(lens: Lens): Network {
  return {
    sites: lens.sites.map(({ id, role }) => ({ id, role })),
    flows: lens.flows.map(({ id, from, to, value }) => ({ id, from, to, value }))
  };
}

/** The shock that a question means for a lens: links by the ids of their flows. */
function shockOf(lens: Lens, { changes, spare, first }: Question): Shock {
  const capacity: Record<string, number> = {};
  const permission: Record<string, number> = {};
  for (const { id, remains } of changes) {
    if (id.includes('>')) for (const flow of linksOf(lens, id)) permission[flow.id] = remains;
    else capacity[id] = remains;
  }
  return {
    capacity,
    permission,
    spare: Object.fromEntries(spare.map(({ id, remains }) => [id, remains])),
    priority: [...first]
  };
}

/** What a question comes to: what is left of each flow if nobody adapts, and for each use the range of what it would lack, as shares 0 to 1. */
export type Answer = {
  flows: Record<string, number>;
  uses: { id: string; name: string; baseline: number; worst: number; best: number | null }[];
  total: { baseline: number; worst: number; best: number | null };
  /** The share of its throughput that each site still handles if nobody adapts: what a rule keeps from leaving it was handled there. */
  handled: Record<string, number>;
  piledUp: { id: string; amount: number }[];
  /** What a rule keeps from being shipped, in the lens's unit. */
  keptBack: { from: string; to: string; amount: number }[];
  chokePoints: string[];
  /** The balancing sources without whose redirection the better end would be worse, and by how much, in the lens's unit; none where that is under half a per cent. */
  leansOn: { ids: string[]; amount: number } | undefined;
  /** Why there is no best case for this lens, if there is none. */
  noBestCase: string | undefined;
  /** Every use loses the same share, since all that is separated meets in one market. */
  alike: boolean;
};

/** Both bounds of what would be missing: nobody adapts, and perfect re-routing over existing, permitted links. */
export function answer(lens: Lens, question: Question): Answer {
  const network = networkOf(lens);
  const shock = shockOf(lens, question);
  const worst = passThrough(network, shock);
  const best = lens.noBestCase ? null : bestCase(network, shock);
  const baseline = passThrough(network, {}).delivered;
  const handled = handledBy(lens, question, worst);
  const uses = lens.sites
    .filter((site) => site.role === 'use')
    .map(({ id, name }) => ({
      id,
      name,
      baseline: baseline[id] ?? 0,
      worst: lack(baseline[id] ?? 0, worst.delivered[id] ?? 0),
      best: best ? lack(baseline[id] ?? 0, best.delivered[id] ?? 0) : null
    }));
  const sum = (delivered: Record<string, number>) =>
    uses.reduce((total, use) => total + (delivered[use.id] ?? 0), 0);
  const whole = sum(baseline);
  return {
    flows: worst.flows,
    handled,
    uses,
    total: {
      baseline: whole,
      worst: lack(whole, sum(worst.delivered)),
      best: best ? lack(whole, sum(best.delivered)) : null
    },
    piledUp: Object.entries(worst.piledUp)
      .filter(([, amount]) => amount > 0.5)
      .map(([id, amount]) => ({ id, amount })),
    keptBack: question.changes
      .flatMap(({ id }) => (id.includes('>') ? linksOf(lens, id) : []))
      .map(({ id, from, to }) => {
        // What the rule alone takes: the same with this link open, to which nothing behind it matters.
        const open = { ...shock, permission: { ...shock.permission, [id]: 1 } };
        return { from, to, amount: passThrough(network, open).flows[id]! - worst.flows[id]! };
      })
      .filter(({ amount }) => amount > 0.5),
    chokePoints: best && best.fill < 1 - 1e-9 ? best.chokePoints : [],
    leansOn: best ? leaning(lens, network, shock, best.total, whole) : undefined,
    noBestCase: lens.noBestCase,
    alike: uses.length > 1 && uses.every((use) => Math.abs(use.worst - uses[0]!.worst) < 0.005)
  };
}

/** Whether the better end rests on sources that only balance other figures: without them going elsewhere than before it would be worse. */
function leaning(
  lens: Lens,
  network: Network,
  shock: Shock,
  total: number,
  whole: number
): Answer['leansOn'] {
  const balancing = lens.sites.filter(({ id, role }) => {
    const gives = role === 'source' ? flowsAt(lens, 'from', id) : [];
    return gives.length > 0 && gives.every(({ ground }) => ground.kind === 'residual');
  });
  const held = balancing.flatMap(({ id }) => flowsAt(lens, 'from', id));
  // A link that is capped just below what it was takes no more than that.
  const kept = Object.fromEntries(
    held.map(({ id }) => [id, Math.min(shock.permission?.[id] ?? 1, 1 - 1e-9)])
  );
  const without = bestCase(network, { ...shock, permission: { ...shock.permission, ...kept } }).total;
  const amount = total - without;
  return amount < 0.005 * whole ? undefined : { ids: balancing.map(({ id }) => id), amount };
}

/** What the better end leans on, a sentence; empty where on nothing of that kind. */
export function leaningInWords(lens: Lens, { leansOn }: Answer): string {
  if (!leansOn) return '';
  const names = leansOn.ids.map((id) => inSentence(lens.sites.find((site) => site.id === id)!.full));
  return `The better end counts on ${formatNumber(leansOn.amount, 0)} ${shortUnit(lens.unit)} of ${listed(names)} going elsewhere than before.`;
}

/** What each site still handles: at a source what is left of its capacity, elsewhere what reaches it and does not pile up. */
function handledBy(lens: Lens, { changes }: Question, worst: PassThrough): Record<string, number> {
  const capacity = new Map(changes.map(({ id, remains }) => [id, remains]));
  const share = ({ id }: Site): number => {
    const into = flowsAt(lens, 'to', id);
    if (into.length === 0) return capacity.get(id) ?? 1;
    const before = into.reduce((sum, { value }) => sum + value, 0);
    const after = into.reduce((sum, flow) => sum + worst.flows[flow.id]!, 0) - (worst.piledUp[id] ?? 0);
    return before > 0 ? after / before : 1;
  };
  return Object.fromEntries(lens.sites.map((site) => [site.id, share(site)]));
}

/** A share that is lacked, as it is said in sentences and beside bars: "13 %", "under 1 %". */
export const lackInWords = (share: number): string => formatShare(share).replace('\u00a0', ' ');

/** What all uses together would lack, as a sentence: "All uses together would lack 13 %." */
export function lossInWords({ worst, best }: Answer['total']): string {
  const [least, most] = [lackInWords(best ?? worst), lackInWords(worst)];
  return `All uses together would lack ${least === most ? most : `${least} to ${most}`}`;
}

/** The share of a use that is lacked; what adding fractions leaves is nothing. */
function lack(before: number, after: number): number {
  const share = before > 0 ? 1 - after / before : 0;
  return share < 1e-9 ? 0 : share;
}
