import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonic } from '../../src/flow/isotonic.ts';
import { Pen } from '../../src/flow/pen.ts';
import { sortByKey } from '../../src/flow/sort.ts';

describe('isotonic regression', () => {
  const run = (target: number[], low: number, high: number): number[] => {
    const values = Float64Array.from(target);
    isotonic(values, new Float64Array(target.length).fill(1), target.length, low, high);
    return [...values];
  };

  it('[I1] keeps what already rises, pools what falls, and cuts to the bounds', () => {
    expect(run([1, 2, 3], 0, 10)).toEqual([1, 2, 3]);
    expect(run([3, 1, 2], 0, 10)).toEqual([2, 2, 2]);
    expect(run([-5, 4, 20], 0, 10)).toEqual([0, 4, 10]);
  });

  it('[I2] weighs: a heavy value moves less than a light one', () => {
    const values = Float64Array.from([4, 0]);
    isotonic(values, Float64Array.from([3, 1]), 2, 0, 10);
    expect([...values]).toEqual([3, 3]);
  });

  it('[I3] is nearer to its target than any other rising values within the bounds', () => {
    const weighted = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 4
    });
    fc.assert(
      fc.property(weighted, (pairs) => {
        const values = Float64Array.from(pairs, ([t]) => t);
        isotonic(
          values,
          Float64Array.from(pairs, ([, w]) => w),
          pairs.length,
          -4,
          6
        );
        const cost = (some: ArrayLike<number>) =>
          pairs.reduce((sum, [t, w], i) => sum + w * (some[i]! - t) ** 2, 0);
        const found = cost(values);
        const visit = (chosen: number[]): void => {
          if (chosen.length === pairs.length) expect(found).toBeLessThanOrEqual(cost(chosen) + 1e-9);
          else for (let v = chosen.at(-1) ?? -4; v <= 6; v++) visit([...chosen, v]);
        };
        visit([]);
        for (let i = 1; i < values.length; i++) expect(values[i]!).toBeGreaterThanOrEqual(values[i - 1]!);
      }),
      { seed: 4, numRuns: 60 }
    );
  });
});

describe('the pen', () => {
  const written = (x: number): string => {
    const pen = new Pen();
    pen.across(x);
    return pen.text().slice(1);
  };

  it.each([
    [0, '0'],
    [7, '7'],
    [-0.004, '0'],
    [0.05, '0.05'],
    [12.5, '12.5'],
    [-3.456, '-3.46'],
    [9999.999, '10000'],
    [123456.78, '123456.78'],
    [1e12, '9999999'],
    [NaN, '0'],
    [-Infinity, '-9999999']
  ])('[I4] writes %d as %s', (number, text) => expect(written(number)).toBe(text));

  it('[I5] writes what any number cut to two decimals says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
        expect(Number(written(cents / 100))).toBe(cents / 100);
      }),
      { seed: 6, numRuns: 300 }
    );
  });

  it('[I6] finds room for as much as is written', () => {
    const pen = new Pen();
    for (let i = 0; i < 1000; i++) pen.curve(i, i, i + 1, i + 2);
    expect(pen.text().match(/C/g)).toHaveLength(1000);
    expect(pen.length).toBe(pen.text().length);
  });
});

describe('sorting by key', () => {
  it('[I7] is stable and does what a function of comparison does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 200, size: 'max' }), (keys) => {
        const key = Float64Array.from(keys);
        const list = Int32Array.from(keys, (_, i) => i);
        sortByKey(list, key);
        expect([...list]).toEqual(keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b));
      }),
      { seed: 8, numRuns: 100 }
    );
  });
});
