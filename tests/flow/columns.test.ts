import { describe, expect, it } from 'vitest';
import { columnsOf, dropTooLong } from '../../src/flow/columns.ts';
import type { CleanFlow, CleanSite, Omitted } from '../../src/flow/graph.ts';

const flow = (from: number, to: number, value = 1): CleanFlow => ({ id: `${from}-${to}`, from, to, value });
/** Sites with these stages; -1 is none. */
const sites = (...stages: number[]): CleanSite[] =>
  stages.map((stage, i) => ({ id: `s${i}`, stage, apart: false }));
const columns = (stages: number[], ...pairs: [from: number, to: number][]) => {
  const { of, count } = columnsOf(
    sites(...stages),
    pairs.map(([from, to]) => flow(from, to))
  );
  return { of: [...of], count };
};

describe('columns', () => {
  it('[F132] of nothing are none, and of a site alone one', () => {
    expect(columns([])).toEqual({ of: [], count: 0 });
    expect(columns([-1])).toEqual({ of: [0], count: 1 });
    expect(columns([3])).toEqual({ of: [3], count: 4 });
  });

  it('[F132] are the longest path, in whatever order sites and flows come', () => {
    expect(columns([-1, -1, -1, -1], [3, 2], [2, 1], [1, 0], [3, 0])).toEqual({ of: [3, 2, 1, 0], count: 4 });
    expect(columns([-1, -1, -1, -1, -1], [0, 4], [0, 2], [2, 3], [3, 4], [1, 4])).toEqual({
      of: [0, 0, 1, 2, 3],
      count: 4
    });
  });

  it('[F133] follow a stage that is given, and count on from it', () => {
    // s0 stands at 2 by its stage; s1 and s2 follow it; s3 has a stage of its own, whatever comes to it.
    expect(columns([2, -1, -1, 1], [0, 1], [1, 2], [2, 3], [1, 3])).toEqual({ of: [2, 3, 4, 1], count: 5 });
    expect(columns([0, -1, 5], [0, 1], [1, 2])).toEqual({ of: [0, 1, 5], count: 6 });
  });

  it('[F133] a site that receives from stages stands behind the last of them', () => {
    expect(columns([1, 4, -1, -1], [0, 2], [1, 2], [2, 3])).toEqual({ of: [1, 4, 5, 6], count: 7 });
    expect(columns([4, 1, -1, -1], [0, 2], [1, 2], [2, 3])).toEqual({ of: [4, 1, 5, 6], count: 7 });
  });

  it('[F134] sites without outgoing flows go to the last, unless a stage says otherwise', () => {
    expect(columns([-1, -1, -1, -1, 1], [0, 1], [1, 2], [0, 3], [0, 4])).toEqual({
      of: [0, 1, 2, 2, 1],
      count: 3
    });
  });

  it('[F135] a cycle is turned back at one flow, and the rest runs on from it', () => {
    const { of, count } = columns([-1, -1, -1, -1], [0, 1], [1, 2], [2, 1], [2, 3]);
    expect({ of, count }).toEqual({ of: [0, 1, 2, 3], count: 4 });
    const round = columns([-1, -1, -1], [0, 1], [1, 2], [2, 0]);
    expect(round.of.toSorted()).toEqual([0, 1, 2]);
  });

  it('[F135] a cycle through a stage is none among the free sites: the stage holds it', () => {
    expect(columns([1, -1, -1], [0, 1], [1, 2], [2, 0])).toEqual({ of: [1, 2, 3], count: 4 });
  });
});

describe('cycles beside stages', () => {
  it('[F135] are opened among the free sites alone: a light flow from a stage still counts', () => {
    const flows = [flow(0, 1, 1), flow(1, 2, 5), flow(2, 1, 2), flow(2, 0, 9)];
    expect([...columnsOf(sites(1, -1, -1), flows).of]).toEqual([1, 2, 3]);
    const zero = [flow(0, 1, 1), flow(1, 2, 5), flow(2, 1, 2), flow(2, 0, 9)];
    expect([...columnsOf(sites(0, -1, -1), zero).of]).toEqual([0, 1, 2]);
  });
});

describe('flows that are too long', () => {
  const wide = 60_000;
  const at = Int32Array.of(0, wide, 2 * wide, 10);
  const drop = (flows: CleanFlow[]) => {
    const omitted: Omitted[] = [];
    return { kept: dropTooLong(flows, at, omitted), omitted };
  };

  it('[F136] are kept while there is room for all', () => {
    const flows = [flow(0, 1), flow(1, 2), flow(0, 3), flow(3, 0)];
    const { kept, omitted } = drop(flows);
    expect(kept).toBe(flows);
    expect(omitted).toEqual([]);
  });

  it('[F136] are left out, the longest first and no more than needed, with the reason', () => {
    const flows = [flow(0, 1), flow(0, 2), flow(1, 2), flow(0, 3)];
    const { kept, omitted } = drop(flows);
    expect(kept.map(({ id }) => id)).toEqual(['0-1', '1-2', '0-3']);
    expect(omitted).toEqual([
      { id: '0-2', why: 'it passes more columns than the picture can find a way through' }
    ]);
  });

  it('[F136] exactly the room that there is suffices', () => {
    const room = Int32Array.of(0, 75_001);
    const omitted: Omitted[] = [];
    expect(dropTooLong([flow(0, 1), flow(0, 1)], room, omitted)).toHaveLength(2);
    const more = Int32Array.of(0, 75_002);
    expect(dropTooLong([flow(0, 1), flow(0, 1)], more, omitted)).toHaveLength(1);
    expect(omitted).toHaveLength(1);
  });
});
