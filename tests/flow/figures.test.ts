import { describe, expect, test } from 'vitest';
import { KINDS, siteGround, siteTotals, stageShare, stageTotal, weakest } from '../../src/flow/figures.ts';
import { formatNumber } from '../../src/model/format.ts';
import type { FigureKind } from '../../src/model/ground.ts';
import type { Lens } from '../../src/model/lens.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const main = pack.lenses[0]!;
const ground = (kind: FigureKind, source: string) => ({
  kind,
  sources: [source],
  arithmetic: 'a',
  assumption: 'b'
});
const flow = (id: string, from: string, to: string, value: number, kind: FigureKind = 'observed') => ({
  id,
  from,
  to,
  value,
  ground: ground(kind, `src-${id}`)
});
const site = (id: string, stage: string) => ({ id, stage, name: id, full: id, role: 'inner' });
/** Two mines feed one refinery, which feeds two uses. */
const small = {
  id: 'small',
  unit: 't metal',
  stages: main.stages,
  sites: [
    site('m1', 'mine'),
    site('m2', 'mine'),
    site('s', 'separation'),
    site('u1', 'use'),
    site('u2', 'use'),
    site('lone', 'use')
  ],
  flows: [
    flow('f1', 'm1', 's', 70),
    flow('f2', 'm2', 's', 30, 'estimated'),
    flow('f3', 's', 'u1', 60, 'derived'),
    flow('f4', 's', 'u2', 40, 'derived')
  ]
} as unknown as Lens;

describe('figures of a site', () => {
  test('[F40] are what goes in, what comes out, and the larger of the two', () => {
    expect(siteTotals(small, 's')).toEqual({ into: 100, out: 100, through: 100 });
    expect(siteTotals(small, 'm1')).toEqual({ into: 0, out: 70, through: 70 });
    expect(siteTotals(small, 'nowhere')).toEqual({ into: 0, out: 0, through: 0 });
    expect(stageTotal(small, 'mine')).toBe(100);
  });

  test('[F41] give a share with its base, and none where a stage is no whole', () => {
    expect(stageShare(small, 'm1')).toEqual({ share: 0.7, of: 'all that is mined' });
    expect(stageShare(main, 'pool-world')).toBeNull();
    expect(stageShare(main, 'src-secondary')).toBeNull();
    expect(stageShare(main, 'nowhere')).toBeNull();
  });

  test('[F41] the shares of a stage add up to one', () => {
    for (const lens of pack.lenses)
      for (const stage of ['mine', 'separation', 'use'] as const) {
        const sum = lens.sites
          .filter((s) => s.stage === stage)
          .reduce((all, s) => all + stageShare(lens, s.id)!.share, 0);
        expect(sum, `${lens.id} ${stage}`).toBeCloseTo(1, 9);
      }
  });
});

describe('the ground of a site', () => {
  test('[F42] a sum is no better than its weakest part', () => {
    expect(weakest([])).toBe('observed');
    for (const [i, kind] of KINDS.entries()) expect(weakest(['observed', kind])).toBe(KINDS[i]);
    expect(weakest(['residual', 'estimated', 'observed'])).toBe('residual');
  });

  test('[F43] with one flow is that flow’s own', () => {
    expect(siteGround(small, 'm2')).toBe(small.flows[1]!.ground);
  });

  test('[F44] with more is their sum, written out, on the side with the better evidence', () => {
    expect(siteGround(small, 's')).toEqual({
      kind: 'derived',
      sources: ['src-f3', 'src-f4'],
      arithmetic: 'Sum of 2 flows: 60 + 40 = 100 t; the weakest is derived.'
    });
  });

  test('[F170] is what comes in where what leaves is but the sum of that', () => {
    const passing = {
      ...small,
      flows: [...small.flows.slice(0, 2), { ...flow('out', 's', 'u1', 100, 'derived'), passesOn: true }]
    } as unknown as Lens;
    expect(siteGround(passing, 's')).toMatchObject({ kind: 'estimated', sources: ['src-f1', 'src-f2'] });
    const kinds = (id: string) =>
      ['sep-chn', 'sep-ind', 'sep-oth', 'sep-usa'].map(
        (site) =>
          siteGround(
            pack.lenses.find((lens) => lens.id === id)!,
            site
          ).kind
      );
    expect(kinds('total-2024')).toEqual(['estimated', 'estimated', 'residual', 'observed']);
    expect(kinds('total-2025')).toEqual(['estimated', 'estimated', 'residual', 'observed']);
  });

  test('[F45] a sum of observed flows is derived, and one of estimates says that they assume something', () => {
    const observed = {
      ...small,
      flows: [flow('a', 'm1', 's', 1), flow('b', 'm2', 's', 2)]
    } as unknown as Lens;
    expect(siteGround(observed, 's').kind).toBe('derived');
    const guessed = {
      ...small,
      flows: [flow('a', 'm1', 's', 1), flow('b', 'm2', 's', 2, 'estimated')]
    } as unknown as Lens;
    expect(siteGround(guessed, 's')).toMatchObject({
      kind: 'estimated',
      assumption: expect.any(String) as string
    });
  });

  test('[F46] a site that no flow reaches says so', () => {
    expect(siteGround(small, 'lone')).toEqual({
      kind: 'residual',
      sources: [],
      arithmetic: 'No flow reaches this site.'
    });
  });

  test('[F47] every site of every lens stands on at least one source', () => {
    for (const lens of pack.lenses)
      for (const { id } of lens.sites)
        expect(siteGround(lens, id).sources.length, `${lens.id}/${id}`).toBeGreaterThan(0);
  });

  test('[F160] no site stands on a sum with a residual in it that was reckoned from that site', () => {
    const circular = pack.lenses.flatMap((lens) =>
      lens.flows.flatMap(({ id, from, to, value, ground }) =>
        [from, to].flatMap((end) => {
          const through = formatNumber(siteTotals(lens, end).through, 0).replaceAll('\u202f', ',');
          const reckoned = ground.kind === 'residual' && ground.arithmetic?.includes(through);
          const summand = siteGround(lens, end).arithmetic?.includes(` ${formatNumber(value, 0)} `);
          return reckoned && summand ? [`${lens.id}/${id} at ${end}`] : [];
        })
      )
    );
    expect(circular).toEqual([]);
  });

  test('[F48] the sum that is written out is the site’s amount', () => {
    for (const lens of pack.lenses)
      for (const { id } of lens.sites) {
        const { arithmetic } = siteGround(lens, id);
        const sum = /^Sum of \d+ flows: (.+) = ([\d\u202f.]+) t;/.exec(arithmetic ?? '');
        if (!sum) continue;
        const parts = sum[1]!.split(' + ').map((part) => Number(part.replace(/\u202f/g, '')));
        expect(
          Math.abs(parts.reduce((a, b) => a + b, 0) - Number(sum[2]!.replace(/\u202f/g, ''))),
          `${lens.id}/${id}`
        ).toBeLessThanOrEqual(parts.length / 2);
      }
  });
});
