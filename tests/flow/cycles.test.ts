import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnedBack } from '../../src/flow/cycles.ts';
import type { CleanFlow } from '../../src/flow/graph.ts';
import { layoutFlows } from '../../src/flow/layout.ts';
import { frame, graphOf } from './graphs.ts';

const flowsOf = (triples: readonly (readonly [number, number, number])[]): CleanFlow[] =>
  triples.map(([from, to, value], i) => ({ id: `f${i}`, from, to, value }));

/** Whether flows between sites 0 to n − 1 contain a cycle, by taking away what nothing flows to. */
function hasCycle(n: number, flows: readonly CleanFlow[]): boolean {
  let sites = Array.from({ length: n }, (_, i) => i);
  let rest = [...flows];
  for (;;) {
    const fed = new Set(rest.map(({ to }) => to));
    const still = sites.filter((site) => fed.has(site));
    if (still.length === sites.length) return sites.length > 0;
    sites = still;
    rest = rest.filter(({ from }) => still.includes(from));
  }
}

const weight = (flows: Iterable<CleanFlow>): number => [...flows].reduce((sum, { value }) => sum + value, 0);

const cyclic = (sites: number, most: number) =>
  fc
    .array(fc.tuple(fc.nat(sites - 1), fc.nat(sites - 1), fc.integer({ min: 1, max: 50 })), {
      maxLength: most,
      size: 'max'
    })
    .map((triples) => flowsOf(triples.filter(([a, b]) => a !== b)));

describe('cycles', () => {
  it('[Y1] are opened by turning back the least weight that does (against all subsets)', () => {
    fc.assert(
      fc.property(cyclic(5, 9), (flows) => {
        const back = turnedBack(5, flows);
        expect(
          hasCycle(
            5,
            flows.filter((flow) => !back.has(flow))
          )
        ).toBe(false);
        let least = Infinity;
        for (let set = 0; set < 1 << flows.length; set++) {
          const kept = flows.filter((_, i) => ((set >> i) & 1) === 0);
          const cost = weight(flows) - weight(kept);
          if (cost < least && !hasCycle(5, kept)) least = cost;
        }
        expect(weight(back)).toBe(least);
      }),
      { seed: 3, numRuns: 60 }
    );
  });

  it('[Y9] of a core too large for the exact way are opened by little, and a move of any one site would not help', () => {
    const n = 30;
    let state = 7;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const flows = flowsOf(
      Array.from(
        { length: n * n },
        (_, k) => [Math.floor(k / n), k % n, 1 + Math.floor(random() * 50)] as const
      )
        .filter(([from, to]) => from !== to)
        .filter(() => random() < 0.4)
    );
    const back = turnedBack(n, flows);
    const kept = flows.filter((flow) => !back.has(flow));
    expect(hasCycle(n, kept)).toBe(false);
    const inOrder = flows.filter(({ from, to }) => from > to);
    expect(weight(back)).toBeLessThan(0.85 * Math.min(weight(inOrder), weight(flows) - weight(inOrder)));
    // None that was turned back could have stayed as it is.
    for (const flow of back) expect(hasCycle(n, [...kept, flow])).toBe(true);
  });

  it('[Y10] of a core too large for a matrix are opened all the same', () => {
    const n = 1600;
    const ring = flowsOf(Array.from({ length: n }, (_, i) => [i, (i + 1) % n, 1 + (i % 3)] as const));
    const back = turnedBack(n, ring);
    expect(back.size).toBeGreaterThan(0);
    const kept = ring.filter((flow) => !back.has(flow));
    const next = new Map(kept.map(({ from, to }) => [from, to]));
    for (const start of [0, 799, 1599]) {
      let at: number | undefined = start;
      for (let steps = 0; at !== undefined && steps <= n; steps += 1) at = next.get(at);
      expect(at).toBeUndefined();
    }
  });

  it('[Y2] of many sites are opened too, and what leads nowhere back is left alone', () => {
    fc.assert(
      fc.property(cyclic(40, 120), (flows) => {
        const back = turnedBack(40, flows);
        expect(
          hasCycle(
            40,
            flows.filter((flow) => !back.has(flow))
          )
        ).toBe(false);
        if (!hasCycle(40, flows)) expect(back.size).toBe(0);
      }),
      { seed: 5, numRuns: 60 }
    );
  });

  it('[Y3] of recycling are drawn: the small flow back returns, below all sites', () => {
    const graph = graphOf(3, [
      [0, 1, 100],
      [1, 2, 90],
      [2, 1, 8]
    ]);
    const layout = layoutFlows(graph, frame);
    expect(layout.flows.filter(({ returns }) => returns).map(({ id }) => id)).toEqual(['f2']);
    const back = layout.flows[2]!;
    const lowest = Math.max(...layout.sites.map(({ y1 }) => y1));
    expect(back.way[6]).toBeGreaterThanOrEqual(lowest);
    expect(layout.omitted).toEqual([]);
  });

  it('[Y4] of two sites that exchange turn back the smaller flow', () => {
    const layout = layoutFlows(
      graphOf(2, [
        [0, 1, 3],
        [1, 0, 5]
      ]),
      frame
    );
    expect(layout.flows.map(({ returns }) => returns)).toEqual([true, false]);
    expect(layout.sites.map(({ id }) => id)).toEqual(['s1', 's0']);
  });

  it('[Y5] of 2,000 sites end', () => {
    const ring = Array.from({ length: 2000 }, (_, i) => [i, (i + 1) % 2000, 1 + (i % 7)] as const);
    const flows = flowsOf(ring);
    expect(
      hasCycle(
        2000,
        flows.filter((flow) => !turnedBack(2000, flows).has(flow))
      )
    ).toBe(false);
  });
});
