import { describe, expect, test } from 'vitest';
import { flowPictures, LEAST } from '../../src/flow/folded.ts';
import { fullest } from '../../src/flow/margins.ts';
import { marketOf } from '../../src/model/way.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const EACH = pack.lenses.map((lens) => [lens.id, lens] as const);
const draw = (lens: (typeof pack.lenses)[number], width: number, split = false) =>
  flowPictures(lens, { width, height: 700 }, () => '0', { split });

describe('a folded picture', () => {
  test.each(EACH)(
    '[F112] of %s shows every site and flow, the refineries in both halves, on one scale',
    (_id, lens) => {
      expect(draw(lens, LEAST)).toHaveLength(1);
      for (const split of [false, true]) {
        const [upper, lower] = draw(lens, 360, split);
        const [whole] = draw(lens, 960, split);
        const ids = (bars: readonly { id: string }[]) => bars.map(({ id }) => id);
        expect(new Set(ids([...upper!.bars, ...lower!.bars]))).toEqual(new Set(ids(whole!.bars)));
        expect(new Set(ids([...upper!.ribbons, ...lower!.ribbons]))).toEqual(new Set(ids(whole!.ribbons)));
        const refined = lens.sites
          .filter((site) => site.stage === 'separation')
          .map((site) => site.id as string);
        expect(
          ids(upper!.bars)
            .filter((id) => ids(lower!.bars).includes(id))
            .sort()
        ).toEqual(refined.sort());
        expect(upper!.scale).toBe(lower!.scale);
        // Whoever sends past the fold is named on its other side.
        expect(upper!.passing.length).toBeGreaterThan(0);
        expect(lower!.passing.length).toBeGreaterThan(0);
        expect(upper!.passing.every((label) => label.lines[0]!.text.startsWith('→ '))).toBe(true);
      }
    }
  );

  test.each(EACH)(
    '[F113] of %s keeps bars and ribbons within its width, bars apart, and the market’s name on its bar',
    (_id, lens) => {
      for (const width of [320, 360, 420, 560])
        for (const picture of draw(lens, width)) {
          for (const bar of picture.bars) {
            expect(bar.x).toBeGreaterThanOrEqual(0);
            expect(bar.x + bar.width).toBeLessThanOrEqual(width);
          }
          const edges = [...new Set(picture.bars.map((bar) => bar.x))].sort((a, b) => a - b);
          edges.slice(1).forEach((x, i) => expect(x - edges[i]!).toBeGreaterThan(20));
          expect(picture.ribbons.every(({ path }) => !path.includes('NaN'))).toBe(true);
          const market = picture.bars.find((bar) => bar.id === marketOf(lens)!.id);
          if (market) expect(market.label).toMatchObject({ turned: true, anchor: 'start' });
        }
    }
  );

  test('[F114] knows how many sites the fullest column holds', () => {
    expect(fullest(pack.lenses.find((lens) => lens.id === 'magnet-2024')!)).toBe(6);
  });
});
