import { expect, test } from 'vitest';
import { amountInWords, amountOf } from '../../src/model/amount.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const { deals } = openPack(readSeeds(SEEDS));
const told = (id: string) => deals.find((deal) => deal.id === id)!.amounts.map(amountInWords);

test('[EX3] an amount says what it is of, and when where its words do not, in brackets', () => {
  expect(told('deal-usa-chn-busan')).toEqual([
    '12\u00a0Mt: soybeans, by the briefing until January (November and December 2025)',
    '25\u00a0Mt (contested): soybeans, as the briefing gives it (the next three years)',
    '25\u00a0Mt (contested): soybeans, as the White House gives it (each of 2026, 2027 and 2028)'
  ]);
  expect(told('deal-usa-aus-framework')[0]).toBe(
    'at least US$1\u00a0bn (contested): from each side within six months'
  );
  const quantity = { value: 1, unit: 'US$ bn', for: 'within six months' } as const;
  expect(amountOf({ what: 'from each side within six months', quantity })).toBe(
    'from each side within six months'
  );
});

test('[EX4] a sum that the compilers computed is marked as derived', () => {
  expect(told('deal-usa-jpn-projects')[1]).toBe('US$513.45\u00a0bn (derived): sum of the maxima in the list');
});
