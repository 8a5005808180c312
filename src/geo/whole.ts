import type { Deal } from '../model/deal.ts';
import type { Place } from '../model/place.ts';
import { home, type Camera, type Size } from './camera.ts';
import { mapCourses } from './picture.ts';
import type { MapName } from './projection.ts';
import { placePoints } from './spots.ts';

/** The camera that shows all deals of a briefing whole, made or not, so that the map stays where it is when the day moves. */
export function wholeMap(
  name: MapName,
  pack: { deals: readonly Deal[]; places: readonly Place[] },
  size: Size
): Camera {
  const all = known.get(pack.deals) ?? new Map<string, Camera>();
  known.set(pack.deals, all);
  const key = `${name} ${size.width} ${size.height}`;
  const camera = all.get(key) ?? fitted(name, pack, size);
  all.set(key, camera);
  return camera;
}

/** The cameras of a briefing's maps, kept for when the reader comes back to the view. */
const known = new WeakMap<readonly Deal[], Map<string, Camera>>();

function fitted(
  name: MapName,
  pack: { deals: readonly Deal[]; places: readonly Place[] },
  size: Size
): Camera {
  const points = (unit: number) => {
    const { courses, parties } = mapCourses(name, pack.deals, pack.places, '9999-12-31', unit);
    return [
      ...courses.flatMap(({ whole, force, line }) => (whole && force ? line : [])),
      ...placePoints(parties, name).map(({ x, y }) => [x, y] as const)
    ];
  };
  // Twice, since the fan of the arcs has its width in px: the first view tells how many units that makes.
  return home(points(1 / home(points(1), name, size).k), name, size);
}
