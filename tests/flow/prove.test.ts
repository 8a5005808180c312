import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCrossings } from '../../src/flow/crossings.ts';
import { layoutFlows } from '../../src/flow/layout.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { proveOptimal } from '../../src/flow/prove.ts';
import { randomFrom } from '../../src/flow/random.ts';
import { frame, graphOf, samples } from './graphs.ts';
import { magnet } from './magnet.ts';
import { permutations } from './orders.ts';

describe('a proof', () => {
  it('[P300] is found for the magnet lens of 2024; its order is taken over and crosses as little', () => {
    const proof = proveOptimal(magnet);
    expect(proof.proven).toBe(true);
    const layout = layoutFlows(magnet, frame, { order: proof.order });
    expect(layout.crossings).toBe(proof.crossings);
    expect(layout.order).toEqual(proof.order);
    expect(layoutFlows(magnet, frame).crossings).toBeCloseTo(proof.crossings, 6);
  });

  it.each(samples.map((sample) => [sample.name, sample] as const))(
    '[P301] is found for %s, with the same optimum',
    (_, { sites, flows, optimum }) => {
      const proof = proveOptimal(graphOf(sites, flows));
      expect(proof.proven).toBe(true);
      expect(proof.crossings / optimum).toBeCloseTo(1, 6);
    }
  );

  it('[P302] holds against every order of small graphs, twins and flows that skip columns included', () => {
    const small = fc
      .array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 9 })), { minLength: 4, maxLength: 10 })
      .map((triples) => ({
        sites: [0, 0, 0, 1, 1, 2, 2, 2].map((stage, i) => ({ id: `s${i}`, stage, apart: i === 7 })),
        flows: triples
          .map(([a, b, value], i) => ({
            id: `f${i}`,
            from: `s${Math.min(a, b)}`,
            to: `s${Math.max(a, b)}`,
            value
          }))
          .filter(({ from, to }) => from !== to)
      }));
    let tried = 0;
    fc.assert(
      fc.property(small, (graph) => {
        const { places } = prepare(graph);
        const orders = places.members.map((members) => permutations([...members]));
        if (orders.reduce((all, some) => all * some.length, 1) > 6000) return;
        let least = Infinity;
        const visit = (chosen: Int32Array[]): void => {
          const next = orders[chosen.length];
          if (next === undefined) least = Math.min(least, countCrossings(places, chosen));
          else
            for (const order of next)
              if (order.every((p, i) => i === 0 || places.rank[order[i - 1]!]! <= places.rank[p]!))
                visit([...chosen, Int32Array.from(order)]);
        };
        visit([]);
        const proof = proveOptimal(graph);
        expect(proof.crossings).toBeCloseTo(least, 6);
        expect(proof.bound).toBeLessThanOrEqual(least + 1e-6);
        expect(proof.proven).toBe(true);
        tried++;
      }),
      { seed: 2, numRuns: 80 }
    );
    expect(tried).toBeGreaterThan(20);
  });

  it('[P303] ends without one where there are too many orders to try', () => {
    const random = randomFrom(3);
    const flows = Array.from({ length: 150 }, (_, i) => {
      const c = i % 3;
      return [c * 15 + random(15), (c + 1) * 15 + random(15), 1 + random(13)] as const;
    });
    const proof = proveOptimal(graphOf(60, flows));
    expect(proof.proven).toBe(false);
    expect(proof.bound).toBeLessThanOrEqual(proof.crossings);
  });

  it('[P5] of nothing is that nothing crosses', () => {
    expect(proveOptimal({ sites: [], flows: [] })).toEqual({
      order: {},
      crossings: 0,
      bound: 0,
      proven: true
    });
  });
});
