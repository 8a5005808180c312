import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactUpTo, turnedBack } from '../../src/flow/cycles.ts';
import type { CleanFlow } from '../../src/flow/graph.ts';
import { randomFrom } from '../../src/flow/random.ts';

type Triple = readonly [from: number, to: number, value: number];

const flowsOf = (triples: readonly Triple[]): CleanFlow[] =>
  triples.map(([from, to, value], i) => ({ id: `f${i}`, from, to, value }));
const weight = (flows: Iterable<CleanFlow>): number => [...flows].reduce((sum, { value }) => sum + value, 0);
const idsOf = (flows: Iterable<CleanFlow>): string[] => [...flows].map(({ id }) => id).sort();

/** A cycle with as few flows as any, or none. */
function shortestCycle(flows: readonly CleanFlow[]): CleanFlow[] | undefined {
  let shortest: CleanFlow[] | undefined;
  for (const first of flows) {
    const ways = new Map([[first.to, [first]]]);
    for (const [site, way] of ways)
      for (const flow of flows)
        if (flow.from === site && !ways.has(flow.to)) ways.set(flow.to, [...way, flow]);
    const round = ways.get(first.from);
    if (round !== undefined && round.length < (shortest?.length ?? Infinity)) shortest = round;
  }
  return shortest;
}

/** The least weight that opens all cycles: of each cycle one flow must go; ends where `most` is passed. */
function leastWeight(flows: readonly CleanFlow[], most = Infinity): number {
  if (most <= 0) return 0;
  const cycle = shortestCycle(flows);
  if (cycle === undefined) return 0;
  let least = most;
  for (const gone of cycle) {
    const rest = flows.filter((flow) => flow !== gone);
    least = Math.min(least, gone.value + leastWeight(rest, least - gone.value));
  }
  return least;
}

/** A core of so many sites: a ring through all of them in a mixed order, and chords by chance. */
function coreOf(n: number, chords: number, seed: number, first = 0): Triple[] {
  const random = randomFrom(seed);
  const ring = Array.from({ length: n }, (_, i) => i).sort((a, b) => ((a * 7) % n) - ((b * 7) % n) || a - b);
  const triples = ring.map((site, i): Triple => [site, ring[(i + 1) % n]!, 1 + random(30)]);
  for (let i = 0; i < chords; i++) {
    const [from, to] = [random(n), random(n)];
    if (from !== to) triples.push([from, to, 1 + random(30)]);
  }
  return triples.map(([from, to, value]) => [from + first, to + first, value]);
}

describe('a core of sites', () => {
  it('[F149] is opened by the least weight of all up to thirteen sites (against taking a flow from every cycle)', () => {
    for (const n of [2, 3, 6, 9, 12, exactUpTo])
      for (let seed = 1; seed <= 4; seed++) {
        const flows = flowsOf(coreOf(n, n, seed));
        const back = turnedBack(n, flows);
        expect(shortestCycle(flows.filter((flow) => !back.has(flow)))).toBeUndefined();
        expect([n, seed, weight(back)]).toEqual([n, seed, leastWeight(flows)]);
      }
  });

  it('[F150] with more sites is opened so that no site is better off before all others or behind them', () => {
    for (const [n, chords] of [
      [14, 20],
      [17, 90],
      [24, 60],
      [40, 300]
    ] as const)
      for (let seed = 1; seed <= 8; seed++) {
        const flows = flowsOf(coreOf(n, chords, seed));
        const back = turnedBack(n, flows);
        const kept = flows.filter((flow) => !back.has(flow));
        expect(shortestCycle(kept)).toBeUndefined();
        for (let site = 0; site < n; site++) {
          const sum = (some: Iterable<CleanFlow>, end: 'from' | 'to') =>
            weight([...some].filter((flow) => flow[end] === site));
          expect(sum(back, 'from')).toBeLessThanOrEqual(sum(kept, 'to'));
          expect(sum(back, 'to')).toBeLessThanOrEqual(sum(kept, 'from'));
        }
      }
  });

  it('[F151] that is a ring, its weights falling to one and rising again, turns back that one alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(39), fc.nat(50), (n, valley, shift) => {
        const flows = flowsOf(
          Array.from({ length: n }, (_, i) => {
            const away = Math.abs(i - (valley % n));
            return [(i + shift) % n, (i + 1 + shift) % n, 1 + Math.min(away, n - away)] as const;
          })
        );
        expect([...turnedBack(n, flows)]).toEqual([flows[valley % n]]);
      }),
      { seed: 31, numRuns: 100 }
    );
  });

  it('[F152] up to 1,500 sites turns back the light flow of a ring; a larger one what closes the walk', () => {
    const ringOf = (n: number) =>
      flowsOf(Array.from({ length: n }, (_, i) => [i, (i + 1) % n, i === 5 ? 1 : 2] as const));
    const large = ringOf(1500);
    expect([...turnedBack(1500, large)]).toEqual([large[5]]);
    const larger = ringOf(1501);
    expect([...turnedBack(1501, larger)]).toEqual([larger.at(-1)]);
  });

  it('[F153] is opened by itself, whatever stands beside it and leads to it', () => {
    const bridges = [
      [0, 1],
      [0, 3],
      [1, 10],
      [3, 7],
      [7, 12],
      [4, 9],
      [19, 8],
      [8, 20]
    ].map(([from, to]): Triple => [from!, to!, 1]);
    for (let seed = 1; seed <= 6; seed++) {
      const [one, other] = [coreOf(5, 6, seed, 2), coreOf(10, 12, seed + 9, 9)];
      const flows = flowsOf([...bridges, ...other, ...one]);
      const back = [...turnedBack(21, flows)];
      const within = (low: number, high: number) =>
        weight(back.filter(({ from, to }) => Math.min(from, to) >= low && Math.max(from, to) < high));
      expect(within(2, 7)).toBe(leastWeight(flowsOf(one)));
      expect(within(9, 19)).toBe(leastWeight(flowsOf(other)));
      // Nothing else is turned back.
      expect(weight(back)).toBe(within(2, 7) + within(9, 19));
    }
  });

  it('[F154] turns back the same flows in whatever unit they are given', () => {
    for (const [n, chords] of [
      [9, 20],
      [25, 120]
    ] as const)
      for (let seed = 1; seed <= 6; seed++) {
        const triples = coreOf(n, chords, seed);
        const inUnit = (unit: number) =>
          idsOf(turnedBack(n, flowsOf(triples.map(([from, to, value]) => [from, to, value * unit]))));
        const back = inUnit(1);
        expect(back.length).toBeGreaterThan(0);
        expect(inUnit(2 ** -80)).toEqual(back);
        expect(inUnit(2 ** 80)).toEqual(back);
      }
  });

  it('[F155] weighs flows between the same two sites together: all of them stay or all turn back', () => {
    const pair = (out: readonly number[], home: number) =>
      flowsOf([...out.map((value): Triple => [0, 1, value]), [1, 0, home]]);
    expect(idsOf(turnedBack(2, pair([2, 2, 2], 5)))).toEqual(['f3']);
    expect(idsOf(turnedBack(2, pair([2, 2, 2], 7)))).toEqual(['f0', 'f1', 'f2']);
    for (let seed = 1; seed <= 6; seed++) {
      const triples = coreOf(18, 60, seed);
      const split = triples.flatMap(([from, to, value]): Triple[] => [
        [from, to, value / 4],
        [from, to, (3 * value) / 4]
      ]);
      const ways = (some: readonly Triple[]) =>
        new Set([...turnedBack(18, flowsOf(some))].map(({ from, to }) => `${from} ${to}`));
      expect(ways(split)).toEqual(ways(triples));
    }
  });

  it('[F157] where every two sites are joined stands so that carrying any one site elsewhere turns back no less', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const [n, random] = [14 + seed, randomFrom(seed)];
      const flows = flowsOf(
        Array.from({ length: n * n }, (_, k) => [Math.floor(k / n), k % n] as const)
          .filter(([a, b]) => a < b)
          .map(([a, b]): Triple => (random(2) === 0 ? [a, b, 1 + random(30)] : [b, a, 1 + random(30)]))
      );
      const back = turnedBack(n, flows);
      // Flows that all point one way leave one order: by how many come in.
      const before = new Array<number>(n).fill(0);
      for (const flow of flows) before[back.has(flow) ? flow.from : flow.to]!++;
      expect(before.toSorted((a, b) => a - b)).toEqual([...before.keys()]);
      const order = before.map((_, rank) => before.indexOf(rank));
      const turned = (sites: readonly number[]) =>
        weight(flows.filter(({ from, to }) => sites.indexOf(from) > sites.indexOf(to)));
      const least = turned(order);
      expect(least).toBe(weight(back));
      for (const site of order)
        for (let i = 0; i < n; i++)
          expect(
            turned(order.filter((other) => other !== site).toSpliced(i, 0, site))
          ).toBeGreaterThanOrEqual(least);
    }
  });

  it('[F158] keeps a chain each of whose flows is heavier than all that lead back together', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const [n, random] = [20 + seed, randomFrom(seed)];
      const name = Array.from({ length: n }, (_, i) => (i * 17) % n);
      const chain = name.slice(1).map((site, i): Triple => [name[i]!, site, 200]);
      const home = Array.from({ length: n }, (): Triple => {
        const [a, b] = [random(n), random(n)];
        return [name[Math.max(a, b)]!, name[Math.min(a, b)]!, 1 + random(5)];
      }).filter(([from, to]) => from !== to);
      const flows = flowsOf([...home, [name[n - 1]!, name[0]!, 1], ...chain]);
      const back = turnedBack(n, flows);
      expect([...back].every(({ value }) => value < 200)).toBe(true);
      expect(back.size).toBe(home.length + 1);
    }
  });
});
