import type { Deal } from '../model/deal.ts';
import type { Place } from '../model/place.ts';
import { home, type Camera, type Size } from './camera.ts';
import { mapPicture } from './picture.ts';
import type { MapName } from './projection.ts';

/** The camera that shows all deals of a briefing whole, made or not, so that the map stays where it is when the day moves. */
export function wholeMap(
  name: MapName,
  pack: { deals: readonly Deal[]; places: readonly Place[] },
  size: Size
): Camera {
  const points = (unit: number) => {
    const all = mapPicture(name, pack.deals, pack.places, '9999-12-31', unit);
    return [...all.arcs.flatMap((arc) => arc.line), ...all.spots.map(({ x, y }) => [x, y] as const)];
  };
  // Twice, since the fan of the arcs has its width in px: the first view tells how many units that makes.
  return home(points(1 / home(points(1), name, size).k), name, size);
}
