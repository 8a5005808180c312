import type { Order, Web } from './web.ts';
import type { Prepared } from './prepare.ts';
import { sortByKey } from './sort.ts';

/**
 * What an order must keep: places of a smaller rank above those of a greater one, and pinned places in the order
 * of their pins. `pin` is -1 for a place that is free; `free` says that there is nothing to keep.
 */
export type Bounds = { rank: Uint8Array; pin: Int32Array; free: boolean };

/** Below 0 if place a must stand above b, above 0 if below it, 0 if either may be above. */
export function mustBeAbove({ rank, pin }: Bounds, a: number, b: number): number {
  if (rank[a] !== rank[b]) return rank[a]! - rank[b]!;
  return pin[a]! >= 0 && pin[b]! >= 0 ? pin[a]! - pin[b]! : 0;
}

/** Sorts a column by a key, but keeps ranks apart and pinned places in the order of their pins. */
export function sortWithin(column: Int32Array, key: Float64Array, bounds: Bounds): void {
  sortByKey(column, key);
  bringWithin(column, bounds);
}

/** Brings a column within the bounds, and leaves it else as it stands. */
function bringWithin(column: Int32Array, bounds: Bounds): void {
  if (bounds.free) return;
  const { rank, pin } = bounds;
  column.sort((a, b) => rank[a]! - rank[b]!);
  const slots = [...column.keys()].filter((i) => pin[column[i]!]! >= 0);
  const pinned = slots.map((i) => column[i]!).sort((a, b) => mustBeAbove(bounds, a, b));
  slots.forEach((slot, i) => (column[slot] = pinned[i]!));
}

/** The order of input, brought within the bounds. */
export function firstOrder(places: Web, bounds: Bounds): Order {
  return places.members.map((members) => {
    const column = members.slice();
    bringWithin(column, bounds);
    return column;
  });
}

/** Whether the bounds leave nothing to choose: in every column all places are pinned, or there is only one. */
export function isSettled(places: Web, bounds: Bounds): boolean {
  return places.members.every((column) => column.length < 2 || column.every((p) => bounds.pin[p]! >= 0));
}

/**
 * Bounds from an order by hand or from the pack: per column the ids of sites, and of flows where they pass it, from
 * top to bottom. Ids that are not in the column are passed over.
 */
export function boundsOf(
  { sites, flows, places }: Prepared,
  wanted: Readonly<Record<number, readonly string[]>> | undefined
): Bounds {
  const pin = new Int32Array(places.count).fill(-1);
  const { rank } = places;
  if (wanted === undefined) return { rank, pin, free: !rank.includes(1) };
  places.members.forEach((column, c) => {
    const ids = wanted[c];
    if (ids === undefined) return;
    const byId = new Map<string, number>();
    for (const p of column) {
      const id = p < places.sites ? sites[p]!.id : flows[places.passes[p]!]!.id;
      if (!byId.has(id)) byId.set(id, p);
    }
    ids.forEach((id, i) => {
      const p = byId.get(id);
      if (p !== undefined && pin[p] === -1) pin[p] = i;
    });
  });
  return { rank, pin, free: false };
}
