import type { XY } from './arc.ts';
import { Squares } from './squares.ts';

/** Where along its line a letter tries to stand, as shares of the way: the middle first, then outwards. */
const STATIONS = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75];
/** Least distance between two letters, and from a letter to anything else, in px. */
const APART = 15;
const CLEAR = 12;
/** Least distance from a letter to the line of another arc, where a station has it, in px. */
const BESIDE = 7;

/**
 * A place on each line for the letter of its subject, clear of the other letters and of `taken` points, or null where a line has
 * no room for one; the line of another arc may pass under it only where no station is free. `unit` is frame units a px.
 */
export function letterPlaces(
  lines: readonly (readonly XY[])[],
  taken: readonly XY[],
  unit: number
): (XY | null)[] {
  const placed = new Squares(APART * unit);
  const kept = new Squares(APART * unit);
  const passing = new Squares(APART * unit);
  for (const at of taken) kept.add(at);
  lines.forEach((line, i) => line.forEach((at) => passing.add(at, i)));
  return lines.map((line, i) => {
    const free = STATIONS.map((share) => line[Math.round((line.length - 1) * share)]).filter(
      (at): at is XY => at !== undefined && !placed.has(at, APART * unit) && !kept.has(at, CLEAR * unit)
    );
    const at = free.find((one) => !passing.has(one, BESIDE * unit, i)) ?? free[0] ?? null;
    if (at) placed.add(at);
    return at;
  });
}
