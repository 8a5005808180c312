import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Frame } from '../../src/flow/fit.ts';
import type { Graph, GraphFlow, GraphSite } from '../../src/flow/graph.ts';

/** A frame as on a screen. */
export const frame: Frame = { width: 960, height: 560, siteWidth: 14, sitePadding: 12 };

/** A graph from triples of site numbers and value, as the sample graphs give it. */
export function graphOf(sites: number, flows: readonly (readonly [number, number, number])[]): Graph {
  return {
    sites: Array.from({ length: sites }, (_, i) => ({ id: `s${i}` })),
    flows: flows.map(([from, to, value], i) => ({ id: `f${i}`, from: `s${from}`, to: `s${to}`, value }))
  };
}

/** The 20 sample graphs with their proven optimum of weighted crossings. */
export const samples = JSON.parse(
  readFileSync(new URL('../fixtures/flow/sankey-corpus-sample.json', import.meta.url), 'utf8')
) as { name: string; optimum: number; sites: number; flows: [number, number, number][] }[];

/** Freezes a value through and through, so that any write throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const ids = fc.constantFrom(...'abcdefghij');

/** Graphs as no gate would let them pass: any ends, stages, values, repeated ids, loops and cycles. */
export const wildGraphs: fc.Arbitrary<Graph> = fc.record({
  sites: fc.array(
    fc.record(
      {
        id: ids,
        stage: fc.oneof(
          { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 }) },
          { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, NaN, 1e9, Infinity) }
        ),
        apart: fc.boolean()
      },
      { requiredKeys: ['id'] }
    ),
    { maxLength: 12 }
  ) as fc.Arbitrary<GraphSite[]>,
  flows: fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 60 }).map((n) => `f${n}`),
      from: ids,
      to: ids,
      value: fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 1, max: 1000 }).map((n) => n / 8) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(0, -3, NaN, Infinity, -Infinity, 5e-324, 1e-139, 1e139, 1e308)
        }
      )
    }),
    { maxLength: 30 }
  ) as fc.Arbitrary<GraphFlow[]>
});

/** Graphs of flows that can all be drawn: from lower numbers to higher ones, so without cycles. */
export const plainGraphs: fc.Arbitrary<Graph> = fc
  .array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 30 })
  .map((triples) =>
    graphOf(
      12,
      triples
        .filter(([a, b]) => a !== b)
        .map(([a, b, value]) => [Math.min(a, b), Math.max(a, b), value / 4] as const)
    )
  );

/** Frames of any size, some of them none. */
export const frames: fc.Arbitrary<Frame> = fc.record({
  width: fc.constantFrom(960, 390, 40, 0),
  height: fc.constantFrom(560, 300, 7, 0),
  siteWidth: fc.constantFrom(14, 0, 500),
  sitePadding: fc.constantFrom(12, 0, 300)
});
