import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/flow/bounds.ts';
import { countCrossings } from '../../src/flow/crossings.ts';
import type { Graph } from '../../src/flow/graph.ts';
import { layoutFlows } from '../../src/flow/layout.ts';
import { findOrder } from '../../src/flow/order.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { frame, graphOf, plainGraphs, samples } from './graphs.ts';
import { permutations } from './orders.ts';

/** Weighted crossings straight from their definition, pair by pair: the judge of the fast count. */
function crossingsByPairs(graph: Graph, order: Record<number, string[]>): number {
  const { sites, flows, places } = prepare(graph);
  const name = (p: number): string => (p < places.sites ? sites[p]!.id : flows[places.passes[p]!]!.id);
  const at = (p: number): number => order[places.column[p]!]!.indexOf(name(p));
  const { from, to, weight } = places.links;
  let total = 0;
  for (let i = 0; i < from.length; i++) {
    for (let j = 0; j < i; j++) {
      if (places.column[from[i]!] !== places.column[from[j]!]) continue;
      if ((at(from[i]!) - at(from[j]!)) * (at(to[i]!) - at(to[j]!)) < 0) total += weight[i]! * weight[j]!;
    }
  }
  return total;
}

describe('crossings', () => {
  it('[O1] are the sum of the products of weights over pairs that cross', () => {
    const graph = graphOf(4, [
      [0, 2, 2],
      [0, 3, 5],
      [1, 2, 7],
      [1, 3, 11]
    ]);
    const layout = (order: Record<number, string[]>) => layoutFlows(graph, frame, { order }).crossings;
    expect(layout({ 0: ['s0', 's1'], 1: ['s2', 's3'] })).toBe(5 * 7);
    expect(layout({ 0: ['s1', 's0'], 1: ['s2', 's3'] })).toBe(11 * 2);
  });

  it('[O2] are counted in every column that a flow passes', () => {
    fc.assert(
      fc.property(plainGraphs, (graph) => {
        const { crossings, order } = layoutFlows(graph, frame);
        expect(crossings).toBeCloseTo(crossingsByPairs(graph, order), 6);
      }),
      { seed: 7, numRuns: 150 }
    );
  });
});

describe('the order', () => {
  it.each(samples.map((sample) => [sample.name, sample] as const))(
    '[O3] of %s reaches the proven optimum',
    (_, { sites, flows, optimum }) => {
      const { crossings, order } = layoutFlows(graphOf(sites, flows), frame);
      expect(crossings / optimum).toBeCloseTo(1, 6);
      expect(crossingsByPairs(graphOf(sites, flows), order) / optimum).toBeCloseTo(1, 6);
    }
  );

  it('[O4] is the best of all orders of small graphs, flows that skip columns and apart sites included', () => {
    const small = fc
      .tuple(
        fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 30 })), {
          minLength: 3,
          maxLength: 9
        }),
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 })
      )
      .map(([triples, apart]) => ({
        sites: apart.map((a, i) => ({ id: `s${i}`, stage: [0, 0, 0, 1, 1, 2, 2][i]!, apart: i > 4 && a })),
        flows: triples
          .map(([a, b, value], i) => ({
            id: `f${i}`,
            from: `s${Math.min(a, b)}`,
            to: `s${Math.max(a, b)}`,
            value
          }))
          .filter(({ from, to }) => from !== to)
      }));
    fc.assert(
      fc.property(small, (graph) => {
        const prepared = prepare(graph);
        const { places } = prepared;
        const bounds = boundsOf(prepared, undefined);
        const found = findOrder(places, bounds).crossings;
        let least = Infinity;
        const columns = places.members.map((members) =>
          permutations([...members]).filter((order) =>
            order.every((p, i) => i === 0 || places.rank[order[i - 1]!]! <= places.rank[p]!)
          )
        );
        const visit = (chosen: Int32Array[]): void => {
          const next = columns[chosen.length];
          if (next === undefined) least = Math.min(least, countCrossings(places, chosen));
          else for (const order of next) visit([...chosen, Int32Array.from(order)]);
        };
        if (columns.reduce((all, orders) => all * orders.length, 1) > 20_000) return;
        visit([]);
        expect(found).toBeCloseTo(least, 6);
      }),
      { seed: 11, numRuns: 60 }
    );
  });

  it('[O5] of a planar graph crosses nothing, at 2,000 sites too', () => {
    const flows: [number, number, number][] = [];
    for (let i = 0; i < 500; i++)
      for (let c = 0; c < 3; c++) {
        const to = (c + 1) * 500;
        flows.push([c * 500 + ((i * 7) % 500), to + ((i * 7) % 500), 1 + (i % 5)]);
      }
    expect(layoutFlows(graphOf(2000, flows), frame).crossings).toBe(0);
  });
});
