import type { Claim, RecordEntry } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import { formatDay } from '../../model/format.ts';
import type { Ground } from '../../model/ground.ts';

/** What a figure inside a statement stands on: a claim's paragraph of the briefing, or the sources of an entry of the public record. */
export function statedGround(entity: Entity): Ground {
  if (entity.kind === 'record') {
    const { sources, checked } = entity.record as RecordEntry;
    return { kind: 'observed', sources, ...(checked ? { note: `checked ${formatDay(checked)}` } : {}) };
  }
  return { kind: 'stated', sources: [], paragraph: (entity.record as Claim).paragraph };
}
