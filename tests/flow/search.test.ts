import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, mustBeAbove } from '../../src/flow/bounds.ts';
import { countCrossings } from '../../src/flow/crossings.ts';
import { descend } from '../../src/flow/descend.ts';
import { tryAll } from '../../src/flow/enumerate.ts';
import { searchHalf } from '../../src/flow/farther.ts';
import { Halves } from '../../src/flow/halves.ts';
import { fillMatrix, forbidden } from '../../src/flow/matrix.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { randomFrom } from '../../src/flow/random.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { positionsOf } from '../../src/flow/web.ts';
import { graphOf, samples } from './graphs.ts';
import {
  allowed,
  cases,
  copy,
  denseCases,
  crossed,
  exchanged,
  runs,
  sameMembers,
  shuffled
} from './orders.ts';

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
      fc.property(fc.oneof(cases, denseCases), ({ web, bounds, order }) => {
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
      { ...runs, numRuns: 120 }
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

  it('[O26] and no worse than carrying single places does, and as good as it was on the samples', () => {
    const found = samples.slice(0, 12).map(({ sites, flows }) => {
      const { places } = prepare(graphOf(sites, flows));
      const bounds = boundsOf(prepare(graphOf(sites, flows)), undefined);
      return [0, 1].map((parity) => {
        const start = shuffled(places, bounds, randomFrom(5));
        const halves = new Halves(places, bounds, parity);
        halves.take(start);
        for (let before = Infinity; halves.bound < before - 1e-6;) {
          before = halves.bound;
          for (const c of halves.moving) halves.descend(c, 1e-6);
        }
        const settled = halves.bound;
        const { order, steps } = searchHalf(places, bounds, start, parity, 1e-6, randomFrom(9));
        halves.take(order);
        expect(halves.bound).toBeLessThanOrEqual(settled + 1e-6);
        return `${Math.round(settled - halves.bound)} less in ${steps} steps`;
      });
    });
    expect(found).toMatchInlineSnapshot(`
      [
        [
          "511 less in 288496 steps",
          "0 less in 182612 steps",
        ],
        [
          "0 less in 126755 steps",
          "0 less in 80631 steps",
        ],
        [
          "108 less in 59892 steps",
          "306 less in 41086 steps",
        ],
        [
          "0 less in 128621 steps",
          "0 less in 34043 steps",
        ],
        [
          "0 less in 53549 steps",
          "0 less in 38434 steps",
        ],
        [
          "0 less in 111089 steps",
          "0 less in 43346 steps",
        ],
        [
          "0 less in 215912 steps",
          "0 less in 126954 steps",
        ],
        [
          "0 less in 93457 steps",
          "0 less in 25394 steps",
        ],
        [
          "1174 less in 169667 steps",
          "0 less in 96706 steps",
        ],
        [
          "0 less in 65382 steps",
          "0 less in 24768 steps",
        ],
        [
          "304 less in 144505 steps",
          "103 less in 54630 steps",
        ],
        [
          "0 less in 207858 steps",
          "830 less in 146097 steps",
        ],
      ]
    `);
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
