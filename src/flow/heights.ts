import { gapAbove, type Fit } from './fit.ts';
import { isotonic } from './isotonic.ts';
import type { Places } from './places.ts';
import type { Order } from './web.ts';
import type { Ports } from './ports.ts';

/** Rounds end when no place moves by more than this, in px. */
const still = 0.02;
/** A round costs about four steps per link; all rounds together may take about this many steps. */
const mostSteps = 80_000;
const fewestRounds = 3;
const mostRounds = 60;

/** For each link, how far its place would have to lie from the next for it to run level, in px. */
function offsets(
  side: { link: Int32Array },
  near: Float64Array,
  far: Float64Array,
  scale: number
): Float64Array {
  const offset = new Float64Array(side.link.length);
  for (let k = 0; k < offset.length; k++) offset[k] = (far[side.link[k]!]! - near[side.link[k]!]!) * scale;
  return offset;
}

/**
 * The top edge of each place in px. Column by column the places move as near as possible to the heights at which
 * their ribbons would run level, which is an isotonic regression once the places' own heights and gaps are taken off;
 * every step lessens Σ weight · (rise of the ribbon)², so the rounds converge.
 */
export function heightsOf(places: Places, order: Order, ports: Ports, fit: Fit): Float64Array {
  const { scale, padding, bottom } = fit;
  const { into, out, value } = places;
  const top = new Float64Array(places.count);
  const stacked = new Float64Array(places.count);
  const spare = order.map((column) => {
    let y = 0;
    for (let i = 0; i < column.length; i++) {
      y += gapAbove(places, column, i) * padding;
      stacked[column[i]!] = y;
      y += value[column[i]!]! * scale;
    }
    return Math.max(0, bottom - y);
  });
  for (const [c, column] of order.entries()) for (const p of column) top[p] = stacked[p]! + spare[c]! / 2;
  const levelBefore = offsets(into, ports.to, ports.from, scale);
  const levelAfter = offsets(out, ports.from, ports.to, scale);
  const longest = order.reduce((most, column) => Math.max(most, column.length), 0);
  const target = new Float64Array(longest);
  const weight = new Float64Array(longest);

  /** Moves one column; returns the greatest way that a place has gone, in px. */
  function settle(c: number, before: boolean, after: boolean): number {
    const column = order[c]!;
    for (let i = 0; i < column.length; i++) {
      const p = column[i]!;
      let sum = 0;
      let mass = 0;
      for (let k = before ? into.start[p]! : into.start[p + 1]!; k < into.start[p + 1]!; k++) {
        sum += into.weight[k]! * (top[into.far[k]!]! + levelBefore[k]!);
        mass += into.weight[k]!;
      }
      for (let k = after ? out.start[p]! : out.start[p + 1]!; k < out.start[p + 1]!; k++) {
        sum += out.weight[k]! * (top[out.far[k]!]! + levelAfter[k]!);
        mass += out.weight[k]!;
      }
      target[i] = (mass > 0 ? sum / mass : top[p]!) - stacked[p]!;
      weight[i] = mass > 0 ? mass : value[p]! * 1e-6;
    }
    isotonic(target, weight, column.length, 0, spare[c]!);
    let moved = 0;
    for (let i = 0; i < column.length; i++) {
      const y = target[i]! + stacked[column[i]!]!;
      moved = Math.max(moved, Math.abs(y - top[column[i]!]!));
      top[column[i]!] = y;
    }
    return moved;
  }

  for (let c = 1; c < order.length; c++) settle(c, true, false);
  for (let c = order.length - 2; c >= 0; c--) settle(c, false, true);
  const affordable = Math.floor(mostSteps / (4 * places.links.from.length + 1));
  const rounds = Math.min(mostRounds, Math.max(fewestRounds, affordable));
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let c = 0; c < order.length; c++) moved = Math.max(moved, settle(c, true, true));
    for (let c = order.length - 1; c >= 0; c--) moved = Math.max(moved, settle(c, true, true));
    if (moved < still) break;
  }
  return top;
}
