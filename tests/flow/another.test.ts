import { describe, expect, test } from 'vitest';
import { assumptions } from '../../src/flow/assumptions.ts';
import { nameOnPicture, rightMargin } from '../../src/flow/margins.ts';
import { flowPicture } from '../../src/flow/picture.ts';
import { NOTHING } from '../../src/flow/question.ts';
import {
  cameThrough,
  headline,
  headlineOfYears,
  siteSentence,
  splitSentence
} from '../../src/flow/sentence.ts';
import { shortened } from '../../src/model/format.ts';
import type { Lens } from '../../src/model/lens.ts';
import { tonnesInWords } from '../../src/model/quantity.ts';
import { waysOf } from '../../src/model/way.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const main = pack.lenses[0]!;
const place = (id: string) => pack.placeName(id);
/** The same flows of another material, smelted and not separated; the lens says nothing but the headings of its stages. */
const smelted: Lens = {
  ...main,
  title: 'EU copper, 2024',
  material: 'copper',
  unit: 't',
  notAlike: undefined,
  stages: main.stages.map(({ words: _words, ...stage }) =>
    stage.id === 'separation' ? { ...stage, heading: 'Smelted in (first step)' } : stage
  ),
  sites: main.sites.map((site) => ({
    ...site,
    full: site.full.replace('Separation', 'Smelters').replace(': separated supply', ': cathodes')
  }))
};
const withWords: Lens = {
  ...smelted,
  stages: smelted.stages.map((stage) =>
    stage.id === 'separation'
      ? { ...stage, words: { does: 'smelts', done: 'smelted', name: 'Smelting', site: 'smelter' } }
      : stage
  )
};
const all = (lens: Lens) =>
  [
    headline(lens, place),
    headlineOfYears(lens, { ...lens, year: 2025 }, place),
    assumptions(lens, NOTHING),
    ...lens.sites.flatMap((site) => [siteSentence(lens, site, site.name), cameThrough(lens, site.id)]),
    ...lens.flows.map(({ id }) => cameThrough(lens, id)),
    ...waysOf(lens).flatMap((way) => [splitSentence(lens, way), way.ground.assumption!])
  ].join('\n');

describe('names of any length', () => {
  const long = 'Aß🌍 '.repeat(48).trim();
  const lens: Lens = { ...main, sites: main.sites.map((site) => ({ ...site, name: long })) };

  test('[GT9] run across no picture: they end in "…" and leave the ribbons their room', () => {
    const { bars } = flowPicture(lens, { width: 1100, height: 700 }, () => '1');
    const written = bars.flatMap(({ label }) => label?.lines.map(({ text }) => text) ?? []);
    expect(Math.max(...written.map((text) => text.length))).toBeLessThanOrEqual(40);
    expect(written.filter((text) => text.endsWith('…')).length).toBeGreaterThan(5);
    expect(rightMargin(lens, lens.sites)).toBeLessThan(300);
    for (const { sentence } of bars) expect(sentence).toMatch(/\d.* t\b|tonnes/);
  });

  test('[GT9] of the shipped briefing are never cut, and a letter is never cut in half', () => {
    for (const { sites } of pack.lenses)
      for (const site of sites) expect(nameOnPicture(site)).toBe(site.name);
    expect(shortened('🌍🌍🌍🌍', 3)).toBe('🌍🌍…');
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('ab cd', 4)).toBe('ab…');
  });
});

describe('the flows of another briefing', () => {
  test('[GT3] nothing is said of a material that the lens does not say itself', () => {
    for (const lens of [smelted, withWords])
      expect(all(lens)).not.toMatch(/separat|rare|dysprosium|oxide|refiner|mined? \d|undefined/i);
    expect(all(smelted)).toContain('if all that reaches the market were mixed evenly');
  });

  test('[GT3] without words of its own a stage is named by its heading', () => {
    expect(headline(smelted, place)).toBe('China has, under “Smelted in”, 91 % of EU copper');
    const site = smelted.sites.find(({ id }) => id === 'sep-chn')!;
    expect(siteSentence(smelted, site, 'China')).toContain('91 % of all under “Smelted in”');
    expect(headline({ ...smelted, sites: [] }, place)).toBe('EU copper, from source to use');
  });

  test('[GT3] with words of its own a stage is spoken of in them', () => {
    expect(headline(withWords, place)).toBe('China smelts 91 % of EU copper');
    expect(cameThrough(withWords, 'sep-chn')).toBe('was smelted in China');
    expect(all(withWords)).toContain('if all that is smelted were mixed evenly');
    expect(all(withWords)).toContain('every use draws on every smelter');
  });

  test('[GT3] a unit says no more of what is weighed than the lens', () => {
    expect((['t metal', 't REO', 't'] as const).map(tonnesInWords)).toEqual([
      'tonnes of contained metal',
      'tonnes of rare-earth oxide',
      'tonnes'
    ]);
  });
});
