import { boundsOf } from './bounds.ts';
import { countCrossings } from './crossings.ts';
import { descend } from './descend.ts';
import { tryAll } from './enumerate.ts';
import type { Graph } from './graph.ts';
import { findOrder } from './order.ts';
import type { Web } from './web.ts';
import { nameOrder, prepare } from './prepare.ts';
import { mergeTwins, unfold } from './twins.ts';

/** Trying every order may cost this many steps in a proof, some seconds. */
const mostSteps = 1e9;
/** Shares of all crossings below this are rounding. */
const rounding = 1e-10;

/** An order by name, as `layoutFlows` takes it, and its weighted crossings in the square of the graph's unit. */
export type Proof = {
  order: Record<number, string[]>;
  crossings: number;
  /** No order has fewer crossings than this; 0 if that is all that could be found out. */
  bound: number;
  /** Whether the crossings meet the bound. */
  proven: boolean;
};

/** Half of what all pairs of links could cross that can cross at all: the constant that `Halves` leaves out. */
function halfOfAll({ links: { from, to, weight }, column }: Web): number {
  let sum = 0;
  for (let i = 0; i < from.length; i++) {
    for (let j = 0; j < i; j++) {
      if (column[from[i]!] !== column[from[j]!] || from[i] === from[j] || to[i] === to[j]) continue;
      sum += weight[i]! * weight[j]!;
    }
  }
  return sum / 2;
}

/**
 * Looks for the order with the fewest weighted crossings of all, and proves that it is one where it can: twins are made
 * one, every order of one half of the columns is tried, and what the other half answers is a bound for all orders. Ends
 * in bounded time; for build time, not for run time.
 */
export function proveOptimal(graph: Graph): Proof {
  const prepared = prepare(graph);
  const { places } = prepared;
  const bounds = boundsOf(prepared, undefined);
  const found = findOrder(places, bounds);
  const merged = mergeTwins(places, bounds);
  const start = findOrder(merged.web, merged.bounds);
  const least = tryAll(merged.web, merged.bounds, start.order, found.crossings * rounding, mostSteps);
  const bound = least === undefined ? 0 : Math.max(0, halfOfAll(merged.web) + least.bound);
  let { order, crossings } = found;
  for (const candidate of least === undefined ? [start.order] : [start.order, least.order]) {
    const whole = unfold(merged, candidate);
    descend(places, bounds, whole, found.crossings * rounding);
    const count = countCrossings(places, whole);
    if (count < crossings * (1 - rounding)) [order, crossings] = [whole, count];
  }
  const scale = Math.max(crossings, halfOfAll(merged.web));
  const proven = crossings === 0 || (least !== undefined && crossings - bound <= 4 * rounding * scale);
  return { order: nameOrder(prepared, order), crossings, bound: Math.min(bound, crossings), proven };
}
