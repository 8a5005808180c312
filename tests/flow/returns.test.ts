import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nested } from '../../src/flow/fit.ts';
import type { Graph } from '../../src/flow/graph.ts';
import { layoutFlows, type Layout } from '../../src/flow/layout.ts';
import { frame, wildGraphs } from './graphs.ts';

/** Flows that return, each with the parts of its way. */
const backsOf = ({ flows }: Layout) =>
  flows
    .filter((flow) => flow.returns)
    .map(({ id, from, to, width, way }) => {
      const [sourceX, sourceY, sourceBend, targetX, targetY, targetBend, lane] = way as [
        number,
        number,
        number,
        number,
        number,
        number,
        number
      ];
      return { id, from, to, width, sourceX, sourceY, sourceBend, targetX, targetY, targetBend, lane };
    });

/** Three columns; two flows return from c, one of them as far as a, one from b to a, and one within the column of b. */
const graph: Graph = {
  sites: [
    { id: 'a', stage: 0 },
    { id: 'b', stage: 1 },
    { id: 'b2', stage: 1 },
    { id: 'c', stage: 2 }
  ],
  flows: [
    { id: 'ab', from: 'a', to: 'b', value: 20 },
    { id: 'ab2', from: 'a', to: 'b2', value: 10 },
    { id: 'bc', from: 'b', to: 'c', value: 18 },
    { id: 'b2c', from: 'b2', to: 'c', value: 6 },
    { id: 'ca', from: 'c', to: 'a', value: 3 },
    { id: 'cb', from: 'c', to: 'b', value: 5 },
    { id: 'ba', from: 'b', to: 'a', value: 2 },
    { id: 'bb2', from: 'b', to: 'b2', value: 1 }
  ]
};

describe('flows that return', () => {
  function laidOut() {
    const layout = layoutFlows(graph, frame);
    const backs = backsOf(layout);
    const site = new Map(layout.sites.map((one) => [one.id, one]));
    const back = (id: string) => backs.find((one) => one.id === id)!;
    return { layout, backs, site, back, bend: back('bb2').targetBend };
  }

  it('[F129] lie in lanes below all sites, the shortest way uppermost, the longest lowest', () => {
    const { layout, backs, bend } = laidOut();
    const lanes = backs.toSorted((a, b) => a.lane - b.lane);
    expect(lanes[0]!.id).toBe('bb2');
    expect(lanes[3]!.id).toBe('ca');
    const lowest = Math.max(...layout.sites.map(({ y1 }) => y1));
    expect(lanes[0]!.lane).toBeGreaterThanOrEqual(lowest + 2 * bend - 1e-9);
    for (let i = 1; i < lanes.length; i += 1)
      expect(lanes[i]!.lane).toBeCloseTo(lanes[i - 1]!.lane + lanes[i - 1]!.width + nested * bend, 9);
    expect(lanes[3]!.lane + lanes[3]!.width).toBeLessThanOrEqual(frame.height + 1e-9);
  });

  it('[F129] of ways of one length, the one whose source stands lower lies higher', () => {
    const { site, back } = laidOut();
    const [upper, lower] = [back('cb'), back('ba')].toSorted((a, b) => a.lane - b.lane);
    expect(site.get(upper!.from)!.y0).toBeGreaterThanOrEqual(site.get(lower!.from)!.y0);
  });

  it('[F130] begin at their source’s right edge and end at their target’s left edge', () => {
    const { backs, site } = laidOut();
    for (const { from, to, sourceX, targetX } of backs) {
      expect(sourceX).toBeCloseTo(site.get(from)!.x1, 9);
      expect(targetX).toBeCloseTo(site.get(to)!.x0, 9);
    }
  });

  it('[F130] leave and enter below the flows that go on, the outermost first', () => {
    const { layout, site, back } = laidOut();
    const { scale } = layout;
    expect(back('ca').sourceY).toBeCloseTo(site.get('c')!.y0, 9);
    expect(back('cb').sourceY).toBeCloseTo(site.get('c')!.y0 + 3 * scale, 9);
    const [outer, inner] = [back('ba'), back('bb2')];
    expect(outer.sourceY).toBeCloseTo(site.get('b')!.y0 + 18 * scale, 9);
    expect(inner.sourceY).toBeCloseTo(site.get('b')!.y0 + 20 * scale, 9);
    expect(back('cb').targetY).toBeCloseTo(site.get('b')!.y0 + 20 * scale, 9);
    expect(back('ca').targetY).toBeCloseTo(site.get('a')!.y0, 9);
    expect(back('ba').targetY).toBeCloseTo(site.get('a')!.y0 + 3 * scale, 9);
    expect(back('bb2').targetY).toBeCloseTo(site.get('b2')!.y0 + 10 * scale, 9);
  });

  it('[F131] nest their bends as their lanes: the next lies outside the one before, by its width and a quarter of a bend', () => {
    const { back, bend } = laidOut();
    const next = (inner: { width: number }, radius: number) => radius + inner.width + nested * bend;
    const [cb, ca, ba, bb2] = [back('cb'), back('ca'), back('ba'), back('bb2')];
    expect(cb.sourceBend).toBeCloseTo(bend, 9);
    expect(ca.sourceBend).toBeCloseTo(next(cb, cb.sourceBend), 9);
    expect(bb2.sourceBend).toBeCloseTo(bend, 9);
    expect(ba.sourceBend).toBeCloseTo(next(bb2, bb2.sourceBend), 9);
    expect(cb.targetBend).toBeCloseTo(next(bb2, bb2.targetBend), 9);
    expect(ba.targetBend).toBeCloseTo(bend, 9);
    expect(ca.targetBend).toBeCloseTo(next(ba, ba.targetBend), 9);
  });

  it('[F131] never lie on one another in their lanes, whatever the graph', () => {
    fc.assert(
      fc.property(wildGraphs, (wild) => {
        const lanes = backsOf(layoutFlows(wild, frame)).toSorted((a, b) => a.lane - b.lane);
        for (let i = 1; i < lanes.length; i += 1)
          expect(lanes[i]!.lane).toBeGreaterThanOrEqual(lanes[i - 1]!.lane + lanes[i - 1]!.width - 1e-6);
      }),
      { seed: 3, numRuns: 150 }
    );
  });
});
