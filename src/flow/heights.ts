import { gapAbove, type Fit } from './fit.ts';
import { isotonic } from './isotonic.ts';
import type { Order, Places } from './places.ts';
import type { Ports } from './ports.ts';

/** Rounds end when no place moves by more than this, in px. */
const still = 0.02;
/** A round costs about one step per link; all rounds together may take this many steps. */
const mostSteps = 3_000_000;
const mostRounds = 60;

/**
 * The top edge of each place in px. Column by column the places move as near as possible to the heights at which
 * their ribbons would run level, which is an isotonic regression once the places' own heights and gaps are taken off;
 * every step lessens Σ weight · (rise of the ribbon)², so the rounds converge.
 */
export function heightsOf(places: Places, order: Order, ports: Ports, fit: Fit): Float64Array {
  const { scale, padding, bottom } = fit;
  const { into, out } = places;
  const top = new Float64Array(places.count);
  const offset = new Float64Array(places.count);
  const spare = order.map((column) => {
    let y = 0;
    column.forEach((p, i) => {
      y += gapAbove(places, column, i) * padding;
      offset[p] = y;
      y += places.value[p]! * scale;
    });
    return Math.max(0, bottom - y);
  });
  order.forEach((column, c) => column.forEach((p) => (top[p] = offset[p]! + spare[c]! / 2)));
  const longest = order.reduce((most, column) => Math.max(most, column.length), 0);
  const target = new Float64Array(longest);
  const weight = new Float64Array(longest);

  /** Moves one column; returns the greatest way that a place has gone, in px. */
  function settle(c: number, before: boolean, after: boolean): number {
    const column = order[c]!;
    column.forEach((p, i) => {
      let sum = 0;
      let mass = 0;
      if (before) {
        for (let k = into.start[p]!; k < into.start[p + 1]!; k++) {
          const link = into.link[k]!;
          sum += into.weight[k]! * (top[into.far[k]!]! + (ports.from[link]! - ports.to[link]!) * scale);
          mass += into.weight[k]!;
        }
      }
      if (after) {
        for (let k = out.start[p]!; k < out.start[p + 1]!; k++) {
          const link = out.link[k]!;
          sum += out.weight[k]! * (top[out.far[k]!]! + (ports.to[link]! - ports.from[link]!) * scale);
          mass += out.weight[k]!;
        }
      }
      target[i] = (mass > 0 ? sum / mass : top[p]!) - offset[p]!;
      weight[i] = mass > 0 ? mass : places.value[p]! * 1e-6;
    });
    isotonic(target, weight, column.length, 0, spare[c]!);
    let moved = 0;
    column.forEach((p, i) => {
      const y = target[i]! + offset[p]!;
      moved = Math.max(moved, Math.abs(y - top[p]!));
      top[p] = y;
    });
    return moved;
  }

  for (let c = 1; c < order.length; c++) settle(c, true, false);
  for (let c = order.length - 2; c >= 0; c--) settle(c, false, true);
  const rounds = Math.min(mostRounds, 2 + Math.floor(mostSteps / (places.links.from.length + 1)));
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let c = 0; c < order.length; c++) moved = Math.max(moved, settle(c, true, true));
    for (let c = order.length - 1; c >= 0; c--) moved = Math.max(moved, settle(c, true, true));
    if (moved < still) break;
  }
  return top;
}
