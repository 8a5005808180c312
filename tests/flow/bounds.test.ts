import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  firstOrder,
  isSettled,
  mustBeAbove,
  sortWithin,
  type Bounds
} from '../../src/flow/bounds.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { graphOf } from './graphs.ts';

const bounds = (rank: number[], pin: number[]): Bounds => ({
  rank: Uint8Array.from(rank),
  pin: Int32Array.from(pin),
  free: rank.every((r) => r === 0) && pin.every((p) => p < 0)
});

/** Three sites on the left, one of them apart; one flow passes the middle. */
const prepared = prepare({
  sites: [
    { id: 's0', stage: 0 },
    { id: 's1', stage: 0, apart: true },
    { id: 's2', stage: 0 },
    { id: 's3', stage: 1 },
    { id: 's4', stage: 2 }
  ],
  flows: graphOf(5, [
    [0, 3, 2],
    [1, 3, 1],
    [2, 4, 3],
    [3, 4, 3]
  ]).flows
});

describe('bounds', () => {
  it('[O31] put ranks before pins, and pins only against pins', () => {
    const some = bounds([0, 0, 1, 1, 0], [4, 2, 0, -1, -1]);
    expect(mustBeAbove(some, 0, 2)).toBeLessThan(0);
    expect(mustBeAbove(some, 2, 0)).toBeGreaterThan(0);
    expect(mustBeAbove(some, 0, 1)).toBe(2);
    expect(mustBeAbove(some, 1, 0)).toBe(-2);
    expect(mustBeAbove(some, 0, 4)).toBe(0);
    expect(mustBeAbove(some, 2, 3)).toBe(0);
  });

  it('[O31] hold while a column is sorted: ranks apart, pinned places in the slots that pinned places got', () => {
    const sorted = (some: Bounds) => {
      const column = Int32Array.of(0, 1, 2, 3, 4);
      sortWithin(column, Float64Array.of(5, 4, 3, 2, 1), some);
      return [...column];
    };
    expect(sorted(bounds([0, 0, 0, 0, 0], [-1, -1, -1, -1, -1]))).toEqual([4, 3, 2, 1, 0]);
    expect(sorted(bounds([0, 1, 0, 1, 0], [-1, -1, -1, -1, -1]))).toEqual([4, 2, 0, 3, 1]);
    expect(sorted(bounds([0, 0, 0, 0, 0], [0, -1, 1, -1, 2]))).toEqual([0, 3, 2, 1, 4]);
    expect(sorted(bounds([0, 0, 0, 0, 0], [0, -1, -1, -1, -1]))).toEqual([4, 3, 2, 1, 0]);
  });

  it('[O32] of the order of input bring only what must move', () => {
    expect(firstOrder(prepared.places, boundsOf(prepared, undefined)).map((column) => [...column])).toEqual([
      [0, 2, 1],
      [3, 5],
      [4]
    ]);
    const byHand = boundsOf(prepared, { 0: ['s2', 's0'], 1: ['f2', 's3'] });
    expect(firstOrder(prepared.places, byHand).map((column) => [...column])).toEqual([
      [2, 0, 1],
      [5, 3],
      [4]
    ]);
  });

  it('[O32] from an order by hand name sites and flows that pass; the first mention counts, strangers do not', () => {
    expect([...boundsOf(prepared, { 0: ['s9', 's2', 's4', 's0', 's2'], 1: ['f2'] }).pin]).toEqual([
      3, -1, 1, -1, -1, 0
    ]);
    expect(boundsOf(prepared, {}).free).toBe(false);
    expect(boundsOf(prepared, undefined).free).toBe(false);
    const plain = prepare(graphOf(2, [[0, 1, 1]]));
    expect(boundsOf(plain, undefined).free).toBe(true);
  });

  it('[O33] leave nothing to choose where every column is pinned or has one place', () => {
    const settled = (wanted: Record<number, string[]>) =>
      isSettled(prepared.places, boundsOf(prepared, wanted));
    expect(settled({})).toBe(false);
    expect(settled({ 0: ['s0', 's1', 's2'] })).toBe(false);
    expect(settled({ 0: ['s0', 's2'], 1: ['s3', 'f2'] })).toBe(false);
    expect(settled({ 0: ['s0', 's1', 's2'], 1: ['s3', 'f2'] })).toBe(true);
    const line = prepare(
      graphOf(3, [
        [0, 1, 1],
        [1, 2, 1]
      ])
    );
    expect(isSettled(line.places, boundsOf(line, undefined))).toBe(true);
  });
});
