import { describe, expect, test } from 'vitest';
import { csv } from '../../src/exchange/csv.ts';
import { answerInWords, dealAnswer } from '../../src/model/dealAnswer.ts';
import { dealTable } from '../../src/model/dealTable.ts';
import { knownFrom } from '../../src/model/known.ts';
import { checkOf, groupDeals, mainMonth, siftDeals, SORTS, sortDeals } from '../../src/model/ledger.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const { deals } = pack;
const DAY = pack.briefing.asOf;
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const name = (id: string) => pack.placeName(id);
const WORDS = {
  place: name,
  paragraph: (id: string) => id,
  source: (id: string) => id,
  verdict: (deal: (typeof deals)[number]) => checkOf(deal, pack.record),
  edition: pack.briefing.edition
};

describe('the ledger', () => {
  test('[D301] without a choice holds every deal, and each choice holds by itself', () => {
    expect(siftDeals(deals, {}, DAY)).toHaveLength(deals.length);
    const some = siftDeals(deals, { subject: 'minerals', rare: 'yes' }, DAY);
    expect(some.length).toBeGreaterThan(0);
    expect(some.every((deal) => deal.subject === 'minerals' && deal.rareEarths === 'yes')).toBe(true);
  });

  test('[D302] sifts by state and force on the day, not by the last one', () => {
    const inForce = (day: string) => ids(siftDeals(deals, { state: 'in force' }, day));
    expect(inForce('2025-11-05')).not.toContain('deal-usa-chn-busan');
    expect(inForce('2025-12-01')).toContain('deal-usa-chn-busan');
    expect(inForce('2026-11-23')).not.toContain('deal-usa-chn-busan');
    expect(ids(siftDeals(deals, { force: 'not yet' }, DAY))).toContain('deal-usa-jpn-action-plan');
  });

  test('[D303] sifts by place, organisations included', () => {
    const japan = siftDeals(deals, { place: 'JPN' }, DAY);
    expect(japan.every((deal) => (deal.parties as string[]).includes('JPN'))).toBe(true);
    expect(japan.length).toBeGreaterThan(3);
  });

  test.each(SORTS)('[D304] sorted by %s and back again holds the same deals', (by) => {
    const up = sortDeals(deals, by, DAY, name);
    const down = sortDeals(deals, `-${by}`, DAY, name);
    expect(ids(up).toSorted()).toEqual(ids(deals).toSorted());
    expect(ids(down).toSorted()).toEqual(ids(up).toSorted());
  });

  test('[D305] binding deals come first when sorted by binding', () => {
    expect(sortDeals(deals, 'binding', DAY, name)[0]!.binding).toBe('yes');
  });

  test.each(['pair', 'subject', 'force', 'binding', 'rare', 'named', 'made'])(
    '[D15] grouped by %s holds each deal once',
    (by) => {
      const groups = groupDeals(deals, by, DAY);
      expect(groups.length).toBeGreaterThan(1);
      expect(groups.flatMap((group) => ids(group.deals)).toSorted()).toEqual(ids(deals).toSorted());
    }
  );

  test('[D16] as a table has as many cells in each row, amounts in three columns of their own, and a safe CSV', () => {
    const rows = dealTable(deals, DAY, WORDS);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[0]!.filter((head) => ['Pledged', 'Signed', 'Delivered'].includes(head))).toHaveLength(3);
    const pledged = rows[0]!.indexOf('Pledged');
    const japan = rows.find((row) => row.includes('deal-usa-jpn-investment'))!;
    expect(japan[pledged]).toMatch(/550.*contested.*\|.*400.*contested/);
    expect(csv([['=1+1', '-2', '-x', '"']])).toBe(`'=1+1,-2,'-x,""""\r\n`);
  });
});

describe('the table of deals for other programs', () => {
  const [head = [], ...rows] = dealTable(deals, DAY, WORDS);
  const cell = (id: string, column: string) => rows.find((row) => row.includes(id))![head.indexOf(column)];

  test('[D124] keeps the columns that were there, in their order, and adds its own behind them', () => {
    expect(head.slice(0, 3)).toEqual(['Deal', 'Official title', 'Between']);
    expect(head.indexOf('Id')).toBe(20);
    expect(new Set(head).size).toBe(head.length);
    expect(head.indexOf('Edition')).toBe(36);
  });

  test('[D124] gives amounts as numbers: both ends, unit and currency, several apart and in the order of their words', () => {
    const four = (id: string, kind: string) =>
      ['low', 'high', 'unit', 'currency'].map((part) => cell(id, `${kind}, ${part}`));
    expect(four('deal-jpn-usa-jera-haynesville', 'Signed')).toEqual(['1.5', '1.5', 'bn', 'USD']);
    expect(four('deal-jpn-usa-jera-haynesville', 'Pledged')).toEqual(['', '', '', '']);
    // "up to" leaves the lower end open, "at least" the upper, and "hundreds of millions" is no number.
    expect(four('deal-usa-jpn-nuclear', 'Pledged')).toEqual(['', '100', 'bn', 'USD']);
    expect(four('deal-usa-aus-framework', 'Pledged')).toEqual([
      '1 |  | 3 | 8.5 | 2.2',
      ' |  |  | 8.5 | 2.2',
      'bn | M | bn | bn | bn',
      'USD | USD | USD | USD | USD'
    ]);
    expect(four('deal-usa-chn-busan', 'Pledged')![2]).toBe('Mt | Mt | Mt');
  });

  test('[D131] keeps amounts apart that are equal as numbers: what each is of, for when, on what evidence, and whether it is contested', () => {
    const [low, of, time, contested, evidence] = ['low', 'of', 'for', 'contested', 'evidence'].map((part) =>
      cell('deal-usa-chn-busan', `Pledged, ${part}`)!.split(' | ')
    );
    expect(low!.filter((one) => one === '25')).toHaveLength(2);
    expect(new Set(low!.map((one, i) => `${one} ${of![i]} ${time![i]}`)).size).toBe(low!.length);
    expect(contested).toContain('yes');
    for (const list of [of, time, contested, evidence]) expect(list).toHaveLength(low!.length);
    expect(
      evidence!.every((one) => ['observed', 'stated', 'derived', 'estimated', 'residual'].includes(one))
    ).toBe(true);
  });

  test('[D124] names the edition and what the record says of each deal at worst', () => {
    expect(cell('deal-usa-chn-busan', 'Verdict of the record')).toBe('contradicted');
    for (const row of rows) expect(row[head.indexOf('Edition')]).toBe(pack.briefing.edition);
  });
});

describe('what the record says of a deal', () => {
  test('[D17] is the worst that it says of anything about it, and "not checked" where no entry speaks of it', () => {
    const of = (id: string) =>
      checkOf(
        deals.find((deal) => deal.id === id)!,
        pack.record
      );
    expect(of('deal-usa-jpn-minerals-framework')).toBe('confirmed');
    expect(of('deal-usa-chn-busan')).toBe('contradicted');
    expect(of('deal-jpn-usa-lng')).toBe('not checked');
  });
});

describe('the answer to the room', () => {
  test('[D306] is about the month in which most deals were made', () => {
    expect(mainMonth(deals)).toBe('2025-10');
  });

  test('[D307] counts each deal of the month once, by binding and by rare earths', () => {
    const answer = dealAnswer(deals, DAY)!;
    expect(Object.values(answer.binding).flat()).toHaveLength(answer.made.length);
    expect(Object.values(answer.rare).flat()).toHaveLength(answer.made.length);
    expect(answer.all.every((deal) => deal.kind === 'deal')).toBe(true);
  });

  test.each([
    ['2025-10-15', 'On 15 October 2025, none of the 18 deals of October 2025 had been made'],
    [
      '2025-11-05',
      'Of 18 deals of October 2025, 3 are marked as binding, none of them known to be in force on 5 November 2025'
    ],
    [
      '2025-10-26',
      'On 26 October 2025, 9 of the 18 deals of October 2025 had been made; 3 are marked as binding, none of them known to be in force'
    ]
  ])('[D308] on %s reads: %s', (day, text) => {
    expect(answerInWords(dealAnswer(deals, day)!, day)).toBe(text);
  });

  test('[S92] counts what is marked as binding and does not claim that its text says so: that of one purchase was not read', () => {
    const on = (day: string) => answerInWords(dealAnswer(deals, day)!, day);
    expect(on('2025-10-23')).toContain('; 1 is marked as binding, not known to be in force');
    expect(
      answerInWords(
        dealAnswer(
          deals.filter(({ binding }) => binding !== 'yes'),
          DAY
        )!,
        DAY
      )
    ).toMatch(/, none is marked as binding$/);
    const unread = deals.filter(
      ({ binding, bindingNote }) => binding === 'yes' && /text was not read/.test(bindingNote ?? '')
    );
    expect(ids(unread)).toEqual(['deal-jpn-usa-jera-haynesville']);
  });

  test('[D110] never says that a deal was not in force, only that it is not known to have been', () => {
    const binding = deals.filter((deal) => deal.kind === 'deal' && deal.binding === 'yes');
    const said = (list: readonly (typeof deals)[number][]) => answerInWords(dealAnswer(list, DAY)!, DAY);
    const live = { ...binding[0]!, states: [{ ...binding[0]!.states[0]!, state: 'in force' as const }] };
    expect(said([binding[0]!])).toContain('1 is marked as binding, not known to be in force on');
    expect(said([live])).toContain('1 is marked as binding, known to be in force on');
    expect(said([live, binding[1]!])).toContain('2 are marked as binding, 1 of them known to be in force on');
  });

  test('[D309] tells what was in force on 15 October, 1 December, and a year later', () => {
    const inForce = (day: string) => ids(dealAnswer(deals, day, pack.measures)!.inForce);
    expect(inForce('2025-10-15')).toEqual([]);
    expect(inForce('2025-12-01')).toEqual(['deal-usa-chn-busan']);
    // The ban on dual-use items is a measure, and is counted among the controls.
    expect(inForce('2026-11-23')).toEqual([]);
    expect(ids(dealAnswer(deals, '2026-11-23')!.inForce)).toContain('deal-chn-jpn-dual-use');
  });

  test('[D310] of no deals is no answer', () => {
    expect(dealAnswer([], DAY)).toBeNull();
  });
});

describe('what was known', () => {
  const from = (id: string) => knownFrom(pack.entity(id)!, DAY);
  test('[D311] a deal or control is known from its first state, places and sources always', () => {
    expect(from('deal-usa-chn-busan')).toBe('2025-10-30');
    expect(from('measure-2025-57')).toBe('2025-10-09');
    expect(from('JPN')).toBeNull();
    expect(from('measure-us-affiliates-rule'), 'an open beginning').toBeNull();
  });

  test('[D312] an imprecise event counts from its last day, but what the briefing tells was known on its day', () => {
    expect(from('event-2025-05-magnets')).toBe('2025-05-31');
    expect(from('event-2025-11-serra-verde')).toBe('2025-11-30');
    expect(from('event-2025-11-shares')).toBe(DAY);
  });

  test('[D313] nothing marked as after the briefing was known on its day', () => {
    const after = [...pack.events, ...pack.record].filter((record) => record.after);
    const announced = (record: object) => 'knownFrom' in record;
    expect(after.filter((record) => !announced(record) && (from(record.id) ?? '0') <= DAY)).toEqual([]);
    expect(from('event-2025-12-01-rule-due')).toBe('2025-10-09');
    expect(from('event-2026-11-10-suspension-ends')).toBe('2025-11-07');
    const during = [...pack.events, ...pack.record].filter((record) => !record.after);
    expect(during.filter(({ id }) => (from(id) ?? '0') > DAY)).toEqual([]);
  });
});
