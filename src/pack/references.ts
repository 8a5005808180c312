import type { Fault } from './fault.ts';
import { didYouMean } from './fault.ts';
import type { Tables } from './tables.ts';

type Name = keyof Tables | 'paragraphs' | 'entities';

/** Which members of which records name records of another table. "[]" stands for every item of a list. */
const REFERENCES: readonly (readonly [path: string, table: Name])[] = [
  ['organisations[].place', 'places'],
  ['elements[].sources[]', 'sources'],
  ['elements[].prices[].ground', 'sources'],
  ['claims[].paragraph', 'paragraphs'],
  ['claims[].speaker', 'entities'],
  ['claims[].places[]', 'places'],
  ['claims[].organisations[]', 'organisations'],
  ['claims[].deals[]', 'deals'],
  ['claims[].events[]', 'events'],
  ['claims[].measures[]', 'measures'],
  ['claims[].elements[]', 'elements'],
  ['claims[].takeaways[]', 'paragraphs'],
  ['deals[].parties[]', 'places'],
  ['deals[].organisations[]', 'organisations'],
  ['deals[].states[].ground', 'sources'],
  ['deals[].amounts[].ground', 'sources'],
  ['deals[].amounts[].contested', 'contradictions'],
  ['deals[].paragraphs[]', 'paragraphs'],
  ['deals[].claims[]', 'claims'],
  ['deals[].record[]', 'record'],
  ['deals[].sources[]', 'sources'],
  ['deals[].within', 'deals'],
  ['deals[].flow.from', 'places'],
  ['deals[].flow.to', 'places'],
  ['events[].places[]', 'places'],
  ['events[].organisations[]', 'organisations'],
  ['events[].deals[]', 'deals'],
  ['events[].measures[]', 'measures'],
  ['events[].claims[]', 'claims'],
  ['events[].record[]', 'record'],
  ['events[].paragraphs[]', 'paragraphs'],
  ['events[].sources[]', 'sources'],
  ['measures[].issuer', 'organisations'],
  ['measures[].place', 'places'],
  ['measures[].elements[]', 'elements'],
  ['measures[].states[].ground', 'sources'],
  ['measures[].claims[]', 'claims'],
  ['measures[].record[]', 'record'],
  ['measures[].paragraphs[]', 'paragraphs'],
  ['measures[].ground', 'sources'],
  ['record[].claims[]', 'claims'],
  ['record[].sources[]', 'sources'],
  ['contradictions[].readings[].claim', 'claims'],
  ['contradictions[].readings[].record', 'record'],
  ['contradictions[].decidedBy[]', 'sources'],
  ['unknowns[].claims[]', 'claims'],
  ['unknowns[].takeaways[]', 'paragraphs'],
  ['unknowns[].sources[]', 'sources'],
  ['sectors[].claims[]', 'claims'],
  ['sectors[].quantities[].ground', 'sources'],
  ['cards[].ground', 'sources'],
  ['cards[].places[]', 'places'],
  ['briefing.lens', 'lenses'],
  ['lenses[].sites[].place', 'places'],
  ['lenses[].flows[].ground', 'sources'],
  ['lenses[].weak[].sources[]', 'sources'],
  ['lenses[].shares[].ground', 'sources']
];

/** A ground names sources in a list, and perhaps a paragraph. */
type GroundLike = { sources: string[]; paragraph?: string };

/** Every reference that leads nowhere, with the nearest id that exists. */
export function referenceFaults(tables: Tables): Fault[] {
  const sets = new Map<Name, Set<string>>();
  const ids = (name: Name): Set<string> => {
    const set = sets.get(name) ?? idsOf(tables, name);
    sets.set(name, set);
    return set;
  };
  const faults: Fault[] = [];
  const check = (path: string, value: unknown, table: Name) => {
    if (typeof value !== 'string' || ids(table).has(value)) return;
    faults.push({
      path,
      value,
      what: `unknown ${NOUN[table]}`,
      remedy: didYouMean(value, ids(table), String(table))
    });
  };
  for (const [pattern, table] of REFERENCES)
    for (const [path, value] of walk(tables, pattern.split('.'), '')) {
      if (!pattern.endsWith('ground')) check(path, value, table);
      else {
        const ground = value as GroundLike;
        ground.sources.forEach((id, i) => check(`${path}.sources[${i}]`, id, 'sources'));
        check(`${path}.paragraph`, ground.paragraph, 'paragraphs');
      }
    }
  return faults;
}

function idsOf(tables: Tables, name: Name): Set<string> {
  if (name === 'paragraphs') return new Set(tables.briefing.paragraphs.map((p) => p.id));
  if (name === 'entities') return new Set([...idsOf(tables, 'places'), ...idsOf(tables, 'organisations')]);
  return new Set((tables[name] as readonly { id: string }[]).map((record) => record.id));
}

const NOUN: Record<Name, string> = {
  briefing: 'briefing',
  places: 'place',
  organisations: 'organisation',
  elements: 'element',
  sources: 'source',
  claims: 'claim',
  deals: 'deal',
  events: 'event',
  measures: 'measure',
  record: 'record entry',
  contradictions: 'contradiction',
  unknowns: 'entry',
  sectors: 'sector',
  cards: 'card',
  lenses: 'lens',
  paragraphs: 'paragraph',
  entities: 'place or organisation'
};

function* walk(value: unknown, steps: readonly string[], path: string): Generator<[string, unknown]> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (value !== undefined) yield [path, value];
    return;
  }
  if (value === undefined || value === null) return;
  const name = step.replace('[]', '');
  const next = (value as Record<string, unknown>)[name];
  const here = path ? `${path}.${name}` : name;
  if (step.endsWith('[]')) {
    if (Array.isArray(next)) for (const [i, item] of next.entries()) yield* walk(item, rest, `${here}[${i}]`);
  } else yield* walk(next, rest, here);
}
