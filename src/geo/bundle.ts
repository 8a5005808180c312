import type { GeoProjection } from 'd3-geo';
import type { Deal } from '../model/deal.ts';
import type { Place } from '../model/place.ts';
import { courseOf, fan, isShown, liftsOf, type LonLat, type XY } from './arc.ts';
import { uncrossed, type Bendable } from './uncross.ts';

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
  const known = new Map<LonLat, XY>();
  const at = (point: LonLat): XY => {
    const place = known.get(point) ?? projection([point[0], point[1]]) ?? ([0, 0] as const);
    known.set(point, place);
    return place;
  };
  const close = (p: LonLat, q: LonLat) => Math.hypot(at(p)[0] - at(q)[0], at(p)[1] - at(q)[1]) < NEAR;
  const together = (r: Route, s: Route) =>
    (r.a === s.a && close(r.to, s.to)) || (r.b === s.b && close(r.from, s.from));
  const height = ({ from, to }: Route) => courseOf(projection, from, to).middle[1];
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

/** Middles of lines nearer than this across, in units of the frame, can lie on one another. */
const BESIDE = 110;

/**
 * The bend of each route, bundle by bundle: a fan round the true line, and bundles from one place that would lie on one another
 * moved apart, the upper one upwards. `gap` is the room between arcs and `widest` the most a bundle takes, in units of the frame.
 */
export function bendsOf(
  all: readonly (readonly Route[])[],
  projection: GeoProjection,
  { gap, widest }: { gap: number; widest: number }
): Map<Route, number> {
  const bends = new Map<Route, number>();
  const middle = ({ from, to }: Route) => courseOf(projection, from, to).middle;
  const height = (route: Route) => middle(route)[1];
  const across = (route: Route) => middle(route)[0];
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const low = all
    .map((routes) => {
      const fans = fan(routes.length, Math.min(gap, widest / (routes.length - 1 || 1)));
      const places = new Set(routes.flatMap((r) => [r.a, r.b]));
      const half = Math.abs(fans[0] ?? 0);
      return {
        routes,
        fans,
        half,
        places,
        x: mean(routes.map(across)),
        y: mean(routes.map(height)),
        shift: 0
      };
    })
    .sort((p, q) => q.y - p.y);
  low.forEach((bundle, i) => {
    for (const below of low.slice(0, i)) {
      const beside =
        Math.abs(below.x - bundle.x) < BESIDE && [...below.places].some((p) => bundle.places.has(p));
      const overlap = bundle.y + bundle.shift + bundle.half + gap - (below.y + below.shift - below.half);
      if (
        !beside ||
        overlap <= 0 ||
        bundle.y + bundle.shift - bundle.half > below.y + below.shift + below.half
      )
        continue;
      // Both give way, so that neither strays far from its true line.
      below.shift += overlap / 2;
      bundle.shift -= overlap / 2;
    }
  });
  const slots = low.flatMap(({ routes, fans, shift, y }) =>
    routes.map((route, i) => ({ route, at: y + shift + fans[i]! }))
  );
  // A line that this picture cuts has no place among the others.
  const [whole, cut] = [true, false].map((is) =>
    slots.filter(({ route }) => (courseOf(projection, route.from, route.to).line !== null) === is)
  ) as [typeof slots, typeof slots];
  const better = uncrossed(
    whole.map(({ route }): Bendable => {
      const line = courseOf(projection, route.from, route.to).line!.filter((_, i) => i % 3 === 0);
      return { line, lift: liftsOf(line), height: height(route), ends: [route.a, route.b] };
    }),
    whole.map(({ at }) => at),
    gap * 0.6
  );
  whole.forEach(({ route }, i) => bends.set(route, better[i]! - height(route)));
  for (const { route, at } of cut) bends.set(route, at - height(route));
  return bends;
}
