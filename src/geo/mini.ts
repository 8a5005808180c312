import type { LineForce } from '../model/asof.ts';
import type { Deal } from '../model/deal.ts';
import type { Place } from '../model/place.ts';
import { mapPicture } from './picture.ts';

/** An arc of the small map: a path of one cubic in whole units of the Pacific frame. */
export type MiniArc = { id: string; path: string; force: LineForce };

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

/** One cubic through both ends and the points at a third and two thirds of the line, relative to its start. */
function coarse(line: readonly (readonly [number, number])[]): string {
  const last = line.length - 1;
  const at = (part: number) => line[Math.round(part * last)]!;
  const [start, a, b, end] = [at(0), at(1 / 3), at(2 / 3), at(1)];
  const along = (weigh: (axis: 0 | 1) => number) =>
    ([0, 1] as const).map((axis) => Math.round(weigh(axis) - start[axis])).join();
  const handles = [
    along((i) => (-5 * start[i] + 18 * a[i] - 9 * b[i] + 2 * end[i]) / 6),
    along((i) => (2 * start[i] - 9 * a[i] + 18 * b[i] - 5 * end[i]) / 6),
    along((i) => end[i])
  ];
  return `M${Math.round(start[0])},${Math.round(start[1])}c${handles.join(' ')}`;
}
