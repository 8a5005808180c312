import fc from 'fast-check';
import { geoAzimuthalEqualArea, geoDistance } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import { arcPath, arcPoints, fan, isShown, type LonLat, type XY } from '../../src/geo/arc.ts';
import { MAP_FRAME, projectionOf } from '../../src/geo/projection.ts';

const TOKYO: LonLat = [139.69, 35.69];
const WASHINGTON: LonLat = [-77.04, 38.9];
const DENVER: LonLat = [-98.5, 39.5];
const BEIJING: LonLat = [116.4, 39.9];
const KINSHASA: LonLat = [15.3, -4.3];
const pacific = projectionOf('pacific');
const world = projectionOf('world');
const back = ([x, y]: XY, projection = pacific) => projection.invert!([x, y]) as [number, number];
const onEarth = (points: readonly XY[], projection = pacific) =>
  points
    .slice(1)
    .reduce((sum, point, i) => sum + geoDistance(back(points[i]!, projection), back(point, projection)), 0);
const pair = (from: LonLat, to: LonLat) => geoDistance([...from], [...to]);

describe('an arc', () => {
  test.each([
    ['Tokyo and Washington', TOKYO, WASHINGTON],
    ['Tokyo and the middle of the United States', TOKYO, DENVER],
    ['Beijing and Washington', BEIJING, WASHINGTON],
    ['Beijing and Tokyo', BEIJING, TOKYO]
  ] as const)('[G1] between %s is the shortest great circle', (_names, from, to) => {
    const points = arcPoints(pacific, from, to)!;
    expect(onEarth(points)).toBeCloseTo(pair(from, to), 6);
    expect(geoDistance(back(points[0]!), [...from])).toBeLessThan(1e-6);
    expect(geoDistance(back(points.at(-1)!), [...to])).toBeLessThan(1e-6);
  });

  test('[G2] between any two places that the picture shows is the shortest great circle, or is not drawn at all', () => {
    const near = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -60, max: 70 }));
    let drawn = 0;
    fc.assert(
      fc.property(near, near, (from, to) => {
        const points = arcPoints(pacific, from, to);
        // Two ends at one spot, or at opposite ends of the earth, have no one shortest way.
        if (!points || pair(from, to) < 0.01 || pair(from, to) > 3) return;
        drawn += 1;
        expect(Math.abs(onEarth(points) - pair(from, to))).toBeLessThan(1e-3);
      }),
      { seed: 7, numRuns: 500 }
    );
    expect(drawn).toBeGreaterThan(100);
  });

  test('[G3] from Tokyo to Washington is whole, within the frame, and never jumps', () => {
    const points = arcPoints(pacific, TOKYO, WASHINGTON)!;
    const { width, height } = MAP_FRAME.pacific;
    for (const [x, y] of points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    const steps = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]));
    expect(Math.max(...steps)).toBeLessThan(3 * Math.min(...steps));
  });

  test('[G4] to a point beyond the clip circle is null', () => {
    expect(isShown(pacific, [...KINSHASA])).toBe(false);
    expect(arcPoints(pacific, TOKYO, KINSHASA)).toBeNull();
    const half = geoAzimuthalEqualArea().clipAngle(60);
    expect(arcPoints(half, [-55, 0], [55, 0])).not.toBeNull();
    expect(arcPoints(half, [-55, 0], [65, 0])).toBeNull();
  });

  test('[G5] that the edge of the world map cuts is null, and one beside the edge is whole', () => {
    expect(arcPoints(world, [-45, 40], [-10, 40])).toBeNull();
    expect(arcPoints(world, TOKYO, WASHINGTON)).not.toBeNull();
  });

  test('[G6] with a bow keeps its ends and bends by so much in the middle', () => {
    const [straight, bent] = [arcPoints(pacific, TOKYO, DENVER)!, arcPoints(pacific, TOKYO, DENVER, 30)!];
    const gap = (i: number) => Math.hypot(bent[i]![0] - straight[i]![0], bent[i]![1] - straight[i]![1]);
    expect(gap(0)).toBeCloseTo(0, 9);
    expect(gap(straight.length - 1)).toBeCloseTo(0, 9);
    expect(gap(Math.floor(straight.length / 2))).toBeCloseTo(30, 9);
  });

  test('[G7] is the same way back', () => {
    const there = arcPoints(pacific, TOKYO, WASHINGTON)!;
    const home = arcPoints(pacific, WASHINGTON, TOKYO)!.toReversed();
    there.forEach(([x, y], i) => {
      expect(home[i]![0]).toBeCloseTo(x, 6);
      expect(home[i]![1]).toBeCloseTo(y, 6);
    });
  });

  test('[G8] is written as a path of straight pieces', () => {
    expect(
      arcPath([
        [1, 2],
        [3.14159, 4],
        [5, -6]
      ])
    ).toBe('M1.0,2.0L3.1,4.0L5.0,-6.0');
  });
});

describe('a fan', () => {
  test.each([
    [0, []],
    [1, [0]],
    [2, [-7.5, 7.5]],
    [3, [-15, 0, 15]],
    [4, [-22.5, -7.5, 7.5, 22.5]]
  ])('[G9] of %d spreads evenly round the true line', (count, bends) => {
    expect(fan(count, 15)).toEqual(bends);
  });
});
