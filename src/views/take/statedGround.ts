import type { Claim, RecordEntry } from '../../model/claim.ts';
import type { Deal } from '../../model/deal.ts';
import type { Entity } from '../../model/entity.ts';
import { formatDay } from '../../model/format.ts';
import type { Ground } from '../../model/ground.ts';
import type { Quantity } from '../../model/quantity.ts';

/**
 * What a figure inside a statement stands on: a claim's paragraph of the briefing, or an entry of the public record. An entry names its
 * sources for all that it says, so none of them is held to publish this very figure: it is stated, not observed. Where an amount of a
 * deal is the same figure, read from sources that the entry names, its own ground holds here too.
 */
export function statedGround(entity: Entity, quantity?: Quantity, deals: readonly Deal[] = []): Ground {
  if (entity.kind === 'record') {
    const { sources, checked, topic } = entity.record as RecordEntry;
    const same = deals
      .flatMap(({ amounts }) => amounts)
      .find(
        ({ quantity: other, ground }) =>
          quantity !== undefined &&
          (['value', 'high', 'unit', 'qualifier'] as const).every((part) => other[part] === quantity[part]) &&
          (other.for ?? quantity.for) === (quantity.for ?? other.for) &&
          ground.sources.length > 0 &&
          ground.sources.every((source) => sources.includes(source))
      );
    if (same) return same.ground;
    const by = `by the entry “${topic}” of the public record`;
    const named = sources.length ? '; the sources are those it names for all its figures' : '';
    const when = checked ? `checked ${formatDay(checked)}` : 'not checked';
    return { kind: 'stated', sources, note: `${by}${named}; ${when}` };
  }
  return { kind: 'stated', sources: [], paragraph: (entity.record as Claim).paragraph };
}
