/** Where a note stands in the briefing that is open: at an entity, or nowhere for now (never gone). */
export type Attachment = { state: 'attached' | 'unattached'; entity: string };

/** The longest chain of renamings that is followed; a longer one is a mistake in the pack. */
const MAX_HOPS = 10;

/**
 * Finds the entity of a note's target in this edition, following renamings (`aliases`: old id → new id) where
 * the id itself is not known. What leads nowhere, or round in a circle, is unattached under its old id.
 */
export function attach(
  target: { entity: string },
  known: (id: string) => boolean,
  aliases: Readonly<Record<string, string>>
): Attachment {
  let entity = target.entity;
  for (let hops = 0; hops <= MAX_HOPS; hops += 1) {
    if (known(entity)) return { state: 'attached', entity };
    const next: string | undefined = Object.hasOwn(aliases, entity) ? aliases[entity] : undefined;
    if (next === undefined) break;
    entity = next;
  }
  return { state: 'unattached', entity: target.entity };
}
