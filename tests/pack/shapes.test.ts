import { describe, expect, test } from 'vitest';
import { line } from '../../src/pack/fault.ts';
import { readTables } from '../../src/pack/tables.ts';
import { at, GONE, put, seeds, type Json } from './seeds.ts';

/** What the shapes say of one table of the seeds after one member was replaced. */
function saidOf(path: string, value: Json | typeof GONE): string[] {
  const table = path.split(/[.[]/)[0]!;
  const raw = { [table]: structuredClone(REAL[table]!) };
  put(raw, path, value);
  return readTables(raw)
    .faults.map(line)
    .filter((text) => !/^\w+: missing table/.test(text));
}
const REAL = seeds();

/** Every sort of member of the real seeds, by its path with the numbers left out, and where it first stands. */
function members(): [pattern: string, path: string][] {
  const found = new Map<string, string>();
  const walk = (value: Json, path: string) => {
    const pattern = path.replace(/\[\d+\]/g, '[]');
    if (path.includes('.') && !found.has(pattern)) found.set(pattern, path);
    if (Array.isArray(value)) value.forEach((item, i) => walk(item, `${path}[${i}]`));
    else if (value !== null && typeof value === 'object')
      for (const [name, item] of Object.entries(value)) walk(item, path ? `${path}.${name}` : name);
  };
  walk(REAL, '');
  return [...found];
}
const MEMBERS = members();
/** Records whose members are ids. */
const MAPS = /^briefing\.aliases$|\.capacity$/;
const isRecord = (value: Json) => value !== null && typeof value === 'object' && !Array.isArray(value);
const RECORDS = [
  ...Object.keys(REAL).map((name) => (Array.isArray(REAL[name]) ? `${name}[0]` : name)),
  ...MEMBERS.map(([, path]) => path).filter((path) => isRecord(at(REAL, path)) && !MAPS.test(path))
];

/** Members that may be left out, those of grounds, quantities, days and states named once for all the records that hold them. */
const OPTIONAL = [
  'briefing.judgements.shows',
  'briefing.unmarked',
  'cards.short',
  'claims.speaker',
  'claims.when',
  'contradictions.decides',
  'contradictions.readings.apart',
  'contradictions.readings.claim',
  'contradictions.readings.quantity',
  'contradictions.readings.record',
  'deals.after',
  'deals.amounts.contested',
  'deals.bindingNote',
  'deals.flow',
  'deals.officialTitle',
  'deals.rareEarthsNote',
  'deals.sites',
  'deals.venue',
  'deals.within',
  'elements.uses',
  'events.knownFrom',
  'ground.arithmetic',
  'ground.assumption',
  'ground.confidence',
  'ground.note',
  'ground.paragraph',
  'lenses.caution',
  'lenses.flows.high',
  'lenses.flows.low',
  'lenses.flows.passesOn',
  'lenses.flows.roundedTo',
  'lenses.noBestCase',
  'lenses.notAlike',
  'lenses.sites.note',
  'lenses.sites.place',
  'lenses.sites.rest',
  'lenses.sites.total',
  'lenses.stages.apart',
  'lenses.stages.words',
  'measures.number',
  'organisations.aliases',
  'organisations.place',
  'places.aggregate',
  'places.aliases',
  'places.inText',
  'places.point',
  'places.tone',
  'quantity.for',
  'quantity.high',
  'quantity.of',
  'quantity.qualifier',
  'record.checked',
  'record.officialTitle',
  'record.when',
  'scenarios.cannot',
  'scenarios.capacity',
  'scenarios.permission',
  'sectors.confidence',
  'sources.address',
  'sources.attribution',
  'states.firstDay',
  'states.knownFrom',
  'states.note',
  'states.until',
  'unknowns.day',
  'when.as'
];

describe('the shape of every table', () => {
  test.each(MEMBERS)('[P1] %s of another type is named, with what it should be', (_pattern, path) => {
    const value = typeof at(REAL, path) === 'string' ? 12345 : 'no such word';
    const lines = saidOf(path, value);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${path}: not allowed here: ${JSON.stringify(value)} (expected `);
  });

  test('[P2] every member is needed, but for those that may be left out', () => {
    const optional = MEMBERS.filter(
      ([pattern]) => !pattern.endsWith(']') && !MAPS.test(pattern.replace(/\.[^.]+$/, ''))
    )
      .filter(([, path]) => {
        const lines = saidOf(path, GONE);
        const missing = lines.filter((text) =>
          text.startsWith(`${path}: missing member, found nothing (expected `)
        );
        return missing.length === 0;
      })
      .map(([pattern]) =>
        pattern
          .replace(/\[\]/g, '')
          .replace(/.*\.(ground|when|states)\./, '$1.')
          .replace(/.*\.quantit(?:y|ies)\./, 'quantity.')
      );
    expect([...new Set(optional)].sort()).toEqual(OPTIONAL);
  });

  test.each(RECORDS)('[P3] a member that %s does not have is named', (path) => {
    expect(saidOf(`${path}.colour`, 'red')).toEqual([
      `${path}.colour: unknown member with value "red" (remove it, or correct its name)`
    ]);
  });

  test.each(Object.keys(REAL))('[P4] the table %s that is no table is named', (name) => {
    const lines = saidOf(name, 'nothing');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${name}: not allowed here: "nothing" (expected `);
  });
});
