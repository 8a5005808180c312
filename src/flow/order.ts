import { firstOrder, isSettled, type Bounds } from './bounds.ts';
import { countCrossings } from './crossings.ts';
import { descend } from './descend.ts';
import { tryAll } from './enumerate.ts';
import { searchHalf } from './farther.ts';
import type { Order, Web } from './web.ts';
import { randomFrom } from './random.ts';
import { sweep } from './sweep.ts';
import { mergeTwins, unfold } from './twins.ts';

/** An order and its weighted crossings, in the square of the graph's unit. */
export type Ordered = { order: Order; crossings: number };

/** Beyond this many pairs of places that share a column, crossing matrices take longer than they are worth. */
const mostPairs = 120_000;
/** Beyond this many pairs of links that share a gap, a search over half of the columns does. */
const mostLinkPairs = 400_000;
/** A search may take this many steps, about 40 ms, and ends when so many turns have brought nothing. */
const mostSteps = 8_000_000;
const mostIdle = 24;
/** Changes smaller than this share of all crossings are rounding. */
const rounding = 1e-12;

/** An order of the places of each column with few weighted crossings: the fewest of all where that can be found out. */
export function findOrder(places: Web, bounds: Bounds): Ordered {
  if (isSettled(places, bounds)) return counted(places, firstOrder(places, bounds));
  if (pairs(places) > mostPairs) return sweep(places, bounds);
  const merged = mergeTwins(places, bounds);
  const order = unfold(merged, findSmall(merged.web, merged.bounds).order);
  descend(places, bounds, order, countCrossings(places, order) * rounding);
  return counted(places, order);
}

/** How many pairs of places share a column, about twice over. */
function pairs({ members }: Web): number {
  return members.reduce((sum, { length }) => sum + length ** 2, 0);
}

/** How many pairs of links share a gap, about twice over. */
function linkPairs({ columns, column, links }: Web): number {
  const perGap = new Float64Array(columns);
  for (const from of links.from) perGap[column[from]!]!++;
  return perGap.reduce((sum, n) => sum + n ** 2, 0);
}

/** The order of a web that is small enough for crossing matrices. */
function findSmall(places: Web, bounds: Bounds): Ordered {
  const { order, crossings } = sweep(places, bounds);
  const tiny = crossings * rounding;
  descend(places, bounds, order, tiny);
  const start = counted(places, order);
  if (linkPairs(places) > mostLinkPairs) return start;
  const best = tryAll(places, bounds, order, tiny);
  return best === undefined ? search(places, bounds, start, tiny) : counted(places, best.order);
}

function counted(places: Web, order: Order): Ordered {
  return { order, crossings: countCrossings(places, order) };
}

/** Searches over one half of the columns and the other by turns, as long as it may or brings something. */
function search(places: Web, bounds: Bounds, start: Ordered, tiny: number): Ordered {
  const random = randomFrom(1);
  let best = start;
  for (let turn = 0, steps = 0, idle = 0; steps < mostSteps && idle < mostIdle; turn++, idle++) {
    if (best.crossings <= tiny) break;
    const half = searchHalf(places, bounds, best.order, 1 - (turn % 2), tiny, random);
    steps += half.steps;
    descend(places, bounds, half.order, tiny);
    const found = counted(places, half.order);
    if (found.crossings >= best.crossings - tiny) continue;
    best = found;
    idle = 0;
  }
  return best;
}
