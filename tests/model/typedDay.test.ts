import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/model/format.ts';
import { clockDay, readDay, stepDay, stepMonth } from '../../src/model/typedDay.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a typed day', () => {
  test.each([
    '2025-10-15',
    ' 2025-10-15 ',
    '15 October 2025',
    '15 Oct 2025',
    '15 oct. 2025',
    'October 15, 2025',
    '15.10.2025',
    '15. 10. 2025',
    '15/10/2025',
    '10/15/2025',
    '2025/10/15'
  ])('[D318] "%s" is 15 October 2025', (text) => {
    expect(readDay(text)).toEqual({ day: '2025-10-15' });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['soon', 'unreadable'],
    ['15 Okt 2025', 'unreadable'],
    ['15 October', 'unreadable'],
    ['2025', 'unreadable'],
    ['5/11/2025', 'ambiguous'],
    ['31/11/2025', 'no such day'],
    ['13/13/2025', 'no such day'],
    ['2025/10-15', 'unreadable'],
    ['31 Nov 2025', 'no such day'],
    ['2025-02-29', 'no such day'],
    ['2025-13-01', 'no such day'],
    ['0 May 2025', 'no such day']
  ])('[D319] "%s" is refused as %s', (text, fault) => {
    expect(readDay(text)).toEqual({ fault });
  });

  test('[D319] "5/5/2025" is one day on both sides of the Atlantic', () => {
    expect(readDay('5/5/2025')).toEqual({ day: '2025-05-05' });
  });

  test('[D320] as the page writes it is read again, long and short', () => {
    fc.assert(
      fc.property(days, fc.boolean(), (day, short) => {
        expect(readDay(formatDay(day, short))).toEqual({ day });
      })
    );
  });

  test('[D321] of any text never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readDay(text)));
  });
});

describe('steps', () => {
  test('[D322] a day forth and back is where it began, over any month and year', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, by) => {
        expect(stepDay(stepDay(day, by), -by)).toBe(day);
      })
    );
    expect(stepDay('2025-12-31', 1)).toBe('2026-01-01');
  });

  test.each([
    ['2025-10-31', 1, '2025-11-30'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-05', -11, '2024-12-05'],
    ['2025-12-15', 1, '2026-01-15']
  ])('[D323] %s and %d months is %s', (day, by, to) => {
    expect(stepMonth(day, by)).toBe(to);
  });

  test('[D324] the clock’s day is the reader’s own, not that of Greenwich', () => {
    expect(clockDay(new Date(2026, 10, 23, 0, 1))).toBe('2026-11-23');
    expect(clockDay(new Date(2026, 10, 23, 23, 59))).toBe('2026-11-23');
  });
});
