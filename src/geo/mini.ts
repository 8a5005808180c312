import type { LineForce } from '../model/asof.ts';
import type { Deal } from '../model/deal.ts';
import type { Place } from '../model/place.ts';
import { mapPicture } from './picture.ts';

/** An arc of the small map: a path in units of the Pacific frame, of every fourth point in whole units. */
export type MiniArc = { id: string; path: string; force: LineForce };

const EVERY = 4;

/** The arcs of the small map on the home view on a day: the same as on the map proper, coarser. */
export function miniArcs(deals: readonly Deal[], places: readonly Place[], day: string): MiniArc[] {
  if (last?.deals === deals && last.day === day) return last.arcs;
  const arcs = mapPicture('pacific', deals, places, day).arcs.map(({ id, line, force }) => ({
    id,
    force,
    path: coarse(line)
  }));
  last = { deals, day, arcs };
  return arcs;
}

/** Kept for when the reader comes back to the home view. */
let last: { deals: readonly Deal[]; day: string; arcs: MiniArc[] } | undefined;

function coarse(line: readonly (readonly [number, number])[]): string {
  const points = line
    .filter((_point, i) => i % EVERY === 0 || i === line.length - 1)
    .map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  return points
    .map(([x, y], i) => {
      const [px, py] = points[i - 1] ?? [0, 0];
      return i === 0 ? `M${x},${y}` : `${i === 1 ? 'l' : ' '}${x - px},${y - py}`;
    })
    .join('');
}
