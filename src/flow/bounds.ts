import type { Order, Places } from './places.ts';

/**
 * What an order must keep: places of a smaller rank above those of a greater one, and pinned places in the order
 * of their pins. `pin` is -1 for a place that is free.
 */
export type Bounds = { rank: Uint8Array; pin: Int32Array };

/** Below 0 if place a must stand above b, above 0 if below it, 0 if either may be above. */
export function mustBeAbove({ rank, pin }: Bounds, a: number, b: number): number {
  if (rank[a] !== rank[b]) return rank[a]! - rank[b]!;
  return pin[a]! >= 0 && pin[b]! >= 0 ? pin[a]! - pin[b]! : 0;
}

/** Sorts a column by a key, but keeps ranks apart and pinned places in the order of their pins. */
export function sortWithin(column: Int32Array, key: Float64Array, { rank, pin }: Bounds): void {
  column.sort((a, b) => rank[a]! - rank[b]! || key[a]! - key[b]!);
  const slots: number[] = [];
  column.forEach((p, i) => {
    if (pin[p]! >= 0) slots.push(i);
  });
  if (slots.length < 2) return;
  const pinned = slots.map((i) => column[i]!).sort((a, b) => rank[a]! - rank[b]! || pin[a]! - pin[b]!);
  slots.forEach((slot, i) => (column[slot] = pinned[i]!));
}

/** The order of input, brought within the bounds. */
export function firstOrder(places: Places, bounds: Bounds): Order {
  const key = Float64Array.from({ length: places.count }, (_, p) => p);
  return places.members.map((members) => {
    const column = members.slice();
    sortWithin(column, key, bounds);
    return column;
  });
}

/** Whether the bounds leave nothing to choose: each column has at most one free place and nothing to put it beside. */
export function isSettled(places: Places, bounds: Bounds): boolean {
  return places.members.every((column) => column.length < 2 || column.every((p) => bounds.pin[p]! >= 0));
}

/**
 * Bounds from an order by hand or from the pack: for a column the ids of sites, and of flows where they pass it,
 * from top to bottom. Ids that are not in the column are passed over.
 */
export function boundsOf(
  places: Places,
  siteIds: readonly string[],
  flowIds: readonly string[],
  wanted: Readonly<Record<number, readonly string[]>> | undefined
): Bounds {
  const pin = new Int32Array(places.count).fill(-1);
  if (wanted === undefined) return { rank: places.rank, pin };
  places.members.forEach((column, c) => {
    const ids = wanted[c];
    if (ids === undefined) return;
    const byId = new Map<string, number>();
    for (const p of column) {
      const id = places.passes[p]! >= 0 ? flowIds[places.passes[p]!]! : siteIds[p]!;
      if (!byId.has(id)) byId.set(id, p);
    }
    ids.forEach((id, i) => {
      const p = byId.get(id);
      if (p !== undefined && pin[p] === -1) pin[p] = i;
    });
  });
  return { rank: places.rank, pin };
}
