import { Pipes } from './maxflow.ts';
import { baselineOf, setting, type Baseline, type Network, type Shock } from './network.ts';

/** What is left if all re-route perfectly, by id and in the network's unit. */
export type BestCase = {
  /** The largest share of its baseline that every use can have at once, 0 to 1. */
  fill: number;
  /** The largest sum over all uses that leaves each its fill. */
  total: number;
  delivered: Record<string, number>;
  /** The sites whose capacity keeps the fill from being larger (a minimum cut, nearest to the sources). */
  chokePoints: string[];
};

/**
 * Of what a site passes on, the part that ends in uses at baseline: what flows to sinks is not available to them. Site
 * capacities and capped flows count by this part, so that losses stay what they are however flows are re-routed.
 */
function usedPart(base: Baseline): Float64Array {
  const part = Float64Array.from(base.roles, (role) => (role === 'use' ? 1 : 0));
  for (const site of base.upstreamFirst.toReversed()) {
    if (base.roles[site] === 'use' || base.roles[site] === 'sink' || base.throughput[site] === 0) continue;
    const used = base.out[site]!.reduce((sum, flow) => sum + flow.value * part[flow.to]!, 0);
    part[site] = used / base.throughput[site]!;
  }
  return part;
}

/** The network as pipes: each site a pipe of its capacity from node 2i to 2i + 1, all in what ends in uses. */
class Reroute {
  readonly #pipes: Pipes;
  readonly #base: Baseline;
  readonly #source: number;
  readonly #demand = new Map<number, number>();
  readonly #tiny: number;
  #reached: Uint8Array = new Uint8Array(0);

  constructor(base: Baseline, shock: Shock, uses: readonly number[], wanted: number) {
    const count = base.ids.length;
    const part = usedPart(base);
    this.#base = base;
    this.#source = 2 * count;
    this.#tiny = 1e-13 * wanted;
    this.#pipes = new Pipes(2 * count + 2);
    base.ids.forEach((id, i) => {
      const capacity = setting(shock.capacity, id, 1, 1) * (1 + setting(shock.spare, id, 0, Infinity));
      this.#pipes.lay(2 * i, 2 * i + 1, capacity * base.throughput[i]! * part[i]!);
      if (base.gives[i] === 1) this.#pipes.lay(this.#source, 2 * i, Infinity);
    });
    for (const { id, from, to, value } of base.flows) {
      const permission = setting(shock.permission, id, 1, 1);
      if (permission === 0 || part[to] === 0 || base.roles[from] === 'use') continue;
      this.#pipes.lay(2 * from + 1, 2 * to, permission === 1 ? Infinity : permission * value * part[to]!);
    }
    for (const use of uses) this.#demand.set(use, this.#pipes.lay(2 * use + 1, this.#source + 1, 0));
  }

  /** Serves uses up to a share of their baseline; a use keeps what it has. Gives back what all uses have. */
  serve(fill: number, uses: Iterable<number> = this.#demand.keys()): number {
    for (const use of uses)
      this.#pipes.room[this.#demand.get(use)!] = Math.max(
        0,
        fill * this.#base.throughput[use]! - this.taken(use)
      );
    this.#reached = this.#pipes.fill(this.#source, this.#source + 1, this.#tiny);
    return this.#pipes.flow;
  }

  /** What a use has. */
  taken(use: number): number {
    return this.#pipes.room[this.#demand.get(use)! ^ 1]!;
  }

  /** Whether more could reach a use if it wanted more. */
  canHaveMore(use: number): boolean {
    return this.#reached[2 * use + 1] === 1;
  }

  /** The sites that let through all they can while more could reach them and would be of use beyond them. */
  chokePoints(): string[] {
    const reached = this.#reached;
    return this.#base.ids.filter(
      (_, i) => reached[2 * i] === 1 && reached[2 * i + 1] === 0 && this.#pipes.leadsOn(2 * i + 1, reached)
    );
  }
}

/** The largest share of their baseline that uses can have at once, after others have had all they can in their order. */
function commonFill(
  lay: () => Reroute,
  base: Baseline,
  first: readonly number[],
  uses: readonly number[]
): { fill: number; chokePoints: string[] } {
  const sum = (some: readonly number[]): number => some.reduce((all, use) => all + base.throughput[use]!, 0);
  const wanted = sum(uses);
  let fill = wanted > 0 ? 1 : 0;
  let chokePoints: string[] = [];
  for (let round = 0; round <= uses.length; round++) {
    const trial = lay();
    const before = first.reduce((_, use) => trial.serve(1, [use]), 0);
    const served = trial.serve(fill, uses);
    if (before + fill * wanted - served <= 1e-12 * (before + wanted)) break;
    chokePoints = trial.chokePoints();
    // The cut holds what the uses on its near side want, and a rest that does not depend on the fill.
    const near = sum(uses.filter((use) => trial.canHaveMore(use)));
    fill = Math.max(0, (served - before - fill * near) / (wanted - near));
  }
  return { fill, chokePoints };
}

/**
 * Everybody adapts: material takes any existing, permitted flow within the sites' capacities and stated spare
 * capacities (the best feasible case, Pichler & Farmer 2021). The largest common fill rate comes from maximum flow and
 * the cut that binds it (Dinkelbach 1967; ends after at most one round per use), then the largest total on top of it.
 * Uses with priority have all they can in their order, and the others the largest fill common to them; the total is
 * the same in every order, and the fill and the choke points stay those of all uses together.
 */
export function bestCase(network: Network, shock: Shock): BestCase {
  const base = baselineOf(network);
  const uses = [...base.ids.keys()].filter((i) => base.roles[i] === 'use' && base.throughput[i]! > 0);
  const wanted = uses.reduce((all, use) => all + base.throughput[use]!, 0);
  const lay = (): Reroute => new Reroute(base, shock, uses, wanted);
  const { fill, chokePoints } = commonFill(lay, base, [], uses);
  const first = firstOf(shock, base, uses);
  const rest = uses.filter((use) => !first.includes(use));
  const best = lay();
  for (const use of first) best.serve(1, [use]);
  best.serve(first.length ? commonFill(lay, base, first, rest).fill : fill, rest);
  best.serve(1, rest);
  const delivered = uses.map((use): [string, number] => [base.ids[use]!, best.taken(use)]);
  const total = delivered.reduce((all, [, amount]) => all + amount, 0);
  return { fill, total, delivered: Object.fromEntries(delivered), chokePoints };
}

/** The uses with priority, each once, in their order. */
function firstOf(shock: Shock, base: Baseline, uses: readonly number[]): number[] {
  const known = new Map(uses.map((use) => [base.ids[use]!, use]));
  return [...new Set(shock.priority)].flatMap((id) => known.get(id) ?? []);
}
