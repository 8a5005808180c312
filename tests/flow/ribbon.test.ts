import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pen } from '../../src/flow/pen.ts';
import { returnWay, ribbon, writeReturn, type Return } from '../../src/flow/ribbon.ts';
import { areaOf, outlineOf, type Point } from './outline.ts';

const px = (from: number, to: number) => fc.integer({ min: from * 4, max: to * 4 }).map((n) => n / 4);
const runs = { seed: 7, numRuns: 80 };

/** Ways with level stretches of some length, or of none, one behind the other. */
const ways = fc
  .array(fc.tuple(px(2, 60), px(0, 20), px(0, 200)), { minLength: 2, maxLength: 5 })
  .map((stretches) => {
    let x = 0;
    return stretches.flatMap(([gap, long, y]) => {
      const from = x + gap;
      return [from, (x = from + long), y];
    });
  });

describe('a ribbon', () => {
  it('[F125] keeps its upright width all along: its area is that of a level band', () => {
    fc.assert(
      fc.property(ways, px(0.5, 30), (way, width) => {
        const points = outlineOf(ribbon(way, width));
        expect(areaOf(points)).toBeCloseTo((way.at(-2)! - way[0]!) * width, 0);
        for (let i = 0; i < way.length; i += 3)
          for (const x of [way[i]!, way[i + 1]!])
            for (const y of [way[i + 2]!, way[i + 2]! + width])
              expect(points.some((p) => Math.hypot(p[0] - x, p[1] - y) < 0.02)).toBe(true);
      }),
      runs
    );
  });

  it.each([
    ['from end to end', [10, 10, 5, 50, 50, 25], 'M10,5C30,5,30,25,50,25V29C30,29,30,9,10,9Z'],
    [
      'level in the column that it passes',
      [10, 10, 5, 30, 38, 12, 60, 60, 20],
      'M10,5C20,5,20,12,30,12H38C49,12,49,20,60,20V24C49,24,49,16,38,16H30C20,16,20,9,10,9Z'
    ],
    [
      'level at its own ends',
      [10, 14, 5, 60, 66, 20],
      'M10,5H14C37,5,37,20,60,20H66V24H60C37,24,37,9,14,9H10Z'
    ],
    [
      'with one end of no length',
      [10, 10, 5, 60, 66, 20],
      'M10,5C35,5,35,20,60,20H66V24H60C35,24,35,9,10,9Z'
    ],
    ['that never leaves its level', [10, 30, 5], 'M10,5H30V9H10Z']
  ])('[F126] %s is drawn so', (_what, way, path) => {
    expect(ribbon(way, 4)).toBe(path);
  });

  it('[F126] without a way is nothing', () => {
    expect([ribbon([], 4), ribbon([1, 2], 4), returned([1, 2, 3, 4, 5, 6], 4)]).toEqual(['', '', '']);
  });
});

/** A flow that returns, written as the layout writes it. */
function returned(way: readonly number[], width: number): string {
  const pen = new Pen();
  writeReturn(pen, way, width);
  return pen.text();
}

/** The bends' height at one end: flatter than wide where the lane lies near. */
const flat = (radius: number, y: number, lane: number, width: number) =>
  Math.max(0, Math.min(radius, (lane - y - width) / 2));

describe('a ribbon that returns', () => {
  const backs: fc.Arbitrary<{ back: Return; width: number }> = fc
    .record({
      width: px(0.5, 12),
      sourceX: px(60, 120),
      sourceY: px(0, 60),
      sourceBend: px(1, 16),
      targetX: px(0, 50),
      targetY: px(0, 60),
      targetBend: px(1, 16),
      below: px(0, 80)
    })
    .map(({ width, below, ...ends }) => ({
      width,
      back: { ...ends, lane: Math.max(ends.sourceY, ends.targetY) + width + below }
    }));

  /** What the parts of the ribbon cover: the lane, and at each end two bends with an upright piece between. */
  function covered(back: Return, width: number): number {
    const end = (radius: number, y: number) => {
      const high = flat(radius, y, back.lane, width);
      const bend = (Math.PI / 4) * ((radius + width) * (high + width) - radius * high);
      return 2 * bend + width * (back.lane - y - width - 2 * high);
    };
    return (
      width * (back.sourceX - back.targetX) +
      end(back.sourceBend, back.sourceY) +
      end(back.targetBend, back.targetY)
    );
  }

  it('[F127] keeps its width round both bends and along its lane, and stays within them', () => {
    fc.assert(
      fc.property(backs, ({ back, width }) => {
        const points = outlineOf(returned(returnWay(back), width));
        const area = covered(back, width);
        expect(Math.abs(areaOf(points) - area)).toBeLessThan(0.02 * area + 1);
        const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
        expect(Math.max(...xs)).toBeCloseTo(back.sourceX + back.sourceBend + width, 1);
        expect(Math.min(...xs)).toBeCloseTo(back.targetX - back.targetBend - width, 1);
        expect(Math.max(...ys)).toBeCloseTo(back.lane + width, 1);
        expect(Math.min(...ys)).toBeCloseTo(Math.min(back.sourceY, back.targetY), 1);
      }),
      runs
    );
  });

  it('[F127] leaves and enters upright along its sites, and runs level in its lane', () => {
    const back: Return = {
      sourceX: 100,
      sourceY: 20,
      sourceBend: 8,
      targetX: 40,
      targetY: 10,
      targetBend: 6,
      lane: 60
    };
    const points = outlineOf(returned(returnWay(back), 5));
    const has = (x: number, y: number) => points.some(([px, py]) => Math.hypot(px - x, py - y) < 0.02);
    const corners: Point[] = [
      [100, 20],
      [100, 25],
      [40, 10],
      [40, 15],
      [100, 60],
      [100, 65],
      [40, 60],
      [40, 65],
      [113, 33],
      [108, 33],
      [113, 52],
      [108, 52],
      [29, 21],
      [34, 21],
      [29, 54],
      [34, 54]
    ];
    for (const [x, y] of corners) expect([x, y, has(x, y)]).toEqual([x, y, true]);
  });

  it('[F128] is drawn so, round where it can be and flat where its lane lies near', () => {
    expect(returned([100, 20, 8, 40, 10, 6, 60], 5)).toMatchInlineSnapshot(
      `"M100,20A13,13,0,0,1,113,33V52A13,13,0,0,1,100,65H40A11,11,0,0,1,29,54V21A11,11,0,0,1,40,10V15A6,6,0,0,0,34,21V54A6,6,0,0,0,40,60H100A8,8,0,0,0,108,52V33A8,8,0,0,0,100,25Z"`
    );
    expect(returned([100, 50, 8, 40, 54, 6, 61], 5)).toMatchInlineSnapshot(
      `"M100,50A13,8,0,0,1,113,58V58A13,8,0,0,1,100,66H40A11,6,0,0,1,29,60V60A11,6,0,0,1,40,54V59A6,1,0,0,0,34,60V60A6,1,0,0,0,40,61H100A8,3,0,0,0,108,58V58A8,3,0,0,0,100,55Z"`
    );
  });
});
