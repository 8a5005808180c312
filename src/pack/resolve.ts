import { didYouMean, type Fault } from './fault.ts';
import { ENTITY_TABLES, entityIds } from './ids.ts';
import { REFERENCES, type Name } from './references.ts';
import type { Tables } from './tables.ts';

/** A ground names sources in a list, and perhaps a paragraph. */
type GroundLike = { sources: string[]; paragraph?: string };

/**
 * Every reference that leads nowhere, with the nearest id that exists. Where a table has not its shape,
 * nothing is said of what stands in it or leads to it: its own faults come first.
 */
export function referenceFaults(tables: Partial<Tables>): Fault[] {
  const sets = new Map<Name, ReadonlySet<string> | null>();
  const ids = (name: Name): ReadonlySet<string> | null => {
    if (!sets.has(name)) sets.set(name, idsOf(tables, name));
    return sets.get(name)!;
  };
  const faults: Fault[] = [];
  const check = (path: string, value: unknown, table: Name) => {
    const known = ids(table);
    if (typeof value !== 'string' || !known || known.has(value)) return;
    faults.push({
      path,
      value,
      what: `unknown ${NOUN[table]}`,
      remedy: didYouMean(value, known, HOME[table] ?? table)
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

/** The ids that a reference of this sort may name; null while a table that holds them has not its shape. */
function idsOf(tables: Partial<Tables>, name: Name): ReadonlySet<string> | null {
  const of = (records: readonly { id: string }[] | undefined) => records && new Set(records.map((r) => r.id));
  switch (name) {
    case 'briefing':
      return of(tables.briefing && [tables.briefing]) ?? null;
    case 'sections':
    case 'paragraphs':
    case 'judgements':
      return of(tables.briefing?.[name]) ?? null;
    case 'actors':
      return of(tables.places && tables.organisations && [...tables.places, ...tables.organisations]) ?? null;
    case 'sites':
      return (
        of(tables.lenses?.flatMap((lens) => lens.sites.map((site) => ({ id: `${lens.id}/${site.id}` })))) ??
        null
      );
    case 'anything':
      return ENTITY_TABLES.every((table) => tables[table]) && tables.briefing
        ? new Set([...entityIds(tables as Tables)].map(([id]) => id))
        : null;
    default:
      return of(tables[name]) ?? null;
  }
}

/** Where the records of a sort stand, when that is not a table of the same name. */
const HOME: Partial<Record<Name, string>> = {
  sections: 'briefing.sections',
  paragraphs: 'briefing.paragraphs',
  judgements: 'briefing.judgements',
  actors: 'places or organisations',
  sites: 'the sites of a lens, as "lens/site"',
  anything: 'its table'
};

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
  scenarios: 'scenario',
  scenes: 'scene',
  lenses: 'lens',
  sections: 'section',
  paragraphs: 'paragraph',
  judgements: 'judgement',
  actors: 'place or organisation',
  sites: 'site',
  anything: 'record'
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
