import { describe, expect, test } from 'vitest';
import { GONE, put, said, seeds, type Json } from './seeds.ts';

const raw = seeds();
type Rec = Record<string, Json>;
const list = (table: string) => raw[table] as Rec[];
const where = (table: string, fits: (record: Rec) => boolean) => `${table}[${list(table).findIndex(fits)}]`;
const later = where('events', ({ after, when }) => after === true && (when as Rec).precision === 'day');
const before = where('events', ({ after }) => after === false);
const made = where('deals', ({ after }) => after === undefined);
const makes = where('deals', ({ after, when }) => after === true && (when as Rec).precision === 'day');
const read = where('sources', ({ id, readAs }) => id !== 'briefing' && readAs === 'full text');
const money = where('cards', ({ quantity }) => /^US/.test(String((quantity as Rec).unit)));
const weighed = where('deals', ({ amounts }) => (amounts as Rec[]).length > 0);

/** What the gate says once a value is put in the place of another, the path left out. */
const saidOf = (path: string, value: Json | typeof GONE): string[] => {
  const broken = seeds();
  put(broken, path, value);
  return said(broken);
};

describe('the gate', () => {
  test.each<[string, string, Json | typeof GONE, string]>([
    [
      'a day to open on years off',
      'briefing.asOf',
      '2019-01-01',
      'far from the day of the briefing: "2019-01-01" (it is of '
    ],
    [
      'one two months late',
      'briefing.asOf',
      '2026-01-07',
      'far from the day of the briefing: "2026-01-07" (it is of '
    ],
    ['a later event that is not marked', `${later}.after`, false, 'contradicts its day: false (it is of '],
    ['an event before, marked as later', `${before}.after`, true, 'contradicts its day: true (it is of '],
    ['a later deal that is not marked', `${makes}.after`, GONE, 'contradicts its day: nothing (it is of '],
    ['a deal before, marked as later', `${made}.after`, true, 'contradicts its day: true (it is of '],
    ['a measure before, marked as later', 'measures[0].after', true, 'contradicts its day: true (it is of '],
    ['an empty title', 'deals[0].title', '', 'blank: "" (write it, or take the record away)'],
    [
      'a blank title of the briefing',
      'briefing.title',
      ' ',
      'blank: " " (write it, or take the record away)'
    ],
    ['an empty summary', 'events[0].summary', '', 'blank: "" (write it, or take the record away)'],
    ['an empty publisher', 'sources[1].publisher', '', 'blank: "" (write it, or take the record away)'],
    ['an empty licence', 'sources[1].licence', '', 'blank: "" (write it, or take the record away)'],
    [
      'a source without an address',
      `${read}.address`,
      GONE,
      'source that nobody can find, its address is nothing (give '
    ],
    [
      'a month that is none',
      'sources[1].date',
      '2025-13-40',
      'no day of the calendar: "2025-13-40" (correct it'
    ],
    [
      'a day that is none',
      'sources[1].date',
      'retrieved 2025-02-30',
      'no day of the calendar: "2025-02-30" (correct it'
    ],
    ['negative money', `${money}.quantity.value`, -5, 'US$'],
    ['a negative amount of a deal', `${weighed}.amounts[0].quantity.value`, -1, 'below zero: -1 ('],
    ['a share above all', 'lenses[0].shares[0].quantity.value', 101, 'share outside 0 to 100 %: 101 ('],
    [
      'an atomic number of none',
      'elements[0].z',
      0,
      'not allowed here: 0 (expected an atomic number from 1 on)'
    ],
    ['an empty id of the series', 'briefing.id', '', 'not allowed here: "" (expected an id in lower case'],
    [
      'a section in capitals',
      'briefing.sections[4].id',
      'S3',
      'not allowed here: "S3" (expected an id in lower case'
    ],
    ['an empty edition', 'briefing.edition', '', 'not allowed here: "" (expected a name of the edition)']
  ])('[GT7] names %s', (_name, path, value, sentence) => {
    const lines = saidOf(path, value).filter((text) => text.startsWith(path.replace(/\.value$/, '')));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(sentence);
  });

  test.each([
    ['the last day of the briefing', 'briefing.asOf', (raw.briefing as { when: { to: string } }).when.to],
    ['a year', 'sources[1].date', '2025'],
    ['years', 'sources[1].date', '2018-2024'],
    ['a month', 'sources[1].date', '2025-02 to 2025-03'],
    ['words', 'sources[1].date', 'no date']
  ])('[GT7] lets %s pass', (_name, path, value) => {
    expect(saidOf(path, value)).toEqual([]);
  });
});
