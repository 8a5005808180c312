import { describe, expect, test } from 'vitest';
import { beginInWords, beginsOnADay, formatBegin, statesInWords } from '../../src/model/begin.ts';
import type { State } from '../../src/model/deal.ts';
import { dealTable } from '../../src/model/dealTable.ts';
import type { When } from '../../src/model/when.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const state = (from: string, more: Partial<State> = {}): State => ({
  state: 'agreed',
  from,
  ground: { kind: 'observed', sources: [] },
  ...more
});
const when = (precision: When['precision'], from: string, to = from): When => ({ from, to, precision });

describe('how the beginning of a state is said', () => {
  test.each<[State, When | undefined, string, string]>([
    [state('2025-04-04'), undefined, '4 Apr 2025', 'from 4 Apr 2025'],
    [state('2025-10-28'), when('day', '2025-10-28'), '28 Oct 2025', 'from 28 Oct 2025'],
    [state('2025-11-30'), when('month', '2025-11-01', '2025-11-30'), 'Nov 2025', 'in Nov 2025'],
    [state('2025-12-31'), when('year', '2025-01-01', '2025-12-31'), '2025', 'in 2025'],
    [state('2025-10-23'), when('by', '2025-10-23'), 'by 23 Oct 2025', 'by 23 Oct 2025'],
    [
      state('2025-10-23'),
      when('after', '2025-10-23', '2025-12-31'),
      'after 23 Oct 2025',
      'after 23 Oct 2025'
    ],
    [
      state('2025-10-28'),
      when('days', '2025-10-26', '2025-10-28'),
      '26–28 Oct 2025',
      'within 26–28 Oct 2025'
    ],
    [
      state('2025-10-30', { firstDay: 'not known' }),
      undefined,
      'before 30 Oct 2025',
      'since before 30 Oct 2025'
    ]
  ])('[M31] %o of a deal of %o', (begun, of, alone, after) => {
    expect([formatBegin(begun, of, true), beginInWords(begun, of, true)]).toEqual([alone, after]);
  });

  test('[M32] a later state of such a deal has a day of its own', () => {
    const month = when('month', '2025-11-01', '2025-11-30');
    expect(beginInWords(state('2026-01-15'), month)).toBe('from 15 January 2026');
    expect([state('2026-01-15'), state('2025-11-30')].map((one) => beginsOnADay(one, month))).toEqual([
      true,
      false
    ]);
  });

  test('[M33] no deal of the edition is said to begin on the last day of its month', () => {
    const told = (id: string) => {
      const deal = pack.deals.find((one) => one.id === id)!;
      return statesInWords(deal.states, deal.when);
    };
    expect(told('deal-usa-bra-serra-verde')).toBe('agreed in November 2025');
    expect(told('deal-jpn-aus-lynas')).toBe('announced in October 2025');
    expect(told('deal-jpn-usa-jogmec-realloys')).toBe('signed by 23 October 2025');
  });

  test('[M34] the table to save gives a day where there is one, and else what the source gives', () => {
    const say = (id: string) => id;
    const words = { place: say, paragraph: say, source: say, verdict: () => '', edition: '' };
    const [head = [], ...rows] = dealTable(pack.deals, '2025-12-01', words);
    const column = (name: string) =>
      Object.fromEntries(rows.map((row) => [row[head.indexOf('Id')], row[head.indexOf(name)]]));
    expect(column('State since')).toMatchObject({
      'deal-usa-chn-busan': '2025-11-10',
      'deal-usa-bra-serra-verde': 'Nov 2025',
      'deal-jpn-aus-lynas': 'Oct 2025',
      'deal-jpn-usa-jogmec-realloys': 'by 23 Oct 2025',
      'deal-usa-jpn-action-plan': ''
    });
    // [D125] The same as days that a program can sort by, no more precise than the source.
    const [from, to] = ['first', 'last'].map((end) => column(`State since, ${end} day`));
    const span = (id: string) => [from![id], to![id]];
    expect(span('deal-usa-chn-busan')).toEqual(['2025-11-10', '2025-11-10']);
    expect(span('deal-usa-bra-serra-verde')).toEqual(['2025-11-01', '2025-11-30']);
    expect(span('deal-jpn-usa-jogmec-realloys')).toEqual(['', '2025-10-23']);
    expect(span('deal-usa-jpn-action-plan')).toEqual(['', '']);
  });
});
