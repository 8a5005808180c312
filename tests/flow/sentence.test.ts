import { describe, expect, test } from 'vitest';
import { siteTotals } from '../../src/flow/figures.ts';
import { flowSentence, headline, siteSentence } from '../../src/flow/sentence.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const main = pack.lenses[0]!;
const all = pack.lenses.flatMap((lens) => [
  ...lens.sites.map((site) => siteSentence(lens, site)),
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

  test('[F71] each site of the main lens is said in prose', () => {
    expect(main.sites.map((site) => siteSentence(main, site))).toEqual([
      'Recycled scrap, stock draw and statistical difference: 16,791 tonnes; residual.',
      'Mines in China: 45,787 tonnes, 61 % of all that is mined; derived.',
      'Mines in Myanmar: 12,072 tonnes, 16 % of all that is mined; derived.',
      'Mines in the United States: 6,860 tonnes, 9 % of all that is mined; residual.',
      'Mines in Australia: 3,235 tonnes, 4 % of all that is mined; derived.',
      'Mines in the rest of the world: 7,145 tonnes, 10 % of all that is mined; residual.',
      'Separation in China: 73,757 tonnes, 91 % of all that is separated; observed; from mines in China, mines in Myanmar, recycled scrap, stock draw and statistical difference, mines in the United States and mines in the rest of the world.',
      'Separation in the United States: 961 tonnes, 1 % of all that is separated; observed; from mines in the United States.',
      'Separation in Malaysia: 3,625 tonnes, 4 % of all that is separated; observed; from mines in Australia and recycled scrap, stock draw and statistical difference.',
      'Separation in the rest of the world: 2,462 tonnes, 3 % of all that is separated; observed; from mines in the rest of the world.',
      'World market: 90,922 tonnes; derived; from separation in China, recycled scrap, stock draw and statistical difference, separation in Malaysia, separation in the rest of the world and separation in the United States.',
      'Magnets in the drive motors of electric vehicles: 8,359 tonnes, 9 % of all that is used; observed; from the world market.',
      'Magnets in wind turbines: 10,496 tonnes, 12 % of all that is used; observed; from the world market.',
      'Other magnets: electronics, industry, other vehicle motors, robots, defence: 72,067 tonnes, 79 % of all that is used; observed; from the world market.',
      'Stock, process loss and what no source reconciles: 968 tonnes; residual; from mines in the United States.'
    ]);
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
        expect(siteSentence(lens, site)).toContain(
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
