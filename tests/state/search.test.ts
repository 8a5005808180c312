import { expect, test } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { Search } from '../../src/state/search.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const search = new Search(openPack(readSeeds(SEEDS)));
const found = (query: string) => search.find(query, 50).map(({ entity }) => entity.id as string);

test('[SR1] a sum is found with and without the sign of its money', () => {
  expect(found('400')).toContain('claim-s1p1-8');
  expect(found('$400')).toEqual(found('400'));
  expect(found('US$400')).toContain('claim-s1p1-8');
});
