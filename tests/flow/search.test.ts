import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree } from '../../src/flow/agree.ts';
import { Answer } from '../../src/flow/answer.ts';
import { boundsOf, mustBeAbove, type Bounds } from '../../src/flow/bounds.ts';
import { countCrossings } from '../../src/flow/crossings.ts';
import { descend } from '../../src/flow/descend.ts';
import { tryAll } from '../../src/flow/enumerate.ts';
import { searchHalf } from '../../src/flow/farther.ts';
import { Halves } from '../../src/flow/halves.ts';
import { fillMatrix, forbidden } from '../../src/flow/matrix.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { randomFrom } from '../../src/flow/random.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { mergeTwins, unfold } from '../../src/flow/twins.ts';
import { positionsOf, type Order, type Web } from '../../src/flow/web.ts';
import { graphOf, plainGraphs, samples } from './graphs.ts';

const runs = { seed: 11, numRuns: 60 };

/** A graph's web, bounds with some places pinned or none, and an order within them by chance. */
const cases = fc.record({ graph: plainGraphs, seed: fc.nat(1000), pinned: fc.boolean() }).map((given) => {
  const { graph, seed, pinned } = given;
  const prepared = prepare(graph);
  const random = randomFrom(seed + 1);
  const wanted = Object.fromEntries(
    prepared.places.members.map((_, c) => [c, [random(12), random(12), random(12)].map((n) => `s${n}`)])
  );
  const bounds = boundsOf(prepared, pinned ? wanted : undefined);
  const web = prepared.places;
  return { web, bounds, random, order: shuffled(web, bounds, random) };
});

/** Places of each column in some order that the bounds allow. */
function shuffled(web: Web, bounds: Bounds, random: (n: number) => number): Order {
  return web.members.map((members) => {
    const left = [...members];
    const column: number[] = [];
    while (left.length > 0) {
      const free = left.filter((p) => left.every((q) => mustBeAbove(bounds, p, q) <= 0));
      const p = free[random(free.length)]!;
      column.push(p);
      left.splice(left.indexOf(p), 1);
    }
    return Int32Array.from(column);
  });
}

/** Crossings by their definition: every two links that share a gap and do not keep their order. */
function crossed(web: Web, order: Order): number {
  const at = positionsOf(web, order);
  const { from, to, weight } = web.links;
  let sum = 0;
  for (let a = 0; a < from.length; a += 1)
    for (let b = a + 1; b < from.length; b += 1) {
      if (web.column[from[a]!] !== web.column[from[b]!]) continue;
      if ((at[from[a]!]! - at[from[b]!]!) * (at[to[a]!]! - at[to[b]!]!) < 0) sum += weight[a]! * weight[b]!;
    }
  return sum;
}

const allowed = (bounds: Bounds, order: Order) =>
  order.every((column) =>
    column.every((p, i) => column.every((q, j) => j <= i || mustBeAbove(bounds, p, q) <= 0))
  );
const sameMembers = (web: Web, order: Order) =>
  order.map((column) => [...column].sort((a, b) => a - b)).toString() ===
  web.members.map((m) => [...m]).toString();
const copy = (order: Order): Order => order.map((column) => column.slice());
/** An order with two places of a column exchanged. */
function exchanged(order: Order, c: number, i: number, j: number): Order {
  const other = copy(order);
  [other[c]![i], other[c]![j]] = [other[c]![j]!, other[c]![i]!];
  return other;
}

describe('the search for an order', () => {
  it('[O20] counts crossings as they are defined', () => {
    fc.assert(
      fc.property(cases, ({ web, order }) => {
        expect(countCrossings(web, order)).toBeCloseTo(crossed(web, order), 6);
      }),
      runs
    );
  });

  it('[O21] a crossing matrix says of neighbours what their exchange costs, and forbids what the bounds forbid', () => {
    fc.assert(
      fc.property(cases, ({ web, bounds, order }) => {
        const longest = Math.max(1, ...order.map((column) => column.length));
        const room = { above: new Float64Array(longest ** 2), below: new Float64Array(longest + 1) };
        // What stands in the memory from before must not count.
        room.above.fill(7);
        room.below.fill(7);
        const gain = new Float64Array(longest ** 2).fill(7);
        const now = crossed(web, order);
        for (const [c, column] of order.entries()) {
          fillMatrix(web, c, positionsOf(web, order), bounds, room, gain);
          const members = [...web.members[c]!];
          const n = members.length;
          for (let i = 0; i + 1 < n; i += 1) {
            const [u, v] = [members.indexOf(column[i]!), members.indexOf(column[i + 1]!)];
            const must = mustBeAbove(bounds, column[i]!, column[i + 1]!);
            if (must < 0) expect([gain[u * n + v], gain[v * n + u]]).toEqual([-forbidden, forbidden]);
            else {
              const change = crossed(web, exchanged(order, c, i, i + 1)) - now;
              expect(gain[v * n + u]).toBeCloseTo(change, 6);
              expect(gain[u * n + v]).toBeCloseTo(-change, 6);
            }
            expect(gain[u * n + u]).toBe(0);
          }
        }
      }),
      runs
    );
  });

  it('[O22] moves of single places end where none would cross less, within the bounds', () => {
    fc.assert(
      fc.property(cases, ({ web, bounds, order }) => {
        const before = crossed(web, order);
        const found = copy(order);
        descend(web, bounds, found, before * 1e-12);
        const now = crossed(web, found);
        expect(now).toBeLessThanOrEqual(before + 1e-6);
        expect(sameMembers(web, found)).toBe(true);
        expect(allowed(bounds, found)).toBe(true);
        found.forEach((column, c) => {
          for (let i = 0; i < column.length; i += 1)
            for (let j = 0; j < column.length; j += 1) {
              const rest = [...column.slice(0, i), ...column.slice(i + 1)];
              const other = copy(found);
              other[c] = Int32Array.from([...rest.slice(0, j), column[i]!, ...rest.slice(j)]);
              if (allowed(bounds, other)) expect(crossed(web, other)).toBeGreaterThanOrEqual(now - 1e-6);
            }
        });
      }),
      { ...runs, numRuns: 40 }
    );
  });

  it('[O23] sweeps come near to the least crossings of the samples, and say what they found', () => {
    const found = samples.map(({ sites, flows, optimum }) => {
      const prepared = prepare(graphOf(sites, flows));
      const { order, crossings } = sweep(prepared.places, boundsOf(prepared, undefined));
      expect(crossings).toBeCloseTo(crossed(prepared.places, order), 4);
      expect(crossings).toBeGreaterThanOrEqual(optimum * (1 - 1e-9));
      return Math.round(crossings);
    });
    expect(found).toMatchInlineSnapshot(`
      [
        15214,
        2576,
        3666,
        2468,
        1847,
        1273,
        3591,
        887,
        22529,
        1459,
        2208,
        39816,
        638,
        2062,
        19832,
        1955,
        19462,
        726,
        10274,
        5508,
      ]
    `);
  });

  it('[O23] sweeps keep to the bounds and lose no place', () => {
    fc.assert(
      fc.property(cases, ({ web, bounds }) => {
        const { order, crossings } = sweep(web, bounds);
        expect(sameMembers(web, order)).toBe(true);
        expect(allowed(bounds, order)).toBe(true);
        if (order.some((column) => column.length > 1)) expect(crossings).toBeCloseTo(crossed(web, order), 6);
      }),
      runs
    );
  });

  it('[O24] half of the columns say how much an exchange changes the least crossings, which the whole order meets where no circle is', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0, 1), ({ web, bounds, random, order }, parity) => {
        const halves = new Halves(web, bounds, parity);
        halves.take(order);
        const told = () => {
          const whole = halves.whole();
          expect(sameMembers(web, whole)).toBe(true);
          expect(allowed(bounds, whole)).toBe(true);
          return { bound: halves.bound, over: halves.excess().excess, crossings: crossed(web, whole) };
        };
        let last = told();
        for (let turn = 0; turn < 4; turn += 1) {
          const c = halves.moving[random(Math.max(1, halves.moving.length))];
          const n = c === undefined ? 0 : web.members[c]!.length;
          if (c === undefined || n < 2) return;
          halves.carry(c, random(n), random(n));
          const next = told();
          expect(next.crossings - last.crossings).toBeCloseTo(
            next.bound + next.over - last.bound - last.over,
            5
          );
          last = next;
        }
        // Taking the same order afresh comes to the same bound as all the exchanges did.
        const bound = halves.bound;
        halves.take(halves.orders.map((column) => column.slice()));
        expect(halves.bound).toBeCloseTo(bound, 5);
      }),
      runs
    );
  });

  it('[O25] half of the columns descend to where carrying any one place does not lessen the bound', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0, 1), ({ web, bounds, order }, parity) => {
        const halves = new Halves(web, bounds, parity);
        halves.take(order);
        for (const c of halves.moving) {
          const before = halves.bound;
          halves.descend(c, 1e-9);
          expect(halves.bound).toBeLessThanOrEqual(before + 1e-9);
          const [least, standing] = [halves.bound, halves.orders.map((column) => column.slice())];
          for (let from = 0; from < standing[c]!.length; from += 1)
            for (let to = 0; to < standing[c]!.length; to += 1) {
              halves.carry(c, from, to);
              expect(halves.bound).toBeGreaterThanOrEqual(least - 1e-6);
              halves.take(standing);
            }
        }
      }),
      { ...runs, numRuns: 40 }
    );
  });

  it('[O26] a search over one half finds no worse an order than it was given, within the bounds, and counts its steps', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0, 1), ({ web, bounds, order }, parity) => {
        const halves = new Halves(web, bounds, parity);
        halves.take(order);
        const given = halves.bound + halves.excess().excess;
        const { order: found, steps } = searchHalf(web, bounds, order, parity, 1e-9, randomFrom(1));
        expect(sameMembers(web, found)).toBe(true);
        expect(allowed(bounds, found)).toBe(true);
        halves.take(found);
        expect(halves.bound).toBeLessThanOrEqual(given + 1e-6);
        const some = halves.moving.some((c) => web.members[c]!.length > 1);
        expect(steps > 0).toBe(some);
      }),
      runs
    );
  });

  it('[O27] trying every order of one half bounds every order of the whole from below', () => {
    fc.assert(
      fc.property(cases, ({ web, bounds, order }) => {
        const found = tryAll(web, bounds, order, 1e-9, 200_000);
        if (found === undefined) return;
        expect(sameMembers(web, found.order)).toBe(true);
        expect(allowed(bounds, found.order)).toBe(true);
        const best = crossed(web, found.order);
        // Nothing that single moves come to, from anywhere, crosses less.
        for (const seed of [1, 2, 3]) {
          const other = shuffled(web, bounds, randomFrom(seed));
          descend(web, bounds, other, 1e-9);
          expect(crossed(web, other)).toBeGreaterThanOrEqual(best - Math.max(1e-6, best * 1e-9));
        }
      }),
      { ...runs, numRuns: 40 }
    );
  });
});

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
