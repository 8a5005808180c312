import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components, type Arc } from '../../src/flow/components.ts';

const arcsOf = (pairs: readonly (readonly [from: number, to: number])[]): Arc[] =>
  pairs.map(([from, to]) => ({ from, to }));

/** reach[u][v]: whether arcs lead from u to v, by Warshall's closure. */
function reached(count: number, arcs: readonly Arc[]): boolean[][] {
  const reach = Array.from({ length: count }, (_, u) => Array.from({ length: count }, (_, v) => u === v));
  for (const { from, to } of arcs) reach[from]![to] = true;
  for (let k = 0; k < count; k++)
    for (let u = 0; u < count; u++)
      for (let v = 0; v < count; v++) reach[u]![v] ||= reach[u]![k]! && reach[k]![v]!;
  return reach;
}

/** Directed graphs of so many nodes, loops and repeated arcs included. */
const graphs = fc.integer({ min: 0, max: 9 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    arcs: fc
      .array(fc.tuple(fc.nat(Math.max(0, count - 1)), fc.nat(Math.max(0, count - 1))), {
        maxLength: count === 0 ? 0 : 16,
        size: 'max'
      })
      .map(arcsOf)
  })
);

describe('strongly connected components', () => {
  it('[F139] have every node once, together with those that it reaches and that reach it (against the closure)', () => {
    fc.assert(
      fc.property(graphs, ({ count, arcs }) => {
        const found = components(count, arcs);
        expect(found.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        const reach = reached(count, arcs);
        const together = Array.from({ length: count }, () => -1);
        found.forEach((members, c) => members.forEach((node) => (together[node] = c)));
        for (let u = 0; u < count; u++)
          for (let v = 0; v < count; v++)
            expect(together[u] === together[v]).toBe(reach[u]![v]! && reach[v]![u]!);
      }),
      { seed: 21, numRuns: 200 }
    );
  });

  it('[F140] come after all those that their arcs lead to', () => {
    fc.assert(
      fc.property(graphs, ({ count, arcs }) => {
        const found = components(count, arcs);
        const rank = new Map(found.flatMap((members, c) => members.map((node) => [node, c] as const)));
        for (const { from, to } of arcs) expect(rank.get(to)!).toBeLessThanOrEqual(rank.get(from)!);
      }),
      { seed: 22, numRuns: 100 }
    );
  });

  it('[F140] of one core have the nodes as a walk along the arcs comes to them', () => {
    const ring = arcsOf([
      [2, 0],
      [0, 3],
      [3, 1],
      [1, 2]
    ]);
    expect(components(4, ring)).toEqual([[0, 3, 1, 2]]);
    // Of two ways the one that was given first, to its end.
    const eight = arcsOf([
      [0, 2],
      [0, 1],
      [1, 0],
      [2, 3],
      [3, 0]
    ]);
    expect(components(4, eight)).toEqual([[0, 2, 3, 1]]);
  });

  it('[F141] of a chain and of a ring too long for recursion are found too', () => {
    const count = 60_000;
    const chain = Array.from({ length: count - 1 }, (_, i) => ({ from: i, to: i + 1 }));
    expect(components(count, chain)).toHaveLength(count);
    expect(components(count, [...chain, { from: count - 1, to: 0 }]).map(({ length }) => length)).toEqual([
      count
    ]);
  });
});
