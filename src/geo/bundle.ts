import { geoInterpolate, type GeoProjection } from 'd3-geo';
import type { Deal } from '../model/deal.ts';
import type { Place } from '../model/place.ts';
import { isShown, type LonLat } from './arc.ts';

/** The two ends of a deal's line, the left one in the picture first. */
export type Route = { deal: Deal; a: Place; b: Place; from: LonLat; to: LonLat };

/** Ends nearer than this, in units of the frame, make their arcs one bundle. */
const NEAR = 50;

/** The ends of a deal, or null if one has no point on earth. */
export function routeOf(deal: Deal, places: Map<string, Place>, projection: GeoProjection): Route | null {
  const across = ({ point }: Place) =>
    point && isShown(projection, point) ? projection([...point])![0] : Infinity;
  const ends = deal.parties.flatMap((id) => places.get(id) ?? []);
  const [a, b] = ends.toSorted((p, q) => across(p) - across(q));
  return a?.point && b?.point ? { deal, a, b, from: a.point, to: b.point } : null;
}

/**
 * Deals whose lines would lie on one another: of one pair, or from one place to places close together. Within a bundle from
 * the upper line to the lower, so that they fan out without crossing.
 */
export function bundles(routes: readonly Route[], projection: GeoProjection): Route[][] {
  const at = (point: LonLat) => projection([point[0], point[1]]) ?? ([0, 0] as const);
  const close = (p: LonLat, q: LonLat) => Math.hypot(at(p)[0] - at(q)[0], at(p)[1] - at(q)[1]) < NEAR;
  const together = (r: Route, s: Route) =>
    (r.a === s.a && close(r.to, s.to)) || (r.b === s.b && close(r.from, s.from));
  const height = (r: Route) => at(geoInterpolate([...r.from], [...r.to])(0.5))[1];
  const left = new Set(routes);
  const found: Route[][] = [];
  for (const first of routes) {
    if (!left.delete(first)) continue;
    const bundle = [first];
    for (let i = 0; i < bundle.length; i++)
      for (const other of left)
        if (together(bundle[i]!, other)) {
          left.delete(other);
          bundle.push(other);
        }
    const heights = new Map(bundle.map((route) => [route, height(route)]));
    found.push(bundle.sort((p, q) => heights.get(p)! - heights.get(q)!));
  }
  return found;
}
