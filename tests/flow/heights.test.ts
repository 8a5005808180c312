import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutFlows, type Layout } from '../../src/flow/layout.ts';
import { frame, graphOf, plainGraphs } from './graphs.ts';

/** Σ value · (rise)² of all ribbons that run forward, with one site moved by so many px. */
function rises(layout: Layout, values: ReadonlyMap<string, number>, moved = '', by = 0): number {
  const column = new Map(layout.sites.map((site) => [site.id, site.column]));
  let sum = 0;
  for (const { id, from, to, way } of layout.flows) {
    if (column.get(from)! >= column.get(to)!) continue;
    const levels = way.filter((_, i) => i % 3 === 2);
    if (from === moved) levels[0]! += by;
    if (to === moved) levels[levels.length - 1]! += by;
    for (let i = 1; i < levels.length; i++) sum += values.get(id)! * (levels[i]! - levels[i - 1]!) ** 2;
  }
  return sum;
}

/** Where ribbons run level behind the columns that they pass. */
const passing = ({ flows }: Layout) =>
  flows.flatMap(({ way, width }) =>
    Array.from({ length: Math.max(0, way.length / 3 - 2) }, (_, i) => {
      const [x = 0, , y0 = 0] = way.slice(3 * (i + 1));
      return { x, y0, y1: y0 + width };
    })
  );

describe('heights', () => {
  it('[F26] let ribbons run as level as they can: no site that has room would lessen their rise by moving', () => {
    fc.assert(
      fc.property(plainGraphs, (graph) => {
        const layout = layoutFlows(graph, frame);
        const values = new Map(graph.flows.map(({ id, value }) => [id, value]));
        const now = rises(layout, values);
        for (const site of layout.sites)
          for (const by of [-3, 3]) {
            const beside = [
              ...layout.sites.filter((one) => one.column === site.column && one.id !== site.id),
              ...passing(layout).filter(({ x }) => Math.abs(x - site.x0) < 1)
            ];
            const room = 4 * layout.padding + 3;
            const free = beside.every((one) => one.y0 > site.y1 + room || one.y1 < site.y0 - room);
            if (!free || site.y0 + by < 0 || site.y1 + by > frame.height) continue;
            // Half a px from the best still counts: the rounds end when hardly anything moves.
            const weight = graph.flows
              .filter((flow) => flow.from === site.id || flow.to === site.id)
              .reduce((all, flow) => all + flow.value, 0);
            expect(rises(layout, values, site.id, by)).toBeGreaterThanOrEqual(now - weight * 1e-3);
          }
      }),
      { seed: 12, numRuns: 150 }
    );
  });

  it('[F27] stand where they did: a worked picture of six sites, one passed by', () => {
    const graph = graphOf(6, [
      [0, 2, 60],
      [1, 2, 20],
      [1, 3, 20],
      [2, 4, 70],
      [3, 5, 10],
      [0, 5, 15]
    ]);
    const { sites, scale } = layoutFlows(graph, frame);
    expect(sites.map(({ id, y0, y1 }) => `${id} ${y0.toFixed(1)} to ${y1.toFixed(1)}`)).toEqual([
      's0 0.0 to 357.4',
      's1 369.4 to 560.0',
      's2 0.0 to 381.2',
      's3 464.7 to 560.0',
      's4 0.0 to 333.6',
      's5 389.6 to 508.7'
    ]);
    expect(scale).toBeCloseTo(357.4 / 75, 2);
  });

  /** Six columns of four sites, and so many flows between neighbouring columns that there is time for hardly a round. */
  function crowd(links: number): ReturnType<typeof graphOf> {
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    return graphOf(
      24,
      Array.from({ length: links }, () => {
        const column = random(5);
        return [4 * column + random(4), 4 * column + 4 + random(4), 1 + random(9) ** 3] as const;
      })
    );
  }
  const heights = (links: number) =>
    layoutFlows(crowd(links), { ...frame, height: 1200 }).sites.map(({ id, y0 }) => `${id} ${y0.toFixed(1)}`);

  it('[F137] a crowd of 3,750 links has time for one round behind the two sweeps, of 3,700 for two', () => {
    expect(heights(3750)).toMatchInlineSnapshot(`
      [
        "s2 20.5",
        "s1 326.1",
        "s3 592.7",
        "s0 895.1",
        "s7 0.0",
        "s5 285.9",
        "s6 567.1",
        "s4 866.7",
        "s10 0.0",
        "s11 264.8",
        "s9 579.5",
        "s8 858.9",
        "s14 6.0",
        "s15 284.3",
        "s13 601.2",
        "s12 889.7",
        "s18 0.0",
        "s19 299.0",
        "s16 634.3",
        "s17 899.4",
        "s23 11.6",
        "s20 344.9",
        "s21 622.2",
        "s22 891.9",
      ]
    `);
    expect(heights(3700)).toMatchInlineSnapshot(`
      [
        "s0 33.6",
        "s3 299.8",
        "s1 599.0",
        "s2 868.1",
        "s4 9.4",
        "s6 339.8",
        "s5 642.1",
        "s7 922.2",
        "s8 0.0",
        "s9 356.1",
        "s11 633.0",
        "s10 946.0",
        "s12 51.8",
        "s13 306.5",
        "s15 597.7",
        "s14 912.9",
        "s17 27.9",
        "s16 311.2",
        "s19 578.4",
        "s18 911.5",
        "s22 32.0",
        "s21 316.3",
        "s20 586.8",
        "s23 857.0",
      ]
    `);
  });
});
