import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree } from '../../src/flow/agree.ts';
import { Answer } from '../../src/flow/answer.ts';
import { boundsOf } from '../../src/flow/bounds.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { mergeTwins, unfold } from '../../src/flow/twins.ts';
import { graphOf } from './graphs.ts';
import { cases, crossed, runs, sameMembers, shuffled } from './orders.ts';

describe('pairs that wish', () => {
  const sizes = fc.integer({ min: 1, max: 5 });

  it('[O28] agree on the order that turns back the least of their wishes (against all orders)', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 25, maxLength: 25 }),
        (n, costs) => {
          const answer = new Answer(n, undefined);
          for (let u = 0; u < n; u += 1)
            for (let v = u + 1; v < n; v += 1) answer.gain[u * n + v] = costs[5 * u + v]!;
          const { order, excess, exact } = agree(answer);
          const turnedBack = (some: readonly number[]) => {
            let sum = 0;
            for (let i = 0; i < n; i += 1)
              for (let j = i + 1; j < n; j += 1) {
                const [u, v] = [Math.min(some[i]!, some[j]!), Math.max(some[i]!, some[j]!)];
                const cost = answer.gain[u * n + v]!;
                if (some[i] === u ? cost > 0 : cost < 0) sum += Math.abs(cost);
              }
            return sum;
          };
          expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
          expect(excess).toBe(turnedBack(order));
          let least = Infinity;
          const visit = (chosen: number[]): void => {
            if (chosen.length === n) least = Math.min(least, turnedBack(chosen));
            else for (let u = 0; u < n; u += 1) if (!chosen.includes(u)) visit([...chosen, u]);
          };
          visit([]);
          expect(excess).toBe(least);
          expect(exact).toBe(true);
        }
      ),
      { ...runs, numRuns: 150 }
    );
  });
});

describe('pairs that must', () => {
  /** Answers of so many places with costs of having u above v, and what is forced: 1 above, -1 below. */
  function answers(n: number, costs: Record<string, number>, forced?: Record<string, number>): Answer {
    const table = forced && new Int8Array(n * n);
    const at = (pair: string) => {
      const [u = 0, v = 0] = pair.split(' ').map(Number);
      return u * n + v;
    };
    for (const [pair, way] of Object.entries(forced ?? {})) table![at(pair)] = way;
    const answer = new Answer(n, table);
    for (const [pair, cost] of Object.entries(costs)) answer.gain[at(pair)] = cost;
    return answer;
  }

  it('[O30] stand as they must, whatever it costs, and where it costs nothing', () => {
    expect(agree(answers(2, { '0 1': -5 }, { '0 1': -1 })).order).toEqual([1, 0]);
    expect(agree(answers(2, { '0 1': 5 }, { '0 1': 1 })).order).toEqual([0, 1]);
    expect(agree(answers(2, {}, { '0 1': -1 })).order).toEqual([1, 0]);
    expect(agree(answers(2, {}, { '0 1': 1 })).order).toEqual([0, 1]);
    expect(agree(answers(3, { '0 2': -1, '1 2': 4 }, { '0 1': 1 })).order).toEqual([0, 2, 1]);
  });

  /** Places that each wish to stand above the next, and the last above the first. */
  const ring = (n: number) =>
    answers(n, {
      ...Object.fromEntries(Array.from({ length: n - 1 }, (_, u) => [`${u} ${u + 1}`, -2])),
      [`0 ${n - 1}`]: 1
    });

  it('[O30] that wish in a circle turn back the least, and are sure of it up to thirteen places', () => {
    for (const n of [3, 12, 13, 14]) {
      const { order, excess, exact } = agree(ring(n));
      expect(order).toEqual(Array.from({ length: n }, (_, i) => i));
      expect([n, excess, exact]).toEqual([n, 1, n <= 13]);
    }
  });

  it('[O30] are sure of a small circle beside many that agree, and not of a large one beside a small', () => {
    const chain = Object.fromEntries(Array.from({ length: 19 }, (_, u) => [`${u} ${u + 1}`, -2]));
    expect(agree(answers(20, chain))).toMatchObject({ excess: 0, exact: true });
    expect(agree(answers(20, { ...chain, '3 5': 1 }))).toMatchObject({ excess: 1, exact: true });
    expect(agree(answers(20, { ...chain, '3 19': 1 }))).toMatchObject({ excess: 1, exact: false });
    // The first three go in a circle by themselves, the others in a large one.
    const two = { ...chain, '2 3': 0, '0 2': 1, '3 19': 1 };
    expect(agree(answers(20, two))).toMatchObject({ excess: 2, exact: false });
  });
});

describe('twins', () => {
  it('[O29] are merged by proportion, whatever their size, and unfold to every place once', () => {
    const prepared = prepare(
      graphOf(6, [
        [0, 3, 2],
        [0, 4, 4],
        [1, 3, 5],
        [1, 4, 10],
        [2, 3, 5],
        [2, 4, 9],
        [3, 5, 12],
        [4, 5, 23]
      ])
    );
    const merged = mergeTwins(prepared.places, boundsOf(prepared, undefined));
    expect(merged.groups).toEqual([[0, 1], [2], [3], [4], [5]]);
    expect([...merged.web.value]).toEqual([21, 14, 12, 23, 35]);
    expect([...merged.web.links.weight]).toEqual([7, 14, 5, 9, 12, 23]);
    expect(unfold(merged, [Int32Array.of(1, 0), Int32Array.of(3, 2), Int32Array.of(4)])).toEqual([
      Int32Array.of(2, 0, 1),
      Int32Array.of(4, 3),
      Int32Array.of(5)
    ]);
  });

  it('[O29] stay apart where a hand has pinned them, where one stands apart, and in another column', () => {
    const flows = [
      [0, 2, 1],
      [1, 2, 2],
      [2, 3, 1],
      [2, 4, 2]
    ] as const;
    const free = prepare(graphOf(5, flows));
    expect(mergeTwins(free.places, boundsOf(free, undefined)).groups).toEqual([[0, 1], [2], [3, 4]]);
    const pinned = mergeTwins(free.places, boundsOf(free, { 0: ['s1', 's0'] }));
    expect(pinned.groups).toEqual([[0], [1], [2], [3, 4]]);
    expect([...pinned.bounds.pin]).toEqual([1, 0, -1, -1]);
    expect(pinned.bounds.free).toBe(false);
    const graph = graphOf(5, flows);
    const apart = prepare({
      ...graph,
      sites: graph.sites.map((site, i) => ({ ...site, apart: i === 4 }))
    });
    const merged = mergeTwins(apart.places, boundsOf(apart, undefined));
    expect(merged.groups).toEqual([[0, 1], [2], [3], [4]]);
    expect([...merged.bounds.rank]).toEqual([0, 0, 0, 1]);
    expect([...merged.web.column]).toEqual([0, 1, 2, 2]);
  });

  it('[O29] cross as little as the same places apart', () => {
    fc.assert(
      fc.property(cases, ({ web, bounds, random }) => {
        const merged = mergeTwins(web, bounds);
        const order = shuffled(merged.web, merged.bounds, random);
        const whole = unfold(merged, order);
        expect(sameMembers(web, whole)).toBe(true);
        expect(crossed(merged.web, order)).toBeCloseTo(crossed(web, whole), 5);
      }),
      runs
    );
  });
});
