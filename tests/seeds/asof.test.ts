import { describe, expect, test } from 'vitest';
import { forceInWords, lineForce, stateOn } from '../../src/model/asof.ts';
import { beginInWords } from '../../src/model/begin.ts';
import { formatDay } from '../../src/model/format.ts';
import { rulesInWords } from '../../src/model/rules.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const on = (records: readonly { id: string; states: Parameters<typeof stateOn>[0] }[], day: string) =>
  Object.fromEntries(records.map(({ id, states }) => [id, stateOn(states, day).state]));
const chinese = pack.measures.filter((measure) => measure.place === 'CHN');
const american = pack.measures.filter((measure) => measure.place === 'USA');
const truce = pack.deals.find((deal) => deal.id === 'deal-usa-chn-busan')!;

describe('Chinese controls', () => {
  const OCTOBER = [
    'measure-2025-55',
    'measure-2025-56',
    'measure-2025-57',
    'measure-2025-58',
    'measure-2025-61-foreign',
    'measure-2025-61-reexport',
    'measure-2025-62'
  ];
  const APRIL = { 'measure-technology-catalogue-2023': 'in force', 'measure-2025-18': 'in force' };
  const all = (ids: readonly string[], state: string) => Object.fromEntries(ids.map((id) => [id, state]));
  const announced = { ...all(OCTOBER.slice(0, 5), 'announced'), ...all(OCTOBER.slice(5), 'in force') };

  test.each([
    ['2025-10-08', { ...APRIL, ...all(OCTOBER, 'not yet'), 'measure-2025-70': 'not yet', 'measure-2026-1': 'not yet' }],
    ['2025-10-15', { ...APRIL, ...announced, 'measure-2025-70': 'not yet', 'measure-2026-1': 'not yet' }],
    ['2025-11-05', { ...APRIL, ...announced, 'measure-2025-70': 'not yet', 'measure-2026-1': 'not yet' }],
    ['2025-12-01', { ...APRIL, ...all(OCTOBER, 'suspended'), 'measure-2025-70': 'in force', 'measure-2026-1': 'not yet' }],
    ['2026-11-10', { ...APRIL, ...all(OCTOBER, 'suspended'), 'measure-2025-70': 'in force', 'measure-2026-1': 'in force' }],
    ['2026-11-11', { ...APRIL, ...all(OCTOBER, 'not known'), 'measure-2025-70': 'not known', 'measure-2026-1': 'in force' }],
    ['2026-11-23', { ...APRIL, ...all(OCTOBER, 'not known'), 'measure-2025-70': 'not known', 'measure-2026-1': 'in force' }]
  ])('[D325] on %s', (day, states) => {
    expect(on(chinese, day)).toEqual(states);
  });

  test('[D326] after 10 November 2026 each names the second-hand report, and calls it that', () => {
    for (const { id, states } of chinese.filter((measure) => OCTOBER.includes(measure.id))) {
      const { entry } = stateOn(states, '2026-11-23');
      expect(entry?.note, id).toContain('No official text on what follows was read. A second-hand report names 10 January 2027.');
      expect(entry?.ground.sources).toContain('n12');
    }
    expect(pack.source('n12').readAs).toBe('second-hand');
  });

  test('[D327] the rule due on 1 December 2025 was never in force', () => {
    const rule = pack.measures.find((measure) => measure.id === 'measure-2025-61-foreign')!;
    expect(rule.states.map(({ state }) => state)).toEqual(['announced', 'suspended', 'not known']);
  });

  test('[S90] of the rules that the briefing starts on 1 December, the one on technologies applied before; the contradiction says so', () => {
    const claim = pack.claims.find(({ id }) => id === 'claim-s2p4-3')!;
    const applied = chinese.flatMap(({ id, states, number }) =>
      claim.measures.includes(id) && states[0]!.state === 'in force' ? [{ number: number!.match(/No\. \d+/)![0], from: states[0]!.from }] : []
    );
    expect(applied).toEqual([{ number: 'No. 62', from: '2025-10-09' }]);
    const contest = pack.contradictions.find(({ id }) => id === 'contest-december-rule')!;
    for (const { number, from } of applied) {
      const part = contest.decides!.split(/[.] (?=[A-Z][a-z])/).find((sentence) => sentence.includes(number))!;
      expect(part).toContain(`applied since ${formatDay(from).replace(/ \d{4}$/, '')}`);
    }
  });
});

describe('American measures', () => {
  test.each([
    ['2025-11-05', 'in force', 'in force', 'in force'],
    ['2025-12-01', 'in force', 'suspended', 'suspended'],
    ['2026-11-11', 'in force', 'not known', 'not known'],
    ['2026-11-23', 'in force', 'not known', 'not known']
  ])('[D328] on %s: the fentanyl tariff is %s, the affiliates rule %s, the ship measures %s', (day, tariff, affiliates, ships) => {
    expect(on(american, day)).toEqual({
      'measure-us-car-tariff-japan': 'in force',
      'measure-us-fentanyl-tariff': tariff,
      'measure-us-affiliates-rule': affiliates,
      'measure-us-section-301-ships': ships
    });
  });

  test('[D329] were not "not yet" on 15 October 2025: their first day is not known, but it lies before', () => {
    const early = on(american, '2025-10-15');
    expect(Object.entries(early).filter(([, state]) => state === 'not yet')).toEqual([]);
  });

  test('[D83] the three with an open beginning say so, and are "not known" before, which the headline tells', () => {
    const open = american.filter(({ states }) => states[0]!.firstDay);
    expect(open.map(({ id }) => id)).toEqual(['measure-us-fentanyl-tariff', 'measure-us-affiliates-rule', 'measure-us-section-301-ships']);
    for (const { states } of open) {
      expect(beginInWords(states[0]!)).toBe('since before 30 October 2025');
      expect(stateOn(states, '2025-10-15').state).toBe('not known');
    }
    expect(rulesInWords(pack.measures, '1900-01-01')).toMatch(
      /^On 1 January 1900, no control or rule is on record yet; of \d+ more no source says when they began$/
    );
    expect(rulesInWords(pack.measures, '2025-10-15')).toBe(
      'On 15 October 2025, 5 of 10 controls and rules known by then were in force; of 3 more no source says when they began'
    );
    expect(rulesInWords(pack.measures, '2025-11-05')).toBe(
      'On 5 November 2025, 8 of 13 controls and rules known by then were in force'
    );
    expect(rulesInWords(pack.measures, '2025-12-01')).toBe(
      'On 1 December 2025, 5 of 14 controls and rules known by then were in force, 9 suspended'
    );
    // Once the suspension has run out, no source says how the suspended ones stand.
    expect(rulesInWords(pack.measures, '2026-11-12')).toBe(
      'On 12 November 2026, 5 of 15 controls and rules known by then were in force; of 10 no source says'
    );
  });

  test('[D330] the fentanyl tariff falls from 20 to 10 % on 10 November 2025', () => {
    const tariff = american.find((measure) => measure.id === 'measure-us-fentanyl-tariff')!;
    expect([stateOn(tariff.states, '2025-11-09').entry?.note, stateOn(tariff.states, '2025-11-10').entry?.note]).toEqual([
      expect.stringContaining('At 20 %'),
      expect.stringContaining('At 10 %')
    ]);
  });
});

describe('deals', () => {
  test('[D331] on 15 October 2025 only the Japanese investment was there', () => {
    const there = Object.entries(on(pack.deals, '2025-10-15')).filter(([, state]) => state !== 'not yet');
    expect(there).toEqual([['deal-usa-jpn-investment', 'agreed']]);
  });

  test('[D332] on 5 November 2025', () => {
    expect(on(pack.deals, '2025-11-05')).toEqual({
      'deal-usa-jpn-minerals-framework': 'agreed',
      'deal-usa-jpn-investment': 'agreed',
      'deal-usa-jpn-projects': 'announced',
      'deal-usa-jpn-nuclear': 'announced',
      'deal-jpn-usa-mhi-toshiba': 'hoped',
      'deal-jpn-usa-lng': 'pledged',
      'deal-jpn-usa-alaska-lng': 'announced',
      'deal-jpn-usa-jera-haynesville': 'announced',
      'deal-jpn-usa-toyota': 'announced',
      'deal-jpn-usa-jogmec-realloys': 'signed',
      'deal-usa-chn-busan': 'agreed',
      'deal-usa-mys-mou': 'signed',
      'deal-usa-mys-trade': 'signed',
      'deal-usa-tha-mou': 'signed',
      'deal-usa-tha-trade': 'announced',
      'deal-usa-khm-trade': 'signed',
      'deal-usa-vnm-statement': 'announced',
      'deal-usa-aus-framework': 'signed',
      'deal-jpn-aus-lynas': 'announced',
      'deal-usa-bra-serra-verde': 'not yet',
      'deal-chn-jpn-dual-use': 'not yet',
      'deal-usa-jpn-action-plan': 'not yet'
    });
  });

  test('[D116] of the Japanese investment nothing is called signed or in force: the order and the tariff stand with a measure of their own, to which its events lead', () => {
    const investment = pack.deals.find((deal) => deal.id === 'deal-usa-jpn-investment')!;
    for (const day of ['2025-07-22', '2025-09-04', '2025-09-16', '2026-11-23'])
      expect(stateOn(investment.states, day).state).toBe('agreed');
    const tariff = american.find((measure) => measure.id === 'measure-us-car-tariff-japan')!;
    expect(['2025-09-04', '2025-09-16'].map((day) => stateOn(tariff.states, day).state)).toEqual(['announced', 'in force']);
    const between = pack.events.filter((event) => event.deals.includes(investment.id) && event.measures.includes(tariff.id));
    expect(between.map(({ when }) => when.from)).toEqual(['2025-09-04', '2025-09-16']);
  });

  test('[D333] no minerals framework or memorandum binds, on any day', () => {
    const soft = pack.deals.filter((deal) => deal.subject === 'minerals' && ['framework', 'memorandum'].includes(deal.instrument));
    expect(soft.length).toBeGreaterThan(3);
    for (const deal of soft)
      for (const day of ['2025-11-05', '2026-11-23']) expect(lineForce(deal, day), deal.id).not.toBe('in force');
  });

  test.each([
    ['2025-10-29', 'not yet', null],
    ['2025-11-05', 'agreed', 'not binding'],
    ['2025-12-01', 'in force', 'not binding'],
    ['2026-11-10', 'in force', 'not binding'],
    ['2026-11-11', 'not known', 'stopped'],
    ['2026-11-23', 'not known', 'stopped']
  ])('[D334] the truce of Busan on %s is "%s", drawn as %s', (day, state, force) => {
    expect([stateOn(truce.states, day).state, lineForce(truce, day)]).toEqual([state, force]);
  });

  test('[D335] the truce is told in words', () => {
    expect(forceInWords(truce, '2025-12-01')).toBe('statement, binding force not known; in force');
    expect(forceInWords(truce, '2026-11-23')).toBe('statement, binding force not known; not known');
  });

  test('[D336] what came after the briefing is marked so, and nothing else is', () => {
    const last = pack.briefing.when.to;
    const late = pack.events.filter((event) => event.when.to > last);
    expect(late.filter((event) => !event.after).map(({ id }) => id)).toEqual([]);
    expect(pack.events.filter((event) => event.after && event.when.to <= last).map(({ id }) => id)).toEqual([]);
    const begun = (states: readonly { from: string }[]) => states[0]!.from > last;
    expect(pack.deals.filter((deal) => (deal.after === true) !== begun(deal.states)).map(({ id }) => id)).toEqual([]);
    expect(pack.measures.filter((m) => m.after !== begun(m.states)).map(({ id }) => id)).toEqual([]);
    expect(pack.record.filter((entry) => entry.after).map(({ id }) => id)).toEqual(['e33', 'e34', 'e35', 'e36']);
  });
});

describe('what is told on a day', () => {
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const NAMED = new RegExp(`(\\S+) (?:(\\d{1,2}) )?(${MONTHS.join('|')})\\b(?: (\\d{4}))?`, 'g');
  /** The parts of a text that tell of a later day as if it had come; one that is due is introduced as such. */
  const ahead = (text: string, day: string) =>
    text.split(/[.;] /).filter((part) =>
      [...part.matchAll(NAMED)].some(([, before, date = '1', month, year = day.slice(0, 4)]) => {
        const named = [year, String(MONTHS.indexOf(month!) + 1).padStart(2, '0'), date.padStart(2, '0')].join('-');
        return named > day && !/^(from|to|until|by|names?)$/i.test(before!) && !/\b(due|would)\b/.test(part);
      })
    );
  const told = [
    ...[...pack.deals, ...pack.measures].flatMap(({ id, states, summary, ...rest }) => {
      const [first] = states;
      const ground = 'ground' in rest ? rest.ground.note : undefined;
      return [
        ...(first!.firstDay ? [] : [summary, ground].map((text) => ({ id, text, day: first!.knownFrom ?? first!.from }))),
        ...states.map(({ note, knownFrom, from }) => ({ id, text: note, day: knownFrom ?? from }))
      ];
    }),
    ...pack.events.flatMap(({ id, title, summary, when, knownFrom }) =>
      [title, summary].map((text) => ({ id, text, day: knownFrom ?? when.to }))
    )
  ];

  test('[D117] no text tells of a day that comes after the one on which it was known, save as due', () => {
    expect(told.flatMap(({ id, text, day }) => ahead(text ?? '', day).map((part) => `${id} on ${day}: ${part}`))).toEqual([]);
  });

  test.each([
    ['China suspended its controls on 7 November; the rest follows.', 1],
    ['Exporters hold licences since December 2025.', 1],
    ['To apply from 8 November 2025.', 0],
    ['Suspended before it would have applied on 1 December.', 0],
    ['It was signed on 3 November.', 0]
  ])('[D118] known on 4 November 2025, “%s” holds %i such part', (text, count) => {
    expect(ahead(text, '2025-11-04')).toHaveLength(count);
  });

  test('[D119] the American part of the truce is known from the fact sheet of 1 November on, wherever it stands', () => {
    const due = [...american, truce].flatMap(({ states }) => states.filter(({ from }) => from === '2025-11-10'));
    expect(pack.events.find(({ id }) => id === 'event-2025-11-10-us-steps')!.knownFrom).toBe('2025-11-01');
    // The rate of the tariff is known from its own order.
    expect(due.map(({ knownFrom }) => knownFrom)).toEqual(['2025-11-04', '2025-11-01', '2025-11-01', '2025-11-01']);
  });
});
