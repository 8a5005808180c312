import { sortWithin, type Bounds } from './bounds.ts';
import { countCrossings } from './crossings.ts';
import { fillMatrix, forbidden, scratchFor } from './matrix.ts';
import { positionsOf, type Order, type Places } from './places.ts';
import { randomFrom } from './random.ts';

const MODE = +(process.env.MODE ?? 2);
const SEED = +(process.env.SEED ?? 1);
/** Changes smaller than this share of all crossings are rounding. */
const rounding = 1e-12;

/**
 * Local search on the exact crossing matrices of the columns: insertion moves until none helps, then `kicks` times
 * one column is disturbed and everything repaired, and the better order kept. Seeded, so it always takes one way.
 * For columns of up to a few hundred places: O(kicks · columns · places · links).
 */
export function improve(places: Places, bounds: Bounds, start: Order, kicks: number): Order {
  const columns = places.columns;
  const sizes = places.members.map((members) => members.length);
  const scratch = scratchFor(Math.max(0, ...sizes));
  const gains = sizes.map((n) => new Float64Array(n * n));
  const fresh = new Uint8Array(columns);
  const local = new Int32Array(places.count);
  for (const members of places.members) members.forEach((p, i) => (local[p] = i));
  const position = positionsOf(places, start);
  const order = start.map((column) => column.slice());
  const inside = order.map((column) => column.map((p) => local[p]!));
  const dirty = new Uint8Array(columns).fill(1);
  const random = randomFrom(SEED);
  let current = countCrossings(places, start);
  const tiny = Math.max(current * rounding, Number.MIN_VALUE);

  function gainOf(c: number): Float64Array {
    if (fresh[c] === 0) {
      fillMatrix(places, c, position, bounds, scratch, gains[c]!);
      fresh[c] = 1;
    }
    return gains[c]!;
  }

  /** Tells a column's neighbours, and the arrays that mirror it, that its order has changed. */
  function changed(c: number): void {
    const column = inside[c]!;
    const members = places.members[c]!;
    for (let i = 0; i < column.length; i++) {
      const p = members[column[i]!]!;
      order[c]![i] = p;
      position[p] = i;
    }
    for (const d of [c - 1, c + 1]) {
      if (d < 0 || d >= columns) continue;
      fresh[d] = 0;
      dirty[d] = 1;
    }
  }

  function move(column: Int32Array, from: number, to: number): void {
    const u = column[from]!;
    if (to < from) column.copyWithin(to + 1, to, from);
    else column.copyWithin(from, from + 1, to + 1);
    column[to] = u;
  }

  /** Insertion moves within one column until none helps. */
  function descend(c: number): void {
    dirty[c] = 0;
    const gain = gainOf(c);
    const column = inside[c]!;
    const n = column.length;
    let improved = false;
    for (let stale = 0, i = 0; stale < n; i = i + 1 === n ? 0 : i + 1) {
      const row = column[i]! * n;
      let best = -tiny;
      let goal = i;
      for (let j = i - 1, change = 0; j >= 0; j--) {
        change += gain[row + column[j]!]!;
        if (change >= forbidden / 2) break;
        if (change < best) [best, goal] = [change, j];
      }
      for (let j = i + 1, change = 0; j < n; j++) {
        change -= gain[row + column[j]!]!;
        if (change >= forbidden / 2) break;
        if (change < best) [best, goal] = [change, j];
      }
      stale++;
      if (goal === i) continue;
      move(column, i, goal);
      current += best;
      improved = true;
      stale = 0;
    }
    if (improved) changed(c);
  }

  function repair(): void {
    for (let again = true; again;) {
      again = false;
      for (let c = 0; c < columns; c++) {
        if (dirty[c] === 0) continue;
        descend(c);
        again = true;
      }
    }
  }

  repair();
  let best = inside.map((column) => column.slice());
  let least = current;
  const open = sizes.map((_, c) => c).filter((c) => sizes[c]! > 2);
  if (open.length === 0) return order;
  const key = new Float64Array(places.count);

  /** Disturbs one column: moves one place anywhere, turns a stretch of it round, or shuffles one. */
  function kick(c: number): void {
    const column = order[c]!;
    const n = column.length;
    const before = inside[c]!.slice();
    column.forEach((p, i) => (key[p] = i));
    const kind = random(4);
    if (kind < MODE) {
      const from = random(n);
      const goal = random(n - 1);
      key[column[from]!] = goal < from ? goal - 0.5 : goal + 1.5;
    } else {
      const size = Math.min(n, 2 + random(8));
      const from = random(n - size + 1);
      for (let i = from; i < from + size; i++) {
        key[column[i]!] = kind === 2 ? 2 * from + size - 1 - i : from + (random(1 << 20) / (1 << 20)) * size;
      }
    }
    sortWithin(column, key, bounds);
    for (let i = 0; i < n; i++) inside[c]![i] = local[column[i]!]!;
    current += changeBetween(gainOf(c), before, inside[c]!);
    changed(c);
  }

  for (let k = 0; k < kicks && least > tiny; k++) {
    const c = open[random(open.length)]!;
    kick(c);
    repair();
    dirty[c] = 1;
    repair();
    if (current < least + tiny) {
      if (current < least - tiny) k = Math.max(0, k - 50);
      least = Math.min(least, current);
      best = inside.map((column) => column.slice());
      continue;
    }
    for (let c = 0; c < columns; c++) {
      if (inside[c]!.every((u, i) => u === best[c]![i])) continue;
      inside[c]!.set(best[c]!);
      changed(c);
    }
    dirty.fill(0);
    current = least;
  }
  return order.map((_, c) => best[c]!.map((u) => places.members[c]![u]!));
}

/** What changes in crossings when a column's places go from one order to another. O(n²). */
function changeBetween(gain: Float64Array, before: Int32Array, after: Int32Array): number {
  const n = before.length;
  const rank = new Int32Array(n);
  after.forEach((u, i) => (rank[u] = i));
  let change = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (rank[before[i]!]! > rank[before[j]!]!) change += gain[before[j]! * n + before[i]!]!;
    }
  }
  return change;
}
