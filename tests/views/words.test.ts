import { expect, test } from 'vitest';
import { alsoMeasure } from '../../src/model/dealAnswer.ts';
import { openPack } from '../../src/pack/pack.ts';
import { chosenTitle } from '../../src/views/deals/words.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const [deal, measure] = (['deal', 'measure'] as const).map((kind) =>
  pack.deals.find((one) => one.kind === kind)!
);

test('[D90] the headline of a choice begins with a capital, counts measures of one side apart, and says nothing of now', () => {
  const title = (sift: Parameters<typeof chosenTitle>[0], found: Parameters<typeof chosenTitle>[2]) =>
    chosenTitle(sift, (id) => pack.entity(id)?.title ?? id, found, '2025-11-05');
  expect(title({ subject: 'nuclear' }, { deals: [deal!, deal!] })).toBe(
    'Nuclear: 2 deals on 5 November 2025'
  );
  expect(
    title(
      { state: 'in force' },
      { deals: [deal!, measure!], measures: [...pack.measures.slice(0, 8)], events: [] }
    )
  ).toBe('In force: 1 deal, 1 measure and 8 controls and rules on 5 November 2025');
  expect(title({ state: 'in force' }, { deals: [deal!], events: pack.events.slice(0, 2) })).toBe(
    'In force: 1 deal and 2 events about them on 5 November 2025'
  );
  const twice = pack.deals.filter((one) => alsoMeasure(one, pack.measures));
  expect(twice.length).toBeGreaterThan(0);
  expect(title({ state: 'in force' }, { deals: twice, measures: pack.measures })).not.toContain('1 measure');
  expect(title({ state: 'not yet', rare: 'in part' }, { deals: [] })).toBe(
    'Not yet made; in part about rare earths: no deal on 5 November 2025'
  );
});
