import { describe, expect, test } from 'vitest';
import { siteTotals } from '../../src/flow/figures.ts';
import { flowPicture } from '../../src/flow/picture.ts';
import { flowSentence, headline, siteSentence } from '../../src/flow/sentence.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const main = pack.lenses[0]!;
const sized = { width: 1100, height: 700 };
/** Every site of a lens as it is read beside its bar, the digits grouped by plain spaces. */
const told = (lens: (typeof pack.lenses)[number]) =>
  flowPicture(lens, sized, () => '1').bars.map(({ sentence }) => sentence.replace(/\s/g, ' '));
/** The same where the label has the name alone. */
const bare = (lens: (typeof pack.lenses)[number]) =>
  lens.sites.map((site) => siteSentence(lens, site, site.name));
const all = pack.lenses.flatMap((lens) => [
  ...bare(lens),
  ...lens.flows.map((flow) => flowSentence(lens, flow))
]);

describe('sentences', () => {
  test('[F70] the headline says who separates most, and how much of the mining that place has', () => {
    expect(pack.lenses.map((lens) => headline(lens, (id) => pack.placeName(id)))).toEqual([
      'China separates 91 % of magnet rare earths, and mines 61 %',
      'China separates 83 % of magnet rare earths, and mines 58 %',
      'China separates 94 % of all rare earths, and mines 70 %',
      'China separates 92 % of all rare earths, and mines 69 %'
    ]);
  });

  test('[F71] each site of the main lens is said in prose, beginning with its label', () => {
    expect(told(main)).toEqual([
      'Other places 7 145 t · 10 % of all that is mined; derived.',
      'China 45 787 t · 61 % of all that is mined; observed.',
      'Myanmar 12 072 t · 16 % of all that is mined; observed.',
      'United States 6 860 t · 9 % of all that is mined; observed.',
      'Australia 3 235 t · 4 % of all that is mined; observed.',
      'Scrap, stock draw 16 791 t; residual.',
      'Other places 2 462 t · 3 % of all that is separated; observed; from mines in the rest of the world.',
      'China 73 757 t · 91 % of all that is separated; observed; from mines in China, mines in Myanmar, recycled scrap, stock draw and statistical difference, mines in the United States and mines in the rest of the world.',
      'United States 961 t · 1 % of all that is separated; observed; from mines in the United States.',
      'Malaysia 3 625 t · 4 % of all that is separated; observed; from mines in Australia and recycled scrap, stock draw and statistical difference.',
      'World market 90 922 t; derived; from separation in China, recycled scrap, stock draw and statistical difference, separation in Malaysia, separation in the rest of the world and separation in the United States.',
      'EV drive motors 8 359 t · 9 % of all that is used; observed; from the world market.',
      'Wind turbines 10 496 t · 12 % of all that is used; observed; from the world market.',
      'Other magnets 72 067 t · 79 % of all that is used; observed; from the world market.',
      'Stock, loss 968 t; residual; from mines in the United States.'
    ]);
  });

  test('[F76] a label without an amount is followed by it, and one that tells a loss by no share of the old whole', () => {
    const site = main.sites.find((one) => one.stage === 'mine' && one.place === 'CHN')!;
    expect(siteSentence(main, site, 'China')).toBe(
      'China: 45,787 tonnes, 61 % of all that is mined; observed.'
    );
    expect(siteSentence(main, site, 'China 45 787 t')).toBe(
      'China 45 787 t, 61 % of all that is mined; observed.'
    );
    expect(siteSentence(main, site, 'China 39 835 t · 13 % less', 0.87)).toBe(
      'China 39 835 t · 13 % less; in this scenario, if nobody adapts.'
    );
    expect(siteSentence(main, site, 'China', 0.5)).toBe(
      'China: 22,894 tonnes; in this scenario, if nobody adapts.'
    );
  });

  test('[F72] nothing is said twice in one of them', () => {
    expect(
      all.filter((text) => /\b(mined?s?|separation|world market)(?: in)?:? \1\b|mined in: mines/i.test(text))
    ).toEqual([]);
  });

  test('[F73] each begins with a capital, has its amount after a colon, and ends in a full stop', () => {
    expect(all.filter((text) => !/^[A-Z].+: [\d,]+ tonnes?[,;].+\.$/.test(text))).toEqual([]);
  });

  test('[F74] each says its own amount and its own evidence', () => {
    for (const lens of pack.lenses) {
      for (const site of lens.sites)
        expect(siteSentence(lens, site, site.name)).toContain(
          ` ${Math.round(siteTotals(lens, site.id).through).toLocaleString('en-GB')} tonnes`
        );
      for (const flow of lens.flows)
        expect(flowSentence(lens, flow)).toMatch(
          new RegExp(` ${Math.round(flow.value).toLocaleString('en-GB')} tonnes; ${flow.ground.kind}`)
        );
    }
  });

  test('[F75] a share that is something is never said to be nothing', () => {
    expect(all.filter((text) => / 0 %/.test(text))).toEqual([]);
  });
});
