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

  /**
   * Six columns of four sites. The two in the middle hold to each other twenty times as much as to their neighbours,
   * which fill the frame and draw them two ways, so that they come to rest only after many rounds; and there are so
   * many flows that there is time for a few.
   */
  function crowd(links: number): ReturnType<typeof graphOf> {
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const { sites, flows } = graphOf(
      24,
      Array.from({ length: links }, () => {
        const column = random(5);
        const hold = [2, 0.05, 1, 0.05, 2][column]!;
        // What draws the middle leads from one site on the left and to one on the right.
        const from = 4 * column + (column === 1 ? 0 : random(4));
        const to = 4 * column + 4 + (column === 3 ? 3 : random(4));
        return [from, to, hold * (1 + random(9) ** 3)] as const;
      })
    );
    return { flows, sites: sites.map((site, i) => ({ ...site, stage: Math.floor(i / 4) })) };
  }
  const heights = (links: number) =>
    layoutFlows(crowd(links), { ...frame, height: 1200 }).sites.map(({ id, y0 }) => `${id} ${y0.toFixed(1)}`);

  it('[F137] a crowd of 3,750 flows has time for one round behind the two sweeps, 1,800 for four, 100 for all', () => {
    expect(heights(3750)).toMatchInlineSnapshot(`
      [
        "s1 85.0",
        "s0 334.3",
        "s3 658.0",
        "s2 892.7",
        "s7 85.7",
        "s5 371.9",
        "s4 640.3",
        "s6 932.3",
        "s9 552.0",
        "s11 731.5",
        "s8 883.1",
        "s10 1062.7",
        "s12 557.7",
        "s13 718.8",
        "s15 882.2",
        "s14 1039.1",
        "s18 0.0",
        "s17 307.7",
        "s16 604.3",
        "s19 908.0",
        "s21 0.0",
        "s23 305.7",
        "s22 605.8",
        "s20 921.6",
      ]
    `);
    expect(heights(1800)).toMatchInlineSnapshot(`
      [
        "s3 0.0",
        "s1 179.7",
        "s0 398.9",
        "s2 778.0",
        "s7 0.0",
        "s5 260.7",
        "s6 513.2",
        "s4 811.0",
        "s9 175.3",
        "s11 354.4",
        "s8 496.7",
        "s10 643.6",
        "s13 154.4",
        "s12 323.1",
        "s15 469.4",
        "s14 606.2",
        "s16 0.0",
        "s19 299.4",
        "s17 576.7",
        "s18 878.7",
        "s23 0.0",
        "s22 314.1",
        "s20 578.4",
        "s21 878.4",
      ]
    `);
    expect(heights(100)).toMatchInlineSnapshot(`
      [
        "s0 0.0",
        "s2 407.1",
        "s1 702.4",
        "s3 1085.7",
        "s5 0.0",
        "s6 479.0",
        "s4 715.8",
        "s7 887.5",
        "s10 343.5",
        "s11 400.8",
        "s9 677.8",
        "s8 1007.4",
        "s14 340.5",
        "s12 448.9",
        "s15 598.4",
        "s13 870.2",
        "s16 491.3",
        "s18 574.2",
        "s19 648.2",
        "s17 1137.6",
        "s20 500.7",
        "s23 765.8",
        "s21 1034.1",
        "s22 1067.3",
      ]
    `);
  });

  it('[F138] stand in the middle of the frame where the scale leaves room on both sides', () => {
    const graph = graphOf(5, [
      [0, 2, 30],
      [1, 2, 10],
      [2, 3, 25],
      [2, 4, 15]
    ]);
    const { sites, padding } = layoutFlows(graph, frame, { scale: 4 });
    const columns = [0, 1, 2].map((c) => sites.filter(({ column }) => column === c));
    for (const column of columns) {
      const top = Math.min(...column.map(({ y0 }) => y0));
      const bottom = Math.max(...column.map(({ y1 }) => y1));
      expect(bottom - top).toBeCloseTo(160 + (column.length - 1) * padding, 6);
      expect(Math.abs((top + bottom) / 2 - frame.height / 2)).toBeLessThan(padding);
    }
  });
});
