import { describe, expect, test } from 'vitest';
import { flowPicture } from '../../src/flow/picture.ts';
import { siteTotals } from '../../src/flow/figures.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const tones = new Map(pack.places.map((place) => [place.id as string, place.tone]));
const hue = (place: string | undefined) => String((place && tones.get(place)) || 0);
const size = { width: 960, height: 620 };
const EACH = pack.lenses.map((lens) => [lens.id, lens] as const);

describe('the picture of a lens', () => {
  test.each(EACH)('[F60] %s is the same each time, whatever was drawn before', (_id, lens) => {
    const before = flowPicture(lens, size, hue);
    pack.lenses.forEach((other) => flowPicture(other, { width: 700, height: 500 }, hue));
    expect(flowPicture(lens, size, hue)).toEqual(before);
  });

  test.each(EACH)('[F61] %s draws every flow and every site', (_id, lens) => {
    const picture = flowPicture(lens, size, hue);
    expect(picture.omitted).toEqual([]);
    expect(picture.ribbons.map(({ id }) => id).sort()).toEqual(
      lens.flows.map(({ id }) => id as string).sort()
    );
    expect(picture.bars).toHaveLength(lens.sites.length);
  });

  test.each(EACH)(
    '[F164] under a scenario no bar of %s claims a share or a kind of the old whole',
    (_id, lens) => {
      const after = Object.fromEntries(lens.flows.map((flow, i) => [flow.id, i ? flow.value : 0]));
      const { bars } = flowPicture(lens, size, hue, { after });
      for (const { sentence } of bars) {
        expect(sentence).toMatch(/; in this scenario, if nobody adapts(; from .+)?\.$/);
        expect(sentence).not.toMatch(/% of/);
      }
      expect(bars.filter(({ sentence }) => sentence.includes('% less'))).not.toEqual([]);
    }
  );

  test.each([
    ['a wide low wall', { width: 736, height: 290 }],
    ['a wall', { width: 820, height: 290 }],
    ['a desk with a dossier', { width: 620, height: 440 }],
    ['a desk', { width: 945, height: 460 }]
  ])('[F162] on %s every site of the main lens has its amount beside its name', (_where, room) => {
    const { bars } = flowPicture(pack.lenses[0]!, room, hue);
    expect(bars.filter(({ label }) => label.lines.length < 2).map(({ id }) => id)).toEqual([]);
  });

  test('[F163] in a low room no thin bar has its label struck through by its own ribbon', () => {
    for (const height of [275, 285, 295, 320, 360, 420]) {
      const { bars } = flowPicture(pack.lenses[0]!, { width: 735, height }, hue);
      const struck = bars.filter(
        ({ y, height: tall, label }) =>
          label.over &&
          tall < 9 &&
          label.lines.some((line) => y + tall / 2 > line.y - 11 && y + tall / 2 < line.y + 1)
      );
      expect(
        struck.map(({ id }) => id),
        `${height} px`
      ).toEqual([]);
    }
  });

  test.each(EACH)('[F62] %s: bars and ribbons have one scale', (_id, lens) => {
    const { bars, ribbons } = flowPicture(lens, size, hue);
    const scale = bars[0]!.height / siteTotals(lens, bars[0]!.id).through;
    for (const bar of bars)
      expect(bar.height).toBeCloseTo(Math.max(siteTotals(lens, bar.id).through * scale, 1), 6);
    for (const ribbon of ribbons)
      expect(ribbon.width).toBeCloseTo(lens.flows.find(({ id }) => id === ribbon.id)!.value * scale, 6);
  });

  test.each(EACH)(
    '[F63] %s has a heading for every stage (the market’s is left out where the next begins within 108 px), none over another',
    (_id, lens) => {
      for (const width of [600, 780, 960]) {
        const { headings, bars } = flowPicture(lens, { width, height: 620 }, hue);
        const at = (column: number) => bars.find((bar) => bar.column === column)!.x;
        const market = lens.stages.find((stage) => stage.id === 'market')!.column;
        expect(headings).toHaveLength(lens.stages.length - (at(market + 1) - at(market) < 108 ? 1 : 0));
        const top = headings.filter(({ y }) => y === 14).sort((a, b) => a.x0 - b.x0);
        top
          .slice(1)
          .forEach((heading, i) =>
            expect(heading.x0, `${width}: ${heading.text}`).toBeGreaterThanOrEqual(top[i]!.x1)
          );
      }
    }
  );

  test('[F64] says of each ribbon on what evidence it stands', () => {
    const { ribbons } = flowPicture(pack.lenses[0]!, size, hue);
    for (const ribbon of ribbons)
      expect(ribbon.sentence).toMatch(new RegExp(`^From .+ to .+: [\\d,]+ tonnes; ${ribbon.kind}\\.$`));
  });

  test('[F65] keeps a place in one hue at every stage', () => {
    const { bars } = flowPicture(pack.lenses[0]!, size, hue);
    const hues = new Set(bars.filter(({ id }) => id.endsWith('-chn')).map((bar) => bar.hue));
    expect([...hues]).toEqual(['1']);
  });

  test('[F66] writes nothing but numbers into its paths', () => {
    for (const lens of pack.lenses)
      for (const { path } of flowPicture(lens, size, hue).ribbons)
        expect(path).toMatch(/^[MLHVCQZz\d\s,.-]+$/);
  });
});
