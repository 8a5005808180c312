import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { boundsOf, type Bounds } from '../../src/flow/bounds.ts';
import { tryAll } from '../../src/flow/enumerate.ts';
import { Halves } from '../../src/flow/halves.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { randomFrom } from '../../src/flow/random.ts';
import type { Order, Web } from '../../src/flow/web.ts';
import { graphOf } from './graphs.ts';
import { allowed, copy, crossed, everyOrder, runs, sameMembers, shuffled } from './orders.ts';

afterEach(() => vi.restoreAllMocks());

/** Columns of so many sites, flows between their numbers, and which of the sites stand apart. */
function webOf(widths: readonly number[], flows: [number, number, number][], apart: readonly boolean[] = []) {
  const stages = widths.flatMap((width, c) => Array.from({ length: width }, () => c));
  const graph = graphOf(
    stages.length,
    flows.filter(([a, b]) => b < stages.length && stages[a]! < stages[b]!)
  );
  const sites = graph.sites.map((site, i) => ({ ...site, stage: stages[i]!, apart: apart[i] === true }));
  return prepare({ ...graph, sites });
}

/** The same with every site of a column linked to every site of the next, by weights of many kinds. */
function fullWeb(widths: readonly number[], apart: readonly boolean[] = []) {
  const first = widths.map((_, c) => widths.slice(0, c).reduce((a, b) => a + b, 0));
  const flows = widths.slice(1).flatMap((width, c) =>
    Array.from({ length: widths[c]! * width }, (_, k): [number, number, number] => {
      const [i, j] = [Math.floor(k / width), k % width];
      return [first[c]! + i, first[c + 1]! + j, 1 + ((5 * i * i + 3 * j * j + i * j) % 11)];
    })
  );
  const { places } = webOf(widths, flows, apart);
  return { web: places, bounds: boundsOf(webOf(widths, flows, apart), undefined) };
}

/** Webs of up to four columns of one to four sites, free, with sites apart, or pinned by a hand, and an order of them. */
const small = (widest: number) =>
  fc
    .record({
      widths: fc.array(fc.integer({ min: 1, max: widest }), { minLength: 1, maxLength: 4 }),
      flows: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 30 })), {
        minLength: 10,
        maxLength: 30,
        size: 'max'
      }),
      apart: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      bound: fc.constantFrom('free', 'free', 'apart', 'pinned'),
      seed: fc.nat(1000)
    })
    .map(({ widths, flows, apart, bound, seed }) => {
      const onwards = flows.map(([a, b, value]): [number, number, number] => [
        Math.min(a, b),
        Math.max(a, b),
        value
      ]);
      const prepared = webOf(widths, onwards, bound === 'apart' ? apart : []);
      const [web, random] = [prepared.places, randomFrom(seed + 1)];
      const some = () => [random(12), random(12), random(12)].map((n) => `s${n}`);
      const wanted = Object.fromEntries(widths.map((_, c) => [c, some()]));
      const bounds = boundsOf(prepared, bound === 'pinned' ? wanted : undefined);
      return { web, bounds, order: shuffled(web, bounds, random) };
    });

/** What `tryAll` finds, the orders of the whole that it comes to, from the first on, and how often it asks for answers. */
function watched(web: Web, bounds: Bounds, start: Order, most?: number) {
  const swaps = vi.spyOn(Halves.prototype, 'swap');
  const asked = vi.spyOn(Halves.prototype, 'excess');
  const takes = vi.spyOn(Halves.prototype, 'take');
  const found = tryAll(web, bounds, start, 1e-9, most);
  const { moving } = takes.mock.contexts[0] as Halves;
  const visited = [copy(start)];
  for (const [c, i] of swaps.mock.calls) {
    const next = copy(visited.at(-1)!);
    [next[c]![i], next[c]![i + 1]] = [next[c]![i + 1]!, next[c]![i]!];
    visited.push(next);
  }
  const times = asked.mock.calls.length;
  vi.restoreAllMocks();
  return { found, visited, moving, asked: times };
}

const named = (order: Order, moving: readonly number[]) =>
  moving.map((c) => [...order[c]!].join(' ')).join(' | ');
const mirrored = (order: Order): Order => order.map((column) => column.slice().reverse());

/** Half of what all pairs of links of a gap cross that can cross: what the bound of `Halves` leaves out. */
function halfOfAll({ links: { from, to, weight }, column }: Web): number {
  let sum = 0;
  for (let i = 0; i < from.length; i++)
    for (let j = 0; j < i; j++)
      if (column[from[i]!] === column[from[j]!] && from[i] !== from[j] && to[i] !== to[j])
        sum += weight[i]! * weight[j]!;
  return sum / 2;
}

describe('trying every order', () => {
  it('[O34] comes to each order of one half once, by exchanges of neighbours; of mirror images to one where nothing binds', () => {
    fc.assert(
      fc.property(small(4), ({ web, bounds, order }) => {
        const { found, visited, moving } = watched(web, bounds, order);
        expect(found).toBeDefined();
        const all = everyOrder(web, order, (c) => moving.includes(c)).map((some) => named(some, moving));
        const seen = visited.map((some) => named(some, moving));
        expect(new Set(seen).size).toBe(seen.length);
        const both = bounds.free ? [...seen, ...visited.map((some) => named(mirrored(some), moving))] : seen;
        expect(new Set(both)).toEqual(new Set(all));
        expect(seen.length).toBe(bounds.free ? Math.ceil(all.length / 2) : all.length);
      }),
      runs
    );
  });

  it('[O35] finds what crosses least of all orders that the bounds allow (against every order of all columns)', () => {
    fc.assert(
      fc.property(small(3), ({ web, bounds, order }) => {
        fc.pre(web.members.every(({ length }) => length <= 4) && web.count <= 12);
        const found = tryAll(web, bounds, order, 1e-9)!;
        expect(sameMembers(web, found.order)).toBe(true);
        expect(allowed(bounds, found.order)).toBe(true);
        const all = everyOrder(web, order, () => true).filter((some) => allowed(bounds, some));
        const least = Math.min(...all.map((some) => crossed(web, some)));
        expect(crossed(web, found.order)).toBeCloseTo(least, 6);
        expect(found.bound + halfOfAll(web)).toBeCloseTo(least, 6);
      }),
      runs
    );
  });

  it('[O36] asks for answers only where the bound promises more than the best so far', () => {
    fc.assert(
      fc.property(small(4), ({ web, bounds, order }) => {
        const { visited, moving, asked } = watched(web, bounds, order);
        const halves = new Halves(web, bounds, moving[0]! % 2);
        let [best, promising] = [Infinity, 0];
        for (const some of visited) {
          halves.take(some);
          const within = moving.every((c) => allowed(bounds, [some[c]!]));
          if (!within || halves.bound >= best - 1e-6) continue;
          promising++;
          best = Math.min(best, halves.bound + halves.excess().excess);
        }
        expect(asked).toBe(promising);
      }),
      runs
    );
  });

  it.each([
    // Four in the middle: 12 of 24 orders, and 3 · 3 + 3 · 3 pairs of links and 8 steps besides for each exchange.
    { widths: [3, 4, 3], apart: false, moves: [1], cost: 12 * (8 + 9 + 9) },
    { widths: [3, 4, 3], apart: true, moves: [1], cost: 24 * (8 + 9 + 9) },
    // Two and two outside: 2 of 4 orders; the dearer of both columns counts.
    { widths: [2, 4, 2], apart: false, moves: [0, 2], cost: 2 * (8 + 16) },
    { widths: [2, 4, 2, 1], apart: false, moves: [0, 2], cost: 2 * (8 + 16 + 1) },
    { widths: [1, 2, 4, 2], apart: false, moves: [1, 3], cost: 2 * (8 + 1 + 16) },
    // Where both halves cost the same, the columns with odd numbers move.
    { widths: [3, 3], apart: false, moves: [1], cost: 3 * (8 + 9) },
    // Columns of one site have one order, which counts half like all others.
    { widths: [1, 5, 1], apart: false, moves: [0, 2], cost: 0.5 * 8 }
  ])(
    '[O37] of $widths (apart: $apart) costs $cost steps, and is done only where so many are allowed',
    (given) => {
      const { web, bounds } = fullWeb(given.widths, given.apart ? [true] : []);
      const order = shuffled(web, bounds, randomFrom(3));
      expect(tryAll(web, bounds, order, 1e-9, given.cost * (1 - 1e-12))).toBeUndefined();
      const { found, moving } = watched(web, bounds, order, given.cost);
      expect(found).toBeDefined();
      expect(moving).toEqual(given.moves);
    }
  );
});
