import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { XY } from '../../src/geo/arc.ts';
import { letterPlaces } from '../../src/geo/letters.ts';
import { Squares } from '../../src/geo/squares.ts';

const distance = (a: XY, b: XY) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const spot = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 }));
const line = fc.array(spot, { minLength: 1, maxLength: 9 });

test('[G56] a point within reach is found by its square as by asking all points', () => {
  const points = fc.array(fc.tuple(spot, fc.integer({ min: 0, max: 3 })), { maxLength: 40 });
  fc.assert(
    fc.property(
      points,
      spot,
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: -1, max: 3 }),
      (all, at, reach, but) => {
        const squares = new Squares(15);
        for (const [point, owner] of all) squares.add(point, owner);
        expect(squares.has(at, reach, but)).toBe(
          all.some(([point, owner]) => owner !== but && distance(point, at) <= reach)
        );
      }
    ),
    { numRuns: 500 }
  );
  const free = new Squares(15);
  free.add([0, 0]);
  expect(free.has([3, 0], 4, -1)).toBe(true);
});

test('[G57] a letter keeps clear of letters and points, and of other lines where its own has a free station', () => {
  let [stood, alone] = [0, 0];
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(spot, { maxLength: 6 }), (lines, taken) => {
      const letters = letterPlaces(lines, taken, 1);
      letters.forEach((at, i) => {
        const others = lines.filter((_, j) => j !== i).flat();
        const before = letters.slice(0, i).flatMap((other) => (other ? [other] : []));
        const clear = (point: XY) =>
          before.every((other) => distance(other, point) > 15) &&
          taken.every((other) => distance(other, point) > 12);
        const free = (point: XY) => clear(point) && others.every((other) => distance(other, point) > 7);
        if (at) {
          stood += 1;
          expect(lines[i]!.some((point) => distance(point, at) === 0)).toBe(true);
          expect(clear(at)).toBe(true);
          if (free(at)) alone += 1;
        }
        // The middle of a line comes first, if nothing lies there.
        const middle = lines[i]![Math.round((lines[i]!.length - 1) / 2)]!;
        if (free(middle)) expect(at).toEqual(middle);
        else if (!at) expect(clear(middle)).toBe(false);
      });
    }),
    { numRuns: 300 }
  );
  expect(stood).toBeGreaterThan(300);
  expect(alone).toBeGreaterThan(100);
});
