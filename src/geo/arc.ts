import { geoDistance, geoInterpolate, type GeoProjection } from 'd3-geo';

/** A point on the earth: [longitude, latitude] in degrees. */
export type LonLat = readonly [number, number];

/** A point in the picture, in the frame's units. */
export type XY = readonly [number, number];

const STEPS = 48;
/** Under one, arcs of a fan part sooner from their common end. */
const SPREAD = 0.75;

/**
 * The shortest great circle between two points as a picture draws it, unbent: its line, or null where the picture does not show
 * the whole of it, how far each point gives way to a bend, and its middle ([0, 0] where that is not shown).
 */
export type Course = { line: readonly XY[] | null; lift: readonly XY[]; middle: XY };

const courses = new WeakMap<GeoProjection, Map<string, Course>>();

/** The course between two points; computed once, since it is asked for at each day, each bend and each width of the picture. */
export function courseOf(projection: GeoProjection, from: LonLat, to: LonLat): Course {
  const known = courses.get(projection) ?? new Map<string, Course>();
  courses.set(projection, known);
  const ends = `${from.join()} ${to.join()}`;
  const course = known.get(ends) ?? drawn(projection, from, to);
  known.set(ends, course);
  return course;
}

function drawn(projection: GeoProjection, from: LonLat, to: LonLat): Course {
  const along = geoInterpolate([from[0], from[1]], [to[0], to[1]]);
  const middle = projection(along(0.5)) ?? ([0, 0] as const);
  const cut: Course = { line: null, lift: [], middle };
  const line: XY[] = [];
  for (let i = 0; i <= STEPS; i++) {
    const point = isShown(projection, along(i / STEPS)) ? projection(along(i / STEPS)) : null;
    if (!point) return cut;
    line.push([point[0], point[1]]);
  }
  return breaks(line) ? cut : { line, lift: liftsOf(line), middle };
}

/**
 * The shortest great circle between two points, as a curve in the picture.
 * `bow` bends it sideways by so many units in the middle, so that several deals of one pair lie side by side.
 * Returns null when the picture does not show the whole arc.
 */
export function arcPoints(projection: GeoProjection, from: LonLat, to: LonLat, bow = 0): XY[] | null {
  const { line, lift } = courseOf(projection, from, to);
  return line && line.map(([x, y], i) => [x + lift[i]![0] * bow, y + lift[i]![1] * bow]);
}

/** How far each point of a line gives way to a bend of one in its middle: across the line from end to end, not at all at the ends. */
export function liftsOf(line: readonly XY[]): XY[] {
  const [start, end] = [line[0]!, line.at(-1)!];
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]) || 1;
  const normal = [-(end[1] - start[1]) / length, (end[0] - start[0]) / length] as const;
  return line.map((_, i) => {
    const lift = Math.max(0, Math.sin((Math.PI * i) / (line.length - 1))) ** SPREAD;
    return [normal[0] * lift, normal[1] * lift];
  });
}

/** Whether the picture shows this point at all: inside its clip circle, if it has one. */
export function isShown(projection: GeoProjection, point: readonly [number, number]): boolean {
  const angle = projection.clipAngle();
  if (angle === null || angle === 0) return projection([point[0], point[1]]) !== null;
  const [lambda, phi] = projection.rotate();
  return geoDistance([point[0], point[1]], [-lambda, -phi]) <= (angle * Math.PI) / 180;
}

/** An SVG path through the points, smooth enough at this spacing to be drawn as straight pieces. */
export function arcPath(points: readonly XY[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
}

/** Sideways bends, in units of the picture, that spread `count` arcs of one pair evenly round the true line. */
export function fan(count: number, gap: number): number[] {
  return Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * gap);
}

/** A jump between neighbours of more than this share of the line's extent means that the map's edge cuts the arc. */
function breaks(line: readonly XY[]): boolean {
  const total = line.reduce((sum, [x, y], i) => {
    const before = line[i - 1];
    return before ? sum + Math.hypot(x - before[0], y - before[1]) : 0;
  }, 0);
  return line.some(([x, y], i) => {
    const before = line[i - 1];
    return !!before && Math.hypot(x - before[0], y - before[1]) > Math.max(40, total / 4);
  });
}
