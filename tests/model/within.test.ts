import { describe, expect, test } from 'vitest';
import type { Deal } from '../../src/model/deal.ts';
import { toldBy, toldByOthers, toldInWords } from '../../src/model/within.ts';

const deals = [
  { id: 'deal-a' },
  { id: 'deal-b', within: 'deal-a' },
  { id: 'deal-c', within: 'deal-b' },
  { id: 'deal-x', within: 'deal-y' },
  { id: 'deal-y', within: 'deal-x' }
] as unknown as Pick<Deal, 'id' | 'within'>[];
const told = (id: string | undefined, ...shown: string[]) => toldBy(id, deals, (one) => shown.includes(one));

describe('the deal under which another is told', () => {
  test('[D57] is itself where it is shown, else the nearest larger one that is, else none', () => {
    expect(told('deal-c', 'deal-c', 'deal-a')).toBe('deal-c');
    expect(told('deal-c', 'deal-a')).toBe('deal-a');
    expect(told('deal-c', 'deal-b', 'deal-a')).toBe('deal-b');
    expect(told('deal-c')).toBeUndefined();
    expect(told('CHN', 'deal-a')).toBeUndefined();
    expect(told(undefined, 'deal-a')).toBeUndefined();
  });

  test('[D113] names the company matters that have no line of their own, for the page and for the picture that leaves it', () => {
    const all = deals as Deal[];
    const without = toldByOthers(all, all, new Set(['deal-a', 'deal-x']));
    expect(without.map(({ id }) => id)).toEqual(['deal-b', 'deal-c', 'deal-y']);
    expect(toldByOthers(all, all, new Set())).toEqual([]);
    expect(toldInWords(2)).toBe('2 company matters without an arc: told in the larger deal.');
  });

  test('[D58] comes to an end where two deals each stand in the other', () => {
    expect(told('deal-x', 'deal-a')).toBeUndefined();
  });
});
