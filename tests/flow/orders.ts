import fc from 'fast-check';
import { boundsOf, mustBeAbove, type Bounds } from '../../src/flow/bounds.ts';
import { prepare } from '../../src/flow/prepare.ts';
import { randomFrom } from '../../src/flow/random.ts';
import { positionsOf, type Order, type Web } from '../../src/flow/web.ts';
import type { Graph } from '../../src/flow/graph.ts';
import { graphOf, plainGraphs } from './graphs.ts';

/** A seed and a number of runs for laws over such orders. */
export const runs = { seed: 11, numRuns: 60 };

/** A graph's web, bounds with some places pinned or none, and an order within them by chance. */
const casesOf = (graphs: fc.Arbitrary<Graph>) =>
  fc.record({ graph: graphs, seed: fc.nat(1000), pinned: fc.boolean() }).map((given) => {
    const { graph, seed, pinned } = given;
    const prepared = prepare(graph);
    const random = randomFrom(seed + 1);
    const wanted = Object.fromEntries(
      prepared.places.members.map((_, c) => [c, [random(12), random(12), random(12)].map((n) => `s${n}`)])
    );
    const bounds = boundsOf(prepared, pinned ? wanted : undefined);
    const web = prepared.places;
    return { web, bounds, random, order: shuffled(web, bounds, random) };
  });

/** Cases over graphs of any shape, most with few sites in a column. */
export const cases = casesOf(plainGraphs);

/** Cases over three columns of six sites with many flows between, where single moves up and down both matter. */
export const denseCases = casesOf(
  fc
    .array(fc.tuple(fc.nat(1), fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 60 })), {
      minLength: 12,
      maxLength: 30
    })
    .map((flows) =>
      graphOf(
        18,
        flows.map(([c, a, b, value]) => [6 * c + a, 6 * c + 6 + b, value] as const)
      )
    )
);

/** Places of each column in some order that the bounds allow. */
export function shuffled(web: Web, bounds: Bounds, random: (n: number) => number): Order {
  return web.members.map((members) => {
    const left = [...members];
    const column: number[] = [];
    while (left.length > 0) {
      const free = left.filter((p) => left.every((q) => mustBeAbove(bounds, p, q) <= 0));
      const p = free[random(free.length)]!;
      column.push(p);
      left.splice(left.indexOf(p), 1);
    }
    return Int32Array.from(column);
  });
}

/** Crossings by their definition: every two links that share a gap and do not keep their order. */
export function crossed(web: Web, order: Order): number {
  const at = positionsOf(web, order);
  const { from, to, weight } = web.links;
  let sum = 0;
  for (let a = 0; a < from.length; a += 1)
    for (let b = a + 1; b < from.length; b += 1) {
      if (web.column[from[a]!] !== web.column[from[b]!]) continue;
      if ((at[from[a]!]! - at[from[b]!]!) * (at[to[a]!]! - at[to[b]!]!) < 0) sum += weight[a]! * weight[b]!;
    }
  return sum;
}

/** Whether an order keeps to the bounds. */
export const allowed = (bounds: Bounds, order: Order) =>
  order.every((column) =>
    column.every((p, i) => column.every((q, j) => j <= i || mustBeAbove(bounds, p, q) <= 0))
  );
/** Whether an order has each place once, in its column. */
export const sameMembers = (web: Web, order: Order) =>
  order.map((column) => [...column].sort((a, b) => a - b)).toString() ===
  web.members.map((m) => [...m]).toString();
/** The same order, to be changed. */
export const copy = (order: Order): Order => order.map((column) => column.slice());
/** An order with two places of a column exchanged. */
export function exchanged(order: Order, c: number, i: number, j: number): Order {
  const other = copy(order);
  [other[c]![i], other[c]![j]] = [other[c]![j]!, other[c]![i]!];
  return other;
}
/** All orders of some things. */
export function permutations<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((first, i) =>
    permutations(things.filter((_, j) => j !== i)).map((rest) => [first, ...rest])
  );
}
/** Every order of the columns for which `moves` holds, while the others stand as in `start`. */
export function everyOrder(web: Web, start: Order, moves: (c: number) => boolean): Order[] {
  return web.members.reduce<Order[]>(
    (orders, members, c) =>
      moves(c)
        ? permutations([...members]).flatMap((column) =>
            orders.map((order) => order.with(c, Int32Array.from(column)))
          )
        : orders,
    [copy(start)]
  );
}
