import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsOf, pull, weave, type Side, type Web } from '../../src/flow/web.ts';
import { cases, runs } from './orders.ts';

/** Webs of up to twelve places in four columns with links from each column to the next, some columns empty. */
const webs: fc.Arbitrary<Web> = fc
  .record({
    column: fc.array(fc.nat(3), { maxLength: 12, size: 'max' }),
    ends: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 9 })), {
      maxLength: 24,
      size: 'max'
    })
  })
  .map(({ column, ends }) => {
    const links = ends.filter(([a, b]) => column[a] !== undefined && column[b] === column[a]! + 1);
    return weave(
      4,
      Int32Array.from(column),
      Float64Array.from(column, (_, p) => p + 1),
      Uint8Array.from(column, (_, p) => p % 2),
      {
        from: Int32Array.from(links, ([a]) => a),
        to: Int32Array.from(links, ([, b]) => b),
        weight: Float64Array.from(links, ([, , weight]) => weight)
      }
    );
  });

const linksOf = ({ start, link, far, weight }: Side, p: number) =>
  [...link.subarray(start[p], start[p + 1])].map((number, i) => ({
    number,
    far: far[start[p]! + i],
    weight: weight[start[p]! + i]
  }));

describe('a web', () => {
  it('[F144] gives every place its links on either side, by their numbers, with far end and weight', () => {
    fc.assert(
      fc.property(webs, ({ count, links: { from, to, weight }, into, out }) => {
        const all = [...from.keys()].map((number) => ({ number, weight: weight[number] }));
        for (let p = 0; p < count; p++) {
          expect(linksOf(out, p)).toEqual(
            all.filter(({ number }) => from[number] === p).map((link) => ({ ...link, far: to[link.number] }))
          );
          expect(linksOf(into, p)).toEqual(
            all.filter(({ number }) => to[number] === p).map((link) => ({ ...link, far: from[link.number] }))
          );
        }
        for (const side of [into, out]) {
          expect(side.start).toHaveLength(count + 1);
          expect([side.start[0], side.start[count], side.link.length]).toEqual([0, from.length, from.length]);
        }
      }),
      runs
    );
  });

  it('[F144] has every place in its column, in the order of input, and keeps what it was given', () => {
    fc.assert(
      fc.property(webs, (web) => {
        expect(web.columns).toBe(4);
        expect(web.members.map((members) => [...members])).toEqual(
          [0, 1, 2, 3].map((c) => [...web.column.keys()].filter((p) => web.column[p] === c))
        );
        expect(web.count).toBe(web.column.length);
        expect([...web.value]).toEqual([...web.column].map((_, p) => p + 1));
        expect([...web.rank]).toEqual([...web.column].map((_, p) => p % 2));
      }),
      runs
    );
  });

  it('[F145] positions are where an order has each place, from 0 at the top', () => {
    fc.assert(
      fc.property(cases, ({ web, order }) => {
        const position = positionsOf(web, order);
        expect(position).toHaveLength(web.count);
        for (const column of order) expect([...column].map((p) => position[p])).toEqual([...column.keys()]);
      }),
      runs
    );
  });

  it('[F145] pull sums weight by where the far end lies, over the links of one place only', () => {
    fc.assert(
      fc.property(
        webs,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 12, maxLength: 12 }),
        (web, where) => {
          const at = Float64Array.from(where);
          for (const side of [web.into, web.out])
            for (let p = 0; p < web.count; p++)
              expect(pull(side, p, at)).toBe(
                linksOf(side, p).reduce((sum, { far, weight }) => sum + weight! * where[far!]!, 0)
              );
        }
      ),
      runs
    );
  });
});
