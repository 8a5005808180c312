import { expect, test } from 'vitest';
import { notNamed } from '../../src/model/deal.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const { deals } = openPack(readSeeds(SEEDS));

test('[D130] a deal that only the record names is not called untold where a paragraph speaks of it', () => {
  const added = deals.filter(({ named }) => named === 'record');
  const told = added.filter((deal) => deal.paragraphs.length > 0);
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThan(added.length);
  for (const deal of added)
    expect(notNamed(deal)).toBe(
      told.includes(deal) ? 'the briefing speaks of it in other words' : 'the briefing does not name it'
    );
});
