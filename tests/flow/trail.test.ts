import { describe, expect, test } from 'vitest';
import { siteTotals } from '../../src/flow/figures.ts';
import { traceSentence } from '../../src/flow/sentence.ts';
import { shown } from '../../src/flow/shown.ts';
import { trace } from '../../src/flow/trace.ts';
import { traceLine } from '../../src/flow/traceLine.ts';
import { trailsOf } from '../../src/flow/trail.ts';
import { notBeside } from '../../src/flow/years.ts';
import { marketOf } from '../../src/model/way.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const main = pack.lenses.find((lens) => lens.id === 'magnet-2024')!;
const plain = (text: string) => text.replace(/[\s\u202f\u00a0]/g, ' ');
const EACH = pack.lenses.map((lens) => [lens.id, lens] as const);

describe('a trail', () => {
  test('[F95] says from a use what from a refinery is said too: the share of what reaches the use', () => {
    const [fromUse] = trailsOf(main, 'use-wind');
    const fromPlant = trailsOf(main, 'sep-chn').find(({ to }) => to.id === 'use-wind');
    expect(fromUse).toEqual(fromPlant);
    expect(fromUse!.part.share).toBeCloseTo(73_757 / 90_922, 12);
    expect(plain(traceSentence(main, fromUse!.from, fromUse!.to, fromUse!.part))).toBe(
      '81 % of what reaches wind turbines was separated in China, in proportion, an estimate.'
    );
    expect(plain(fromUse!.arithmetic)).toBe(
      '73 757 t ÷ 90 922 t that meet in the market = 81 %; of the 10 496 t that reach the use, that is 8 514 t.'
    );
  });

  test('[F96] of a mine counts what of it reaches the market, and a flow out of the market is told like its use', () => {
    const mine = trailsOf(main, 'mine-usa')[0]!;
    expect(plain(traceSentence(main, 'mine-usa', mine.to, mine.part))).toMatch(
      /^\d % of what reaches other magnets was mined in the United States, in proportion, /
    );
    expect(plain(mine.arithmetic)).toContain('5 892 t ÷ 90 922 t');
    const flow = main.flows.find(({ from, to }) => from === 'pool-world' && to === 'use-wind')!;
    expect(trailsOf(main, flow.id)).toEqual(trailsOf(main, 'use-wind'));
    expect(plain(trailsOf(main, 'pool-world')[0]!.arithmetic)).toBe(
      '73 757 t ÷ 90 922 t that reach the market = 81 %.'
    );
  });

  test('[F172] is a quotient: derived at best, and no better than its parts or its base', () => {
    const said = (id: string, start: string, of = 'pool-world') => {
      const lens = pack.lenses.find((one) => one.id === id)!;
      const { from, to, part } = trailsOf(lens, start).find((one) => one.to.id === of)!;
      return plain(traceSentence(lens, from, to, part));
    };
    expect(said('magnet-2024', 'pool-world')).toBe(
      '81 % of what reaches the world market was separated in China, derived.'
    );
    // All that is separated there is a sum of estimates, and what leaves the market has a residual in it.
    expect(said('total-2024', 'pool-world')).toBe(
      '91 % of what reaches the world market was separated in China, partly a residual.'
    );
    expect(said('total-2024', 'sep-chn', 'use-ev')).toBe(
      '91 % of what reaches EV drive motors was separated in China, in proportion, partly a residual.'
    );
    const line = traceLine(main, trace(shown(main, false), 'sep-chn')!);
    expect(plain(line)).toContain('in proportion, an estimate. Of all that is separated, 91 % is there.');
    for (const lens of pack.lenses)
      for (const { id } of [...lens.sites, ...lens.flows])
        expect(traceLine(lens, trace(shown(lens, false), id)!), id).not.toMatch(/, (observed|stated)\./);
  });

  test('[F186] of a flow says of the site that it leaves where it goes, and not that it goes on to itself', () => {
    const said = (split: boolean, id: string, from: string) => {
      const part = trace(shown(main, split), id)!.sites[from]!;
      return plain(
        traceSentence(
          main,
          id,
          main.sites.find((site) => site.id === from)!,
          part
        )
      );
    };
    expect(said(false, 'r04', 'mine-usa')).toMatch(
      /^72 % of what leaves mines in the United States goes on to separation in China,/
    );
    const way = shown(main, true).flows.find(({ from, to }) => from === 'sep-chn' && to === 'use-wind')!;
    expect(said(true, way.id, 'sep-chn')).toMatch(
      /^12 % of what leaves separation in China goes on to magnets in wind turbines,/
    );
    expect(said(true, way.id, 'mine-mmr')).toContain(
      'goes on to the flow from separation in China to magnets in wind turbines'
    );
  });

  test.each(EACH)('[F97] of each use of %s accounts for all of it, the largest first', (_id, lens) => {
    for (const use of lens.sites.filter(({ role }) => role === 'use')) {
      const trails = trailsOf(lens, use.id);
      const amounts = trails.map(({ part }) => part.amount);
      const all = siteTotals(lens, use.id).into;
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
      // What leaves the market may exceed what the sources say enters it by a rounding.
      expect(amounts.reduce((sum, amount) => sum + amount, 0) / all).toBeCloseTo(1, 2);
      expect(trails.map(({ to }) => to.id)).toEqual(trails.map(() => use.id));
    }
    expect(trailsOf(lens, 'sink-stock')).toEqual([]);
    expect(trailsOf(lens, 'nobody')).toEqual([]);
    expect(trailsOf(lens, marketOf(lens)!.id).length).toBeGreaterThan(2);
  });

  test('[F98] two lenses share a scale only if unit and material are the same', () => {
    const by = (id: string) => pack.lenses.find((lens) => lens.id === id)!;
    expect(notBeside(by('magnet-2024'), by('magnet-2025'))).toBeUndefined();
    expect(notBeside(by('magnet-2024'), by('total-2024'))).toBe('unit');
    expect(notBeside(main, { ...main, material: 'cerium' })).toBe('material');
  });
});
