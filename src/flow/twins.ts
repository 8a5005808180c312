import type { Bounds } from './bounds.ts';
import { weave, type Links, type Order, type Side, type Web } from './web.ts';

/** A web in which twins are one place, what binds it, and the places that each of its places stands for. */
export type Merged = { web: Web; bounds: Bounds; groups: number[][] };

/** What a place's links on one side weigh, by their far end. */
function weights({ start, far, weight }: Side, p: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let k = start[p]!; k < start[p + 1]!; k++) found.set(far[k]!, (found.get(far[k]!) ?? 0) + weight[k]!);
  return found;
}

/** The same for places with the same neighbours in the same proportions, whatever their size. */
function signature(web: Web, bounds: Bounds, p: number): string {
  const sides = [weights(web.into, p), weights(web.out, p)];
  const whole = Math.max(...sides.map((side) => [...side.values()].reduce((a, b) => a + b, 0)));
  const shares = sides.map((side) =>
    [...side]
      .sort(([a], [b]) => a - b)
      .map(([far, weight]) => `${far}:${(weight / whole).toPrecision(12)}`)
      .join(' ')
  );
  const alone = bounds.pin[p]! >= 0 ? String(p) : '';
  return [web.column[p], bounds.rank[p], alone, ...shares].join('|');
}

function mergeOnce({ web, bounds, groups }: Merged): Merged {
  const bySignature = new Map<string, number>();
  const first: number[] = [];
  const stands = Int32Array.from({ length: web.count }, (_, p) => {
    const key = signature(web, bounds, p);
    const known = bySignature.get(key) ?? first.push(p) - 1;
    bySignature.set(key, known);
    return known;
  });
  const merged: number[][] = first.map(() => []);
  const value = new Float64Array(first.length);
  stands.forEach((at, p) => {
    merged[at]!.push(...groups[p]!);
    value[at]! += web.value[p]!;
  });
  const column = Int32Array.from(first, (p) => web.column[p]!);
  const rank = Uint8Array.from(first, (p) => web.rank[p]!);
  const pin = Int32Array.from(first, (p) => bounds.pin[p]!);
  return {
    web: weave(web.columns, column, value, rank, gather(web.links, stands)),
    bounds: { rank, pin, free: bounds.free },
    groups: merged
  };
}

/** Links between what stands for their ends, one for each pair. */
function gather({ from, to, weight }: Links, stands: Int32Array): Links {
  const sums = new Map<string, [number, number, number]>();
  for (let link = 0; link < from.length; link++) {
    const [a, b] = [stands[from[link]!]!, stands[to[link]!]!];
    const sum = sums.get(`${a} ${b}`)?.[2] ?? 0;
    sums.set(`${a} ${b}`, [a, b, sum + weight[link]!]);
  }
  const all = [...sums.values()];
  return {
    from: Int32Array.from(all, ([a]) => a),
    to: Int32Array.from(all, ([, b]) => b),
    weight: Float64Array.from(all, ([, , sum]) => sum)
  };
}

/**
 * Makes one of places that have the same neighbours in the same proportions, again and again until none are left.
 * Some best order has twins side by side: the others can follow the one that crosses least for its weight.
 */
export function mergeTwins(web: Web, bounds: Bounds): Merged {
  let merged: Merged = { web, bounds, groups: Array.from({ length: web.count }, (_, p) => [p]) };
  for (let before = Infinity; merged.web.count < before;) {
    before = merged.web.count;
    merged = mergeOnce(merged);
  }
  return merged;
}

/** The order of all places that an order of merged ones stands for. */
export function unfold({ groups }: Merged, order: Order): Order {
  return order.map((column) => Int32Array.from([...column].flatMap((p) => groups[p]!)));
}
