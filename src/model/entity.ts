import type { EntityId } from './ids.ts';
import type { Lens } from './lens.ts';

/** The kinds of record that can be selected, linked to and noted. */
export type EntityKind =
  | 'briefing'
  | 'paragraph'
  | 'place'
  | 'organisation'
  | 'element'
  | 'source'
  | 'claim'
  | 'deal'
  | 'event'
  | 'measure'
  | 'record'
  | 'contradiction'
  | 'unknown'
  | 'sector'
  | 'card'
  | 'scenario'
  | 'scene'
  | 'lens'
  | 'site'
  | 'flow';

/** Any record of the pack by its id, with its kind and a title fit for a heading or a list. */
export type Entity = { id: EntityId; kind: EntityKind; title: string; record: unknown; lens?: Lens };
