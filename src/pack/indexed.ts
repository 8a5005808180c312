import type { Entity, EntityKind } from '../model/entity.ts';
import type { EntityId, PlaceId, SourceId } from '../model/ids.ts';
import type { Lens, Site, Flow } from '../model/lens.ts';
import type { Source } from '../model/source.ts';
import { waysOf } from '../model/way.ts';
import type { Tables } from './tables.ts';

/** A briefing that went through the gate: its tables, frozen, and an index over all its records. */
export type Pack = Readonly<Tables> & {
  /** Any record by id, or undefined. */
  entity(id: EntityId): Entity | undefined;
  /** All records, in the order of the tables. */
  entities(): Iterable<Entity>;
  /** A source that is known to exist, since the gate checked the reference. */
  source(id: SourceId | string): Source;
  /** The display name of a place; `inText` gives the form inside a sentence. */
  placeName(id: PlaceId | string, inText?: boolean): string;
};

/**
 * Freezes and indexes tables that went through the gate: here in `openPack`, or at build, where the bytes of the block
 * are those that the build checked. Checks nothing itself. `behind` may put the freezing off: it takes as long as the rest.
 */
export function packOf(tables: Tables, behind: (work: () => void) => void = (work) => work()): Pack {
  const all = new Map<EntityId, Entity>();
  const put = (kind: EntityKind, records: readonly { id: string }[], title: (record: never) => string) => {
    for (const record of records)
      all.set(record.id, { id: record.id, kind, title: title(record as never), record });
  };
  put('briefing', [tables.briefing], (b: Tables['briefing']) => b.title);
  put('paragraph', tables.briefing.paragraphs, (p: Tables['briefing']['paragraphs'][number]) => p.place);
  put('deal', tables.deals, (d: Tables['deals'][number]) => d.title);
  put('place', tables.places, (p: Tables['places'][number]) => p.name);
  put('organisation', tables.organisations, (o: Tables['organisations'][number]) => o.name);
  put('event', tables.events, (e: Tables['events'][number]) => e.title);
  put('measure', tables.measures, (m: Tables['measures'][number]) => m.title);
  put('claim', tables.claims, (c: Tables['claims'][number]) => c.statement);
  put('record', tables.record, (r: Tables['record'][number]) => r.topic);
  put('contradiction', tables.contradictions, (c: Tables['contradictions'][number]) => c.title);
  put('unknown', tables.unknowns, (u: Tables['unknowns'][number]) => u.title);
  put('element', tables.elements, (e: Tables['elements'][number]) => e.name);
  put('sector', tables.sectors, (s: Tables['sectors'][number]) => s.name);
  put('card', tables.cards, (c: Tables['cards'][number]) => c.title);
  put('scenario', tables.scenarios, (s: Tables['scenarios'][number]) => s.title);
  put('scene', tables.scenes, (s: Tables['scenes'][number]) => s.title);
  put('source', tables.sources, (s: Source) => s.title);
  put('lens', tables.lenses, (l: Lens) => l.title);
  for (const lens of tables.lenses) {
    const heading = (site: Site) => lens.stages.find((s) => s.id === site.stage)?.heading ?? site.stage;
    const names = namesIn(lens);
    for (const site of lens.sites)
      all.set(`${lens.id}/${site.id}`, {
        id: `${lens.id}/${site.id}`,
        kind: 'site',
        title: siteTitle(site, heading(site)),
        record: site,
        lens
      });
    for (const flow of lens.flows)
      all.set(`${lens.id}/${flow.id}`, {
        id: `${lens.id}/${flow.id}`,
        kind: 'flow',
        title: flowTitle(names, flow),
        record: flow,
        lens
      });
  }
  behind(() => {
    freeze(tables);
    for (const entity of all.values()) Object.freeze(entity);
  });
  let ways: ReadonlyMap<EntityId, Entity> | undefined;
  const sources = new Map<string, Source>(tables.sources.map((s) => [s.id, s]));
  const places = new Map(tables.places.map((p) => [p.id as string, p]));
  return Object.freeze({
    ...tables,
    entity: (id: EntityId) => all.get(id) ?? (ways ??= marketWays(tables.lenses)).get(id),
    entities: () => all.values(),
    source: (id: string) => sources.get(id)!,
    placeName: (id: string, inText = false) => {
      const place = places.get(id);
      return place ? ((inText ? place.inText : undefined) ?? place.name) : id;
    }
  });
}

/** Ways through a market are records too, so that each has a page; but no list of records is filled with them, and few readings need one. */
function marketWays(lenses: readonly Lens[]): ReadonlyMap<EntityId, Entity> {
  const ways = new Map<EntityId, Entity>();
  for (const lens of lenses) {
    const names = namesIn(lens);
    for (const way of waysOf(lens)) {
      const id = `${lens.id}/${way.id}`;
      ways.set(
        id,
        Object.freeze({ id, kind: 'flow', title: flowTitle(names, way), record: freeze(way), lens })
      );
    }
  }
  return ways;
}

const namesIn = (lens: Lens): ReadonlyMap<string, string> => new Map(lens.sites.map((s) => [s.id, s.name]));

function siteTitle(site: Site, heading: string): string {
  if (site.role === 'inner' && site.stage === 'market') return site.name;
  if (site.stage === 'mine' || site.stage === 'separation')
    return `${heading.replace(/ \(.*\)$/, '')} ${site.name}`;
  return site.name;
}

function flowTitle(names: ReadonlyMap<string, string>, flow: Flow): string {
  const name = (id: string) => names.get(id) ?? id;
  return `${name(flow.from)} → ${name(flow.to)}`;
}

/** Freezes all the way down, so that a slip anywhere throws instead of changing a figure. */
function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
