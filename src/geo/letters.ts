import type { XY } from './arc.ts';

/** Where along its line a letter tries to stand, as shares of the way: the middle first, then outwards. */
const STATIONS = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75];
/** Least distance between two letters, and from a letter to anything else, in px. */
const APART = 15;
const CLEAR = 12;

/**
 * A place on each line for the letter of its subject, clear of the other letters and of `taken` points, or null where a line has
 * no room for one; the line of another arc may pass under it only where no station is free. `unit` is frame units a px.
 */
export function letterPlaces(
  lines: readonly (readonly XY[])[],
  taken: readonly XY[],
  unit: number
): (XY | null)[] {
  const placed: XY[] = [];
  return lines.map((line, i) => {
    const stations = STATIONS.map((share) => line[Math.round((line.length - 1) * share)]).filter(
      (at) => at !== undefined
    );
    const free = stations.filter(
      (at) =>
        placed.every((other) => distance(at, other) > APART * unit) &&
        taken.every((other) => distance(at, other) > CLEAR * unit)
    );
    const others = lines.filter((_, j) => j !== i);
    const alone = free.find((at) =>
      others.every((other) => other.every((point) => distance(at, point) > 7 * unit))
    );
    const at = alone ?? free[0] ?? null;
    if (at) placed.push(at);
    return at;
  });
}

const distance = (a: XY, b: XY) => Math.hypot(a[0] - b[0], a[1] - b[1]);
