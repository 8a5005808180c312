import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortByKey } from '../../src/flow/sort.ts';

/** Some of the places 0 to n − 1, in any order, and a key for every place, many of them equal. */
const lists = (most: number) =>
  fc
    .array(fc.record({ key: fc.integer({ min: -4, max: 4 }), taken: fc.boolean(), at: fc.nat(1000) }), {
      maxLength: most,
      size: 'max'
    })
    .map((places) => ({
      key: Float64Array.from(places, ({ key }) => key / 2),
      list: Int32Array.from(
        [...places.keys()]
          .filter((p) => places[p]!.taken)
          .sort((a, b) => places[a]!.at - places[b]!.at || a - b)
      )
    }));

const sorted = (list: Int32Array, key: Float64Array): number[] => {
  const own = list.slice();
  sortByKey(own, key);
  return [...own];
};

describe('sorting places by key', () => {
  it('[F142] gives back the same places with their keys rising, equal ones as they came', () => {
    fc.assert(
      fc.property(fc.oneof(lists(26), lists(300)), ({ list, key }) => {
        // Array.prototype.sort is stable.
        expect(sorted(list, key)).toEqual([...list].sort((a, b) => key[a]! - key[b]!));
      }),
      { seed: 23, numRuns: 200 }
    );
  });

  it('[F142] changes nothing in a list that is sorted, and turns round one that falls, at every length', () => {
    for (let n = 0; n <= 100; n++) {
      const rising = Int32Array.from({ length: n }, (_, i) => i);
      expect(sorted(rising, Float64Array.from(rising))).toEqual([...rising]);
      expect(
        sorted(
          rising,
          Float64Array.from(rising, (i) => -i)
        )
      ).toEqual([...rising].reverse());
    }
  });

  it('[F143] a long list before leaves nothing in a short one after it', () => {
    const long = Int32Array.from({ length: 90 }, (_, i) => 89 - i);
    const key = Float64Array.from({ length: 90 }, (_, i) => i);
    expect(sorted(long, key)).toEqual([...long].reverse());
    const short = Int32Array.from({ length: 20 }, (_, i) => 19 - i);
    expect(sorted(short, key)).toEqual([...short].reverse());
    expect(sorted(long, key)).toEqual([...long].reverse());
  });

  it('[F143] reads keys and never writes to them', () => {
    const key = Float64Array.from({ length: 40 }, (_, i) => (i * 7) % 11);
    const before = [...key];
    sorted(
      Int32Array.from({ length: 40 }, (_, i) => i),
      key
    );
    expect([...key]).toEqual(before);
  });

  it('[F156] looks at each key of a sorted list about twice, and at those of any list as often as merging needs', () => {
    const looks = (values: readonly number[]) => {
      let times = 0;
      const key = new Proxy(Float64Array.from(values), {
        get: (all, name) => {
          times++;
          return all[Number(name)];
        }
      });
      const list = Int32Array.from(values.keys());
      sortByKey(list, key);
      return times / values.length;
    };
    const n = 1200;
    const rising = Array.from({ length: n }, (_, i) => i);
    expect(looks(rising)).toBeLessThan(2.2);
    expect(looks(rising.map(() => 7))).toBeLessThan(2.2);
    const merges = 2 * Math.ceil(Math.log2(n / 12));
    expect(looks(rising.toReversed())).toBeLessThan(12 + merges);
    expect(looks(rising.map((i) => (i * 7919) % n))).toBeLessThan(12 + merges);
  });
});
