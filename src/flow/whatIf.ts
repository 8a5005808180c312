import type { Lens } from '../model/lens.ts';
import { bestCase, passThrough, type Network, type Shock } from './disruption.ts';
import { linksOf, type Question } from './question.ts';

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
  piledUp: { id: string; amount: number }[];
  chokePoints: string[];
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
    uses,
    total: {
      baseline: whole,
      worst: lack(whole, sum(worst.delivered)),
      best: best ? lack(whole, sum(best.delivered)) : null
    },
    piledUp: Object.entries(worst.piledUp)
      .filter(([, amount]) => amount > 0.5)
      .map(([id, amount]) => ({ id, amount })),
    chokePoints: best && best.fill < 1 - 1e-9 ? best.chokePoints : [],
    noBestCase: lens.noBestCase,
    alike: uses.length > 1 && uses.every((use) => Math.abs(use.worst - uses[0]!.worst) < 0.005)
  };
}

/** What all uses together would lack, as a sentence: "All uses together would lack 13 %." */
export function lossInWords({ worst, best }: Answer['total']): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const range =
    best === null || Math.round(best * 100) === Math.round(worst * 100)
      ? percent(worst)
      : `${percent(best)} to ${percent(worst)}`;
  return `All uses together would lack ${range}`;
}

const lack = (before: number, after: number) => (before > 0 ? Math.max(0, 1 - after / before) : 0);
