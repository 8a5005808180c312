import { expect, test } from 'vitest';
import { siteRows } from '../../src/exchange/flowRows.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const publisher = (id: string) => pack.source(id).publisher;

test('[EX5] each place has a row with its tonnage, the share of its stage with the base, and its evidence', () => {
  const lens = pack.lenses.find(({ id }) => id === 'magnet-2024')!;
  const rows = siteRows(lens, lens.sites, publisher);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(lens.sites.map(({ id }) => id as string).toSorted());
  const row = (id: string) => rows.find((one) => one.id === id)!;
  expect(row('mine-chn')).toMatchObject({
    name: 'Mines in China',
    stage: 'Mined in',
    value: 45787,
    kind: 'observed',
    source: 'International Energy Agency'
  });
  expect(row('mine-chn').share!.of).toBe('all that is mined');
  expect(row('mine-chn').share!.share).toBeCloseTo(0.61, 2);
  expect(row('sep-chn').share!.share).toBeCloseTo(0.913, 3);
  expect(row('pool-world').share).toBeNull();
  const mined = rows.filter(({ stage }) => stage === 'Mined in').map(({ value }) => value);
  expect(mined).toEqual(mined.toSorted((a, b) => b - a));
});
