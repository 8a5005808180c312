import type { Deal } from './deal.ts';

/** The deal under which a record is told: itself where it is shown, else the nearest larger deal that is; undefined where none is. */
export function toldBy(
  id: string | undefined,
  deals: readonly Pick<Deal, 'id' | 'within'>[],
  isShown: (id: string) => boolean
): string | undefined {
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at);) {
    if (isShown(at)) return at;
    seen.add(at);
    at = deals.find((deal) => deal.id === at)?.within;
  }
  return undefined;
}
