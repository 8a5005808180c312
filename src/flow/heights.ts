import { gapAbove, type Fit } from './fit.ts';
import { isotonic } from './isotonic.ts';
import type { Places } from './places.ts';
import { pull, type Order, type Side } from './web.ts';
import type { Ports } from './ports.ts';

/** Rounds end when no place moves by more than this, in px. */
const still = 0.02;
/** A round costs about four steps per link; all rounds together may take about this many steps. */
const mostSteps = 30_000;
const fewestRounds = 1;
const mostRounds = 60;

/** What draws each place from one side: the weight of its links, and Σ weight · how much higher a port lies than its other end, in px. */
type Draw = { mass: Float64Array; lift: Float64Array };

function drawOf({ start, link, weight }: Side, near: Float64Array, far: Float64Array, scale: number): Draw {
  const count = start.length - 1;
  const mass = new Float64Array(count);
  const lift = new Float64Array(count);
  for (let p = 0; p < count; p++) {
    const end = start[p + 1]!;
    let [all, sum] = [0, 0];
    for (let k = start[p]!; k < end; k++) {
      all += weight[k]!;
      sum += weight[k]! * (far[link[k]!]! - near[link[k]!]!) * scale;
    }
    mass[p] = all;
    lift[p] = sum;
  }
  return { mass, lift };
}

/**
 * The top edge of each place in px. Column by column the places move as near as possible to the heights at which
 * their ribbons would run level, which is an isotonic regression once the places' own heights and gaps are taken off;
 * every step lessens Σ weight · (rise of the ribbon)², so the rounds converge.
 */
export function heightsOf(places: Places, order: Order, ports: Ports, fit: Fit): Float64Array {
  const { scale, padding, besidePassing, bottom } = fit;
  const { into, out, value } = places;
  const top = new Float64Array(places.count);
  const stacked = new Float64Array(places.count);
  const spare = order.map((column) => {
    let y = 0;
    for (let i = 0; i < column.length; i++) {
      y += gapAbove(places, column, i, besidePassing) * padding;
      stacked[column[i]!] = y;
      y += value[column[i]!]! * scale;
    }
    return Math.max(0, bottom - y);
  });
  for (let c = 0; c < order.length; c++) {
    const column = order[c]!;
    for (let i = 0; i < column.length; i++) top[column[i]!] = stacked[column[i]!]! + spare[c]! / 2;
  }
  const before = drawOf(into, ports.to, ports.from, scale);
  const after = drawOf(out, ports.from, ports.to, scale);
  const longest = order.reduce((most, column) => Math.max(most, column.length), 0);
  const target = new Float64Array(longest);
  const weight = new Float64Array(longest);

  /** Moves one column; returns the greatest way that a place has gone, in px. */
  function settle(c: number, left: boolean, right: boolean): number {
    const column = order[c]!;
    for (let i = 0; i < column.length; i++) {
      const p = column[i]!;
      let sum = 0;
      let mass = 0;
      if (left) {
        sum += before.lift[p]! + pull(into, p, top);
        mass += before.mass[p]!;
      }
      if (right) {
        sum += after.lift[p]! + pull(out, p, top);
        mass += after.mass[p]!;
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
