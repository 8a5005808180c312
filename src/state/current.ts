import { attach } from '../notes/anchor.ts';
import type { Pack } from '../pack/pack.ts';

/** The id that a record has in this edition: renamings are followed, and what leads nowhere stays as it is. */
export function currentId(pack: Pick<Pack, 'entity' | 'briefing'>, id: string): string {
  return attach({ entity: id }, (one) => pack.entity(one) !== undefined, pack.briefing.aliases).entity;
}
