import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/flow/fit.ts';
import type { Graph } from '../../src/flow/graph.ts';
import { layoutFlows, type Layout } from '../../src/flow/layout.ts';
import { ribbon } from '../../src/flow/ribbon.ts';
import { frame, frames, frozen, graphOf, plainGraphs, samples, wildGraphs } from './graphs.ts';

const runs = { seed: 20241231, numRuns: 250 };
/** Rounding of sums, in px. */
const near = 1e-6;

/** Every number in the result and in its paths. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
}

const byId = (layout: Layout) => new Map(layout.sites.map((site) => [site.id, site]));

describe('never fails', () => {
  it('[F1] draws or lists each site and flow exactly once, in finite numbers, whatever comes in', () => {
    fc.assert(
      fc.property(wildGraphs, frames, (graph, size) => {
        const layout = layoutFlows(frozen(graph), frozen(size));
        expect(numbersIn(layout).every(Number.isFinite)).toBe(true);
        for (const { path } of layout.flows) expect(path).toMatch(/^M(?:-?\d+(?:\.\d{1,2})?|[CHVAZ,])+Z$/);
        const named = [...layout.sites, ...layout.flows, ...layout.omitted].map(({ id }) => id).sort();
        expect(named).toEqual([...graph.sites, ...graph.flows].map(({ id }) => id).sort());
      }),
      runs
    );
  });

  it('[F2] stays within the frame, with no height below zero and no two sites on each other', () => {
    fc.assert(
      fc.property(wildGraphs, frames, (graph, size) => {
        const layout = layoutFlows(graph, size);
        for (const { x0, x1, y0, y1 } of layout.sites) {
          expect(Math.min(x0, y0, x1 - x0, y1 - y0)).toBeGreaterThanOrEqual(-near);
          expect(x1).toBeLessThanOrEqual(size.width + near);
          expect(y1).toBeLessThanOrEqual(size.height + near);
        }
        for (const a of layout.sites)
          for (const b of layout.sites)
            if (a.column === b.column && a.order < b.order)
              expect(b.y0).toBeGreaterThanOrEqual(a.y1 + layout.padding - near);
        for (const { path } of layout.flows) {
          const numbers = (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
          expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(size.width, size.height, 1) + 0.01);
          expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-0.01);
        }
      }),
      runs
    );
  });

  it('[F3] keeps in and out in pixels: one scale, ribbons of one width side by side along each site', () => {
    fc.assert(
      fc.property(wildGraphs, (graph) => {
        const layout = layoutFlows(graph, frame);
        const values = new Map(graph.flows.toReversed().map(({ id, value }) => [id, value]));
        const sites = byId(layout);
        for (const site of layout.sites) expect(site.y1 - site.y0).toBeCloseTo(site.value * layout.scale, 6);
        for (const end of ['from', 'to'] as const) {
          for (const [id, site] of sites) {
            const ribbons = layout.flows
              .filter((flow) => flow[end] === id)
              .map((flow) => {
                expect(flow.width).toBeCloseTo(values.get(flow.id)! * layout.scale, 6);
                const y0 = flow.way.at(flow.returns ? (end === 'from' ? 1 : 4) : end === 'from' ? 2 : -1)!;
                return { y0, y1: y0 + flow.width };
              })
              .sort((a, b) => a.y0 - b.y0 || a.y1 - b.y1);
            let y = site.y0;
            for (const ribbon of ribbons) {
              expect(ribbon.y0).toBeCloseTo(y, 6);
              y = ribbon.y1;
            }
            expect(y).toBeLessThanOrEqual(site.y1 + near);
          }
        }
      }),
      runs
    );
  });

  it('[F4] lets no ribbon pass behind a site', () => {
    fc.assert(
      fc.property(plainGraphs, (graph) => {
        const layout = layoutFlows(graph, frame);
        for (const flow of layout.flows) {
          for (let i = 3; i < flow.way.length - 3; i += 3) {
            const [x0, x1, y] = flow.way.slice(i, i + 3) as [number, number, number];
            for (const site of layout.sites.filter((s) => s.x0 === x0)) {
              expect(site.x1).toBeCloseTo(x1, 9);
              expect(y >= site.y1 - near || y + flow.width <= site.y0 + near).toBe(true);
            }
          }
        }
      }),
      runs
    );
  });

  it('[F5] gives the same picture for the same input', () => {
    fc.assert(
      fc.property(wildGraphs, (graph) => {
        expect(layoutFlows(structuredClone(graph), frame)).toEqual(layoutFlows(graph, frame));
      }),
      { ...runs, numRuns: 60 }
    );
  });
});

describe('what cannot be drawn', () => {
  const two: Graph['sites'] = [{ id: 'a' }, { id: 'b' }];
  const whys = (graph: Graph): string[] =>
    layoutFlows(graph, frame).omitted.map(({ id, why }) => `${id}: ${why}`);

  it('[F6] is nothing for an empty graph, and the picture is empty', () => {
    expect(layoutFlows({ sites: [], flows: [] }, frame)).toMatchObject({
      sites: [],
      flows: [],
      crossings: 0,
      omitted: []
    });
  });

  it('[F7] is a single site, or one that no flow reaches', () => {
    expect(whys({ sites: [{ id: 'a' }], flows: [] })).toEqual([
      'a: no flow that can be drawn comes from it or goes to it'
    ]);
  });

  it.each([
    ['f: its value is not a number', { id: 'f', from: 'a', to: 'b', value: NaN }],
    ['f: its value is not a number', { id: 'f', from: 'a', to: 'b', value: undefined as unknown as number }],
    ['f: its value is not finite', { id: 'f', from: 'a', to: 'b', value: Infinity }],
    ['f: its value is zero', { id: 'f', from: 'a', to: 'b', value: 0 }],
    ['f: its value is negative: turn the flow round instead', { id: 'f', from: 'a', to: 'b', value: -1 }],
    ['f: its value is too small to draw', { id: 'f', from: 'a', to: 'b', value: 5e-324 }],
    ['f: its value is too large to draw', { id: 'f', from: 'a', to: 'b', value: 1e300 }],
    ['f: it comes from an unknown site: z', { id: 'f', from: 'z', to: 'b', value: 1 }],
    ['f: it goes to an unknown site: z', { id: 'f', from: 'a', to: 'z', value: 1 }],
    ['f: it leads back to the site that it comes from', { id: 'f', from: 'a', to: 'a', value: 1 }]
  ])('[F8] says so: %s', (why, flow) => {
    const layout = layoutFlows(
      { sites: two, flows: [{ id: 'ok', from: 'a', to: 'b', value: 2 }, flow] },
      frame
    );
    expect(layout.omitted.map((omitted) => `${omitted.id}: ${omitted.why}`)).toEqual([why]);
    expect(layout.flows.map(({ id }) => id)).toEqual(['ok']);
  });

  it('[F9] says so of repeated ids, and draws the first', () => {
    const layout = layoutFlows(
      {
        sites: [...two, { id: 'a' }],
        flows: [
          { id: 'f', from: 'a', to: 'b', value: 1 },
          { id: 'f', from: 'a', to: 'b', value: 2 }
        ]
      },
      frame
    );
    expect(layout.omitted).toEqual([
      { id: 'a', why: 'another site before it has the same id' },
      { id: 'f', why: 'another flow before it has the same id' }
    ]);
    expect(layout.sites.map(({ value }) => value)).toEqual([1, 1]);
  });

  it('[F10] says so of a stage that is no column, and of the flows of that site', () => {
    expect(
      whys({
        sites: [{ id: 'a', stage: -1 }, { id: 'b' }],
        flows: [{ id: 'f', from: 'a', to: 'b', value: 1 }]
      })
    ).toEqual([
      'a: its stage is not a whole number from 0 to 999',
      'f: it comes from a site that is left out: a',
      'b: no flow that can be drawn comes from it or goes to it'
    ]);
  });

  it('[F11] draws flows that only share their ends side by side', () => {
    const flows = [1, 2, 3].map((value) => ({ id: `f${value}`, from: 'a', to: 'b', value }));
    const layout = layoutFlows({ sites: two, flows }, frame);
    expect(layout.flows).toHaveLength(3);
    expect(layout.sites.map(({ value }) => value)).toEqual([6, 6]);
    expect(layout.crossings).toBe(0);
  });
});

describe('columns', () => {
  const columns = (graph: Graph): Record<string, number> =>
    Object.fromEntries(layoutFlows(graph, frame).sites.map(({ id, column }) => [id, column]));

  it('[F12] are the longest path from a source; sites without outgoing flows go to the last', () => {
    expect(
      columns(
        graphOf(5, [
          [0, 1, 1],
          [1, 2, 1],
          [0, 2, 1],
          [2, 3, 1],
          [0, 4, 1]
        ])
      )
    ).toEqual({ s0: 0, s1: 1, s2: 2, s3: 3, s4: 3 });
  });

  it('[F13] are the stages where given, whatever is filtered away', () => {
    const sites = [0, 0, 1, 2, 3, 3].map((stage, i) => ({ id: `s${i}`, stage }));
    const flows = graphOf(6, [
      [0, 2, 1],
      [1, 3, 1],
      [2, 3, 1],
      [3, 4, 1],
      [3, 5, 1]
    ]).flows;
    const whole = layoutFlows({ sites, flows }, frame);
    const part = layoutFlows({ sites, flows: [flows[1]!] }, frame);
    for (const site of part.sites) {
      const before = whole.sites.find(({ id }) => id === site.id)!;
      expect([site.column, site.x0]).toEqual([before.column, before.x0]);
    }
    expect(part.sites.map(({ id }) => id)).toEqual(['s1', 's3']);
  });

  it('[F14] bend a flow that stays in its column or leads back into one that returns', () => {
    const sites = [1, 1, 0].map((stage, i) => ({ id: `s${i}`, stage }));
    const layout = layoutFlows(
      {
        sites,
        flows: graphOf(3, [
          [0, 1, 2],
          [1, 2, 3],
          [2, 0, 4]
        ]).flows
      },
      frame
    );
    expect(layout.flows.map(({ returns }) => returns)).toEqual([true, true, false]);
  });
});

describe('sites that stand apart', () => {
  const wide: Frame = { ...frame, height: 700 };
  const sites = [
    { id: 'a', stage: 0 },
    { id: 'b', stage: 0 },
    { id: 'loss', stage: 1, apart: true },
    { id: 'x', stage: 1 },
    { id: 'y', stage: 1 }
  ];
  const flows = [
    { id: 'al', from: 'a', to: 'loss', value: 5 },
    { id: 'ax', from: 'a', to: 'x', value: 3 },
    { id: 'bx', from: 'b', to: 'x', value: 4 },
    { id: 'by', from: 'b', to: 'y', value: 4 }
  ];

  it('[F15] come last in their column, two and a half paddings below the others', () => {
    const layout = layoutFlows({ sites, flows }, wide);
    const column = layout.sites.filter(({ column: c }) => c === 1);
    expect(column.at(-1)!.id).toBe('loss');
    expect(column.at(-1)!.y0 - column.at(-2)!.y1).toBeGreaterThanOrEqual(2.5 * layout.padding - near);
    expect(layout.padding).toBe(12);
  });

  it('[F16] stay last even against an order by hand', () => {
    const layout = layoutFlows({ sites, flows }, wide, { order: { 1: ['loss', 'y', 'x'] } });
    expect(layout.sites.filter(({ column }) => column === 1).map(({ id }) => id)).toEqual(['y', 'x', 'loss']);
  });

  it('[F17] come last below flows that pass, too, whatever the graph', () => {
    fc.assert(
      fc.property(wildGraphs, (graph) => {
        const layout = layoutFlows(graph, frame);
        const apart = new Set(graph.sites.filter((site) => site.apart === true).map(({ id }) => id));
        const known = new Map(graph.sites.toReversed().map((site) => [site.id, site]));
        for (const names of Object.values(layout.order)) {
          const ranks = names.map((id) => (apart.has(id) && known.get(id)?.apart === true ? 1 : 0));
          if (graph.sites.every((s) => known.get(s.id) === s)) expect(ranks).toEqual([...ranks].sort());
        }
      }),
      runs
    );
  });
});

describe('an order from outside', () => {
  it('[F18] wins over the computed one, and what it leaves out is fitted in', () => {
    fc.assert(
      fc.property(plainGraphs, fc.array(fc.nat(11), { maxLength: 12 }), (graph, numbers) => {
        const wanted = [...new Set(numbers)].map((n) => `s${n}`);
        const order = Object.fromEntries(Array.from({ length: 12 }, (_, c) => [c, wanted]));
        const layout = layoutFlows(graph, frame, frozen({ order }));
        const free = layoutFlows(graph, frame);
        for (let c = 0; c < 12; c++) {
          const column = layout.sites.filter((site) => site.column === c).map(({ id }) => id);
          expect(column.filter((id) => wanted.includes(id))).toEqual(
            wanted.filter((id) => column.includes(id))
          );
        }
        expect(layout.sites.map(({ id }) => id).sort()).toEqual(free.sites.map(({ id }) => id).sort());
      }),
      runs
    );
  });

  it('[F19] is kept when a picture is laid out again with its own order', () => {
    for (const { sites, flows } of samples.slice(0, 5)) {
      const graph = graphOf(sites, flows);
      const first = layoutFlows(graph, frame);
      const again = layoutFlows(graph, frame, { order: first.order });
      expect(again).toEqual(first);
    }
  });

  it('[F20] keeps the rest in place when a filter takes flows away', () => {
    const [{ sites, flows }] = samples as [(typeof samples)[0]];
    const graph = graphOf(sites, flows);
    const first = layoutFlows(graph, frame);
    const filtered = { ...graph, flows: graph.flows.filter((_, i) => i % 3 !== 0) };
    const stages = new Map(first.sites.map(({ id, column }) => [id, column]));
    const staged = { ...filtered, sites: graph.sites.map(({ id }) => ({ id, stage: stages.get(id) })) };
    const later = layoutFlows(staged, frame, { order: first.order });
    for (const [c, ids] of Object.entries(first.order)) {
      const kept = later.sites.filter(({ column }) => column === Number(c)).map(({ id }) => id);
      expect(kept).toEqual(ids.filter((id) => kept.includes(id)));
    }
  });

  it('[F21] goes with a scale that is kept where it fits, and cut where it does not', () => {
    const graph = graphOf(2, [[0, 1, 10]]);
    const full = layoutFlows(graph, frame).scale;
    expect(layoutFlows(graph, frame, { scale: full / 2 }).scale).toBe(full / 2);
    expect(layoutFlows(graph, frame, { scale: full * 2 }).scale).toBe(full);
  });
});

describe('room', () => {
  it('[F22] is kept between sites where there is any, and shrinks only where there is none', () => {
    const graph = graphOf(
      9,
      Array.from({ length: 8 }, (_, i) => [0, i + 1, 1] as const)
    );
    expect(layoutFlows(graph, frame).padding).toBe(12);
    expect(layoutFlows(graph, { ...frame, height: 100 }).padding).toBeLessThan(12);
    expect(layoutFlows(graph, { ...frame, height: 100 }).padding).toBeGreaterThan(0);
  });

  it('[F23] is filled: the fullest column reaches from the top of the frame to its bottom', () => {
    const layout = layoutFlows(
      graphOf(3, [
        [0, 2, 3],
        [1, 2, 4]
      ]),
      frame
    );
    const ys = layout.sites.filter(({ column }) => column === 0);
    expect(ys[0]!.y0).toBeCloseTo(0, 6);
    expect(ys[1]!.y1).toBeCloseTo(560, 6);
  });

  it('[F25] is drawn anew from its way: the same ribbon for the same width, a narrower one for less', () => {
    const graph = graphOf(4, [
      [0, 1, 5],
      [1, 2, 4],
      [0, 2, 2],
      [2, 3, 6],
      [3, 1, 1]
    ]);
    for (const flow of layoutFlows(graph, frame).flows) {
      // One that returns is only drawn whole.
      if (flow.returns) continue;
      expect(ribbon(flow.way, flow.width)).toBe(flow.path);
      expect(ribbon(flow.way, flow.width / 2)).not.toBe(flow.path);
    }
  });

  it('[F24] lets ribbons run level where they can', () => {
    const layout = layoutFlows(
      graphOf(4, [
        [0, 2, 3],
        [1, 3, 4]
      ]),
      frame
    );
    for (const { way } of layout.flows) expect(way[2]).toBeCloseTo(way.at(-1)!, 1);
  });
});
