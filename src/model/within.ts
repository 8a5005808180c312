import type { Deal } from './deal.ts';
import { counted } from './format.ts';

type Within = Pick<Deal, 'id' | 'within'>;
/** The larger deal of each, sorted out once: it is asked of every deal in turn. */
const larger = new WeakMap<readonly Within[], ReadonlyMap<string, string | undefined>>();

/** The deal under which a record is told: itself where it is shown, else the nearest larger deal that is; undefined where none is. */
export function toldBy(
  id: string | undefined,
  deals: readonly Within[],
  isShown: (id: string) => boolean
): string | undefined {
  const known = larger.get(deals) ?? new Map(deals.map((deal) => [deal.id as string, deal.within]));
  larger.set(deals, known);
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at);) {
    if (isShown(at)) return at;
    seen.add(at);
    at = known.get(at);
  }
  return undefined;
}

/** The company matters among some deals that a map tells by the line of their larger deal, and gives none of their own. */
export function toldByOthers(
  deals: readonly Deal[],
  all: readonly Deal[],
  drawn: { has(id: string): boolean }
): Deal[] {
  return deals.filter(
    ({ id, within }) => within && !drawn.has(id) && toldBy(id, all, (one) => drawn.has(one))
  );
}

/** What a map says of company matters that have no line of their own. */
export const toldInWords = (count: number) =>
  `${counted(count, 'company matter')} without an arc: told in the larger deal.`;
