import { describe, expect, test } from 'vitest';
import { edgeAt, nearestRibbon } from '../../src/flow/nearest.ts';

const level = (id: string, y: number, width: number) => ({
  id,
  way: [0, 0, y, 100, 100, y],
  width,
  returns: false
});

describe('the ribbon that a point means', () => {
  test('[F90] the edge of a curve is where its Bézier is: half way down half way along', () => {
    const way = [0, 0, 10, 100, 100, 50];
    expect(edgeAt(way, 0)!.y).toBe(10);
    expect(edgeAt(way, 50)!.y).toBeCloseTo(30, 4);
    expect(edgeAt(way, 50)!.slope).toBeCloseTo(0.8, 4);
    expect(edgeAt(way, 100)!.y).toBe(50);
    // t = 0.25 of the curve from control points 0, 50, 50, 100 and 10, 10, 50, 50.
    expect(edgeAt(way, 100 * (1.5 * 0.25 * 0.75 + 0.25 ** 3))!.y).toBeCloseTo(10 + 40 * 0.15625, 4);
    expect(edgeAt(way, 101)).toBeUndefined();
  });

  test('[F91] of two thin neighbours the nearer has the point, and beyond 12 px nobody', () => {
    const two = [level('a', 50, 2), level('b', 56, 2)];
    expect(nearestRibbon(two, 50, 53.9)).toBe('a');
    expect(nearestRibbon(two, 50, 54.1)).toBe('b');
    expect(nearestRibbon(two, 50, 39.1)).toBe('a');
    expect(nearestRibbon(two, 50, 38.9)).toBeUndefined();
  });

  test('[F92] a thin ribbon between two wide ones keeps room of its own, and they keep their middles', () => {
    const three = [level('wide', 0, 60), level('thin', 60, 1), level('low', 61, 60)];
    expect(nearestRibbon(three, 50, 55)).toBe('thin');
    expect(nearestRibbon(three, 50, 66)).toBe('thin');
    expect(nearestRibbon(three, 50, 54)).toBe('wide');
    expect(nearestRibbon(three, 50, 30)).toBe('wide');
    expect(nearestRibbon(three, 50, 67)).toBe('low');
  });
});
