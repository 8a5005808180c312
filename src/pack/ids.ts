import { wayIds } from '../model/way.ts';
import type { Tables } from './tables.ts';

/** Tables whose records can be selected, linked to and noted, besides the briefing, its paragraphs and what lives in a lens: sites, flows and the ways through its market. */
export const ENTITY_TABLES = [
  'places',
  'organisations',
  'elements',
  'sources',
  'claims',
  'deals',
  'events',
  'measures',
  'record',
  'contradictions',
  'unknowns',
  'sectors',
  'cards',
  'scenarios',
  'scenes',
  'lenses'
] as const satisfies readonly (keyof Tables)[];

/** The id of every record that a note, a link or the selection can point at, with the path where it is given. */
export function* entityIds(
  tables: Pick<Tables, 'briefing' | (typeof ENTITY_TABLES)[number]>
): Generator<[id: string, path: string]> {
  yield [tables.briefing.id, 'briefing.id'];
  for (const [i, p] of tables.briefing.paragraphs.entries()) yield [p.id, `briefing.paragraphs[${i}].id`];
  for (const name of ENTITY_TABLES)
    for (const [i, record] of tables[name].entries()) yield [record.id, `${name}[${i}].id`];
  for (const [l, lens] of tables.lenses.entries()) {
    for (const [i, site] of lens.sites.entries())
      yield [`${lens.id}/${site.id}`, `lenses[${l}].sites[${i}].id`];
    for (const [i, flow] of lens.flows.entries())
      yield [`${lens.id}/${flow.id}`, `lenses[${l}].flows[${i}].id`];
    for (const id of wayIds(lens)) yield [`${lens.id}/${id}`, `lenses[${l}].flows`];
  }
}
