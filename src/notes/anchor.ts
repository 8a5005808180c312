import { leadsTo } from '../model/aliases.ts';

/** Where a note stands in the briefing that is open: at an entity, or nowhere for now (never gone). */
export type Attachment = { state: 'attached' | 'unattached'; entity: string };

/**
 * Finds the entity of a note's target in this edition, following renamings (`aliases`: old id → new id) where
 * the id itself is not known. What leads nowhere, or round in a circle, is unattached under its old id.
 */
export function attach(
  target: { entity: string },
  known: (id: string) => boolean,
  aliases: Readonly<Record<string, string>>
): Attachment {
  const entity = leadsTo(target.entity, known, aliases);
  return entity === undefined
    ? { state: 'unattached', entity: target.entity }
    : { state: 'attached', entity };
}
