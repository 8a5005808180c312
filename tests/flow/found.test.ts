import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { boundsOf, type Bounds } from '../../src/flow/bounds.ts';
import { countCrossings } from '../../src/flow/crossings.ts';
import { descend } from '../../src/flow/descend.ts';
import { Halves } from '../../src/flow/halves.ts';
import { findOrder } from '../../src/flow/order.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { randomFrom } from '../../src/flow/random.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { weave, type Web } from '../../src/flow/web.ts';
import { graphOf } from './graphs.ts';
import { allowed, cases, copy, crossed, denseCases, runs, sameMembers } from './orders.ts';

/** A web of columns of so many places with so many different links by chance in each gap, which nothing binds. */
function webOf(widths: readonly number[], links: readonly number[], seed: number) {
  const random = randomFrom(seed);
  const column = widths.flatMap((width, c) => Array.from({ length: width }, () => c));
  const first = widths.map((_, c) => widths.slice(0, c).reduce((a, b) => a + b, 0));
  const all = links.flatMap((count, c) => {
    const pairs = new Set<number>();
    while (pairs.size < count) pairs.add(random(widths[c]! * widths[c + 1]!));
    return [...pairs].map((pair) => ({
      from: first[c]! + Math.floor(pair / widths[c + 1]!),
      to: first[c + 1]! + (pair % widths[c + 1]!),
      weight: 1 + random(40)
    }));
  });
  const web = weave(
    widths.length,
    Int32Array.from(column),
    new Float64Array(column.length).fill(1),
    new Uint8Array(column.length),
    {
      from: Int32Array.from(all, ({ from }) => from),
      to: Int32Array.from(all, ({ to }) => to),
      weight: Float64Array.from(all, ({ weight }) => weight)
    }
  );
  const bounds: Bounds = { rank: web.rank, pin: new Int32Array(web.count).fill(-1), free: true };
  return { web, bounds };
}

/** What sweeps find, and what single moves make of that. */
function plain(web: Web, bounds: Bounds) {
  const swept = sweep(web, bounds);
  const order = copy(swept.order);
  descend(web, bounds, order, swept.crossings * 1e-12);
  return { swept, settled: { order, crossings: countCrossings(web, order) } };
}

describe('the order that is found', () => {
  it('[O38] has every place once and within the bounds, says what it crosses, and gains by no single move', () => {
    fc.assert(
      fc.property(fc.oneof(cases, denseCases), ({ web, bounds }) => {
        const { order, crossings } = findOrder(web, bounds);
        expect(sameMembers(web, order)).toBe(true);
        expect(allowed(bounds, order)).toBe(true);
        expect(crossings).toBeCloseTo(crossed(web, order), 6);
        const moved = copy(order);
        descend(web, bounds, moved, crossings * 1e-9);
        expect(crossed(web, moved)).toBeCloseTo(crossings, 6);
        expect(crossings).toBeLessThanOrEqual(plain(web, bounds).settled.crossings + 1e-6);
      }),
      runs
    );
  });

  it('[O39] is the one by hand where a hand has put every place', () => {
    const prepared = prepare(
      graphOf(5, [
        [0, 2, 1],
        [0, 3, 4],
        [1, 2, 5],
        [1, 3, 1],
        [2, 4, 1],
        [3, 4, 1]
      ])
    );
    const byHand = { 0: ['s0', 's1'], 1: ['s2', 's3'], 2: ['s4'] };
    const { order, crossings } = findOrder(prepared.places, boundsOf(prepared, byHand));
    expect(order.map((column) => [...column])).toEqual([[0, 1], [2, 3], [4]]);
    expect(crossings).toBe(4 * 5);
    // With nothing to keep to it would not be.
    expect(findOrder(prepared.places, boundsOf(prepared, undefined)).crossings).toBe(1);
  });

  it('[O40] is what sweeps find where columns have more pairs of places than matrices are worth', () => {
    const large = webOf([201, 200, 200], [260, 260], 5);
    expect(findOrder(large.web, large.bounds)).toEqual(sweep(large.web, large.bounds));
    const most = webOf([200, 200, 200], [260, 260], 5);
    const { swept } = plain(most.web, most.bounds);
    expect(findOrder(most.web, most.bounds).crossings).toBeLessThan(swept.crossings);
  });

  it('[O41] is where single moves end after the sweeps where gaps have more pairs of links than a search is worth', () => {
    const large = webOf([30, 30, 30], [601, 200], 5);
    const { settled } = plain(large.web, large.bounds);
    expect(findOrder(large.web, large.bounds).crossings).toBeCloseTo(settled.crossings, 3);
    const most = webOf([30, 30, 30], [600, 200], 5);
    expect(findOrder(most.web, most.bounds).crossings).toBeLessThan(
      plain(most.web, most.bounds).settled.crossings * 0.9999
    );
  });

  /** The order found, and which half moved in each turn of the search for it, trying every order included. */
  function watched(web: Web, bounds: Bounds) {
    const takes = vi.spyOn(Halves.prototype, 'take');
    const found = findOrder(web, bounds);
    const turns = [...new Set(takes.mock.contexts as Halves[])].map(({ moving }) => moving[0]);
    vi.restoreAllMocks();
    return { found, turns };
  }

  /** A path to and fro between two columns of 14 sites, which crosses nothing, and some flows more. */
  function zigzag(more: [number, number, number][]) {
    const path = Array.from({ length: 27 }, (_, i): [number, number, number] => {
      const half = Math.floor(i / 2);
      return [half + (i % 2), 14 + half, 1 + i];
    });
    const prepared = prepare(graphOf(28, [...path, ...more]));
    return { web: prepared.places, bounds: boundsOf(prepared, undefined) };
  }

  it('[O42] is searched for in both halves by turns, and given up after 24 turns that bring nothing', () => {
    const idle = Array.from({ length: 24 }, (_, turn) => 1 - (turn % 2));
    let unchanged = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const { web, bounds } =
        seed % 2 === 0 ? webOf([10, 10, 10], [26, 26], seed) : zigzag([[seed, 16 + seed, 1]]);
      const before = plain(web, bounds).settled.crossings;
      const { found, turns } = watched(web, bounds);
      expect(turns.slice(0, 24)).toEqual(idle);
      expect(found.crossings).toBeLessThanOrEqual(before);
      if (found.crossings < before) expect(turns.length).toBeGreaterThanOrEqual(24);
      else expect(turns).toHaveLength(24);
      unchanged += found.crossings < before ? 0 : 1;
    }
    expect(unchanged).toBeGreaterThan(0);
    expect(unchanged).toBeLessThan(6);
  });

  it('[O43] is not searched for where nothing crosses, nor where every order was tried', () => {
    const { web, bounds } = zigzag([]);
    expect(watched(web, bounds)).toMatchObject({ found: { crossings: 0 }, turns: [] });
    const small = webOf([4, 5, 4], [14, 14], 2);
    const tried = watched(small.web, small.bounds);
    expect(tried.found.crossings).toBeGreaterThan(0);
    expect(tried.turns).toHaveLength(1);
  });
});
