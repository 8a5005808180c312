import { describe, expect, test } from 'vitest';
import {
  counted,
  formatDay,
  formatNumber,
  formatQuantity,
  formatShare,
  formatWhen,
  listed,
  shortUnit,
  someOf
} from '../../src/model/format.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import type { When } from '../../src/model/when.ts';

/** Narrow and no-break spaces made plain, so that expectations can be read. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');
const when = (precision: When['precision'], from: string, to = from, as?: string): When =>
  as === undefined ? { precision, from, to } : { precision, from, to, as };

describe('numbers', () => {
  test.each([
    [73757, '73 757'],
    [1000, '1 000'],
    [999, '999'],
    [999.999, '1 000'],
    [1234567.891, '1 234 567.89'],
    [513.45, '513.45'],
    [92.7, '92.7'],
    [11, '11'],
    [0, '0'],
    [-1200, '−1 200'],
    [-0.001, '0']
  ])('[M1] %d reads %s', (value, text) => {
    expect(plain(formatNumber(value))).toBe(text);
  });

  test('[M1] groups by a narrow space that does not break', () => {
    expect(formatNumber(73757)).toBe('73\u202f757');
  });

  test('[M2] keeps to the decimals it is given', () => {
    expect([formatNumber(2.5, 0), formatNumber(3.14159, 3)]).toEqual(['3', '3.142']);
  });

  test.each([
    [0, '0 %'],
    [0.001, 'under 1 %'],
    [0.005, '1 %'],
    [0.913, '91 %'],
    [0.995, '100 %'],
    [0.9951, 'over 99 %'],
    [1, '100 %']
  ])('[M3] a share of %d reads %s', (share, text) => {
    expect(plain(formatShare(share))).toBe(text);
  });
  test('[M3] a share that is not all of it never reads as all of it, and one that is something never as nothing', () => {
    for (let share = 0.0005; share < 1; share += 0.0005) {
      expect(plain(formatShare(share))).not.toBe('0 %');
      expect(plain(formatShare(share)), String(share)).not.toBe('100 %');
    }
  });

  test('[M4] what is weighed stays out of the short unit', () => {
    expect([shortUnit('t metal'), shortUnit('t REO'), shortUnit('%'), shortUnit('t')]).toEqual([
      't',
      't',
      '%',
      't'
    ]);
  });
});

describe('quantities', () => {
  test.each<[Quantity, string]>([
    [{ value: 400, unit: 'US$ bn', qualifier: 'up to' }, 'up to US$400 bn'],
    [{ value: 465, unit: 'US$ M' }, 'US$465 M'],
    [{ value: 8.5, unit: 'US$ bn' }, 'US$8.5 bn'],
    [{ value: 700, high: 1000, unit: 'US$/kg' }, '700–1 000 US$/kg'],
    [{ value: 84, high: 85, unit: '%' }, '84–85 %'],
    [{ value: 73757, unit: 't metal' }, '73 757 t metal'],
    [{ value: 30, unit: '%', qualifier: 'almost' }, 'almost 30 %'],
    [{ value: 20, unit: 'companies', qualifier: 'some' }, 'some 20 companies'],
    [{ value: 1, unit: 'years' }, '1 year'],
    [{ value: 1, high: 2, unit: 'years' }, '1–2 years'],
    [{ value: 2, unit: 'years' }, '2 years'],
    [{ value: 1, unit: 'US$ bn', qualifier: 'at least' }, 'at least US$1 bn']
  ])('[M5] %j reads %s', (quantity, text) => {
    expect(plain(formatQuantity(quantity))).toBe(text);
  });

  test.each<[Quantity, string]>([
    [{ value: 12, unit: 'technologies', qualifier: 'dozens' }, 'dozens of technologies'],
    [{ value: 100, unit: 'US$ M', qualifier: 'hundreds of millions' }, 'hundreds of millions of US$'],
    [{ value: 100, unit: 'US$ bn/yr', qualifier: 'hundreds of millions' }, 'hundreds of millions of US$/yr']
  ])('[M6] a hedge that is a word for a number is shown as the word: %j', (quantity, text) => {
    expect(formatQuantity(quantity)).toBe(text);
  });
});

describe('days', () => {
  test('[M7] a day is written out, its month cut when short', () => {
    expect([formatDay('2025-10-08'), formatDay('2025-10-08', true)]).toEqual([
      '8 October 2025',
      '8 Oct 2025'
    ]);
  });

  test.each<[When, string, string]>([
    [when('day', '2025-10-28'), '28 October 2025', '28 Oct 2025'],
    [when('month', '2025-10-01', '2025-10-31'), 'October 2025', 'Oct 2025'],
    [when('year', '2025-01-01', '2025-12-31'), '2025', '2025'],
    [when('by', '2025-10-23'), 'by 23 October 2025', 'by 23 Oct 2025'],
    [when('by', '2025-10-31', '2025-11-06'), 'by 6 November 2025', 'by 6 Nov 2025'],
    [when('after', '2025-11-10', '2025-12-31'), 'after 10 November 2025', 'after 10 Nov 2025'],
    [when('days', '2025-10-31', '2025-11-06'), '31 October to 6 November 2025', '31 Oct to 6 Nov 2025'],
    [when('days', '2025-10-26', '2025-10-28'), '26–28 October 2025', '26–28 Oct 2025'],
    [
      when('days', '2025-12-30', '2026-01-02'),
      '30 December 2025 to 2 January 2026',
      '30 Dec 2025 to 2 Jan 2026'
    ],
    [when('days', '2025-10-28', '2025-10-28'), '28 October 2025', '28 Oct 2025'],
    [when('about', '2025-10-01', '2025-10-10', 'early October'), 'early October 2025', 'early October 2025'],
    [
      when('about', '2025-10-01', '2025-10-10', 'early October 2025'),
      'early October 2025',
      'early October 2025'
    ],
    [when('about', '2025-10-05', '2025-10-10'), 'about 5 October 2025', 'about 5 Oct 2025']
  ])('[M8] no time is more precise than its source: %j', (time, long, short) => {
    expect([formatWhen(time), formatWhen(time, true)]).toEqual([long, short]);
  });
});

describe('words', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c']
  ])('[M9] %j in a row is "%s"', (items, text) => {
    expect(listed(items)).toBe(text);
  });

  test('[M10] counts agree with their noun', () => {
    expect([
      counted(0, 'deal'),
      counted(1, 'deal'),
      plain(counted(1200, 'deal')),
      counted(2, 'entry', 'entries')
    ]).toEqual(['0 deals', '1 deal', '1 200 deals', '2 entries']);
  });

  test('[M35] of many things a few are named, each once', () => {
    expect([someOf([], '; '), someOf(['a', 'b', 'a'], '; '), someOf(['a', 'b', 'c', 'b'], '; ', 1)]).toEqual([
      '',
      'a; b',
      'a; and 2 more'
    ]);
  });
});
