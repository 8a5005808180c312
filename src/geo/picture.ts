import { geoInterpolate, type GeoProjection } from 'd3-geo';
import type { Deal, Subject } from '../model/deal.ts';
import { lineForce, type LineForce } from '../model/asof.ts';
import { dealSentence } from '../model/dealTable.ts';
import type { Place } from '../model/place.ts';
import { arcPath, arcPoints, isShown, type LonLat, type XY } from './arc.ts';
import { letterPlaces } from './letters.ts';
import { bendsOf, bundles, routeOf } from './bundle.ts';
import type { Rect } from './rect.ts';
import { spots, type Spot } from './spots.ts';
import { projectionOf, MAP_FRAME, type MapName } from './projection.ts';

/** A deal as drawn: a line from party to party, how it looks and the sentence that says it. */
export type Arc = {
  id: string;
  path: string;
  /** The points of the path. */
  line: readonly XY[];
  subject: Subject;
  force: LineForce;
  sentence: string;
  middle: XY;
  /** Where the arrow stands and points to, in degrees, given only where a thing moves from one party to the other. */
  arrow: { at: XY; angle: number } | null;
  /** Where the letter of the subject stands, if the line has room for one. */
  letter: XY | null;
};
/** An arc that runs out of the picture: as far as it is seen, and where it leads. */
export type Pointer = Arc & { end: XY; to: string };
/**
 * The map's marks as plain data, in units of its frame. `beyond` lists deals with a party that this picture does not show, and
 * `pointers` draws them as far as they go; `later` draws what was not yet made on the day.
 */
export type MapPicture = {
  width: number;
  height: number;
  arcs: Arc[];
  later: Arc[];
  spots: Spot[];
  beyond: string[];
  pointers: Pointer[];
};

type Lines = Pick<MapPicture, 'arcs' | 'later' | 'beyond' | 'pointers'>;

/** Room between neighbouring arcs of a bundle, and the most a whole bundle takes, in px. */
const GAP = 15;
const WIDEST = 62;
/** Company matters of a pair are told in the dossier of its larger deal, and draw an arc of their own only where that one is not drawn on the day. */
function drawn(deals: readonly Deal[], day: string): Deal[] {
  const given = new Map(deals.map((deal) => [deal.id, deal]));
  return deals.filter((deal) => {
    const larger = deal.within && given.get(deal.within);
    return !larger || (lineForce(deal, day) !== null && lineForce(larger, day) === null);
  });
}

/**
 * The deals of a briefing on one of the pictures, on a given day. `unit` tells how many units of the frame make one px on
 * screen, so that labels keep their size and arcs their distance at any zoom; `view` is the part that is seen.
 */
export function mapPicture(
  name: MapName,
  deals: readonly Deal[],
  places: readonly Place[],
  day: string,
  unit = 1,
  view?: Rect
): MapPicture {
  const names = new Map(places.map((place) => [place.id as string, place.name]));
  const label = (id: string) => names.get(id) ?? id;
  const { courses, parties, beyond } = mapCourses(name, deals, places, day, unit);
  const lines: Lines = { arcs: [], later: [], beyond, pointers: [] };
  for (const { deal, force, line, whole, near, far } of courses) {
    const arc = {
      id: deal.id as string,
      path: arcPath(line),
      line,
      subject: deal.subject,
      force: force ?? ('pledged' as const),
      sentence: dealSentence(deal, day, label),
      middle: line[Math.floor(line.length / 2)] ?? ([0, 0] as const),
      arrow: deal.flow ? arrowOf(line, deal.flow.to === near.id) : null,
      letter: null
    };
    if (!whole) lines.pointers.push({ ...arc, end: line.at(-1)!, to: far.name });
    else (force ? lines.arcs : lines.later).push(arc);
  }
  const named = spots(parties, name, unit, view);
  return { ...MAP_FRAME[name], ...lettered(lines, named, unit), spots: named };
}

/** A deal's line as the picture shows it: whole, from its left end `near`, or as far as it is seen from the one that is shown. */
type DealCourse = {
  deal: Deal;
  /** Null before it was made. */
  force: LineForce | null;
  line: readonly XY[];
  whole: boolean;
  near: Place;
  far: Place;
};

/** The lines of the deals on a day, bent apart, the places at their ends that the picture shows, and the deals that it does not show whole. */
export function mapCourses(
  name: MapName,
  deals: readonly Deal[],
  places: readonly Place[],
  day: string,
  unit: number
): { courses: DealCourse[]; parties: Place[]; beyond: string[] } {
  const projection = projectionOf(name);
  const byId = new Map(places.map((place) => [place.id as string, place]));
  const courses: DealCourse[] = [];
  const beyond: string[] = [];
  const parties = new Set<string>();
  const routes = drawn(deals, day).flatMap((deal) => {
    const route = routeOf(deal, byId, projection);
    if (!route && lineForce(deal, day)) beyond.push(deal.id);
    return route ?? [];
  });
  // Made or not, each deal of a bundle keeps its own bend, so that no arc jumps when the day moves.
  // On a very small map the fan gives way before the arcs leave their places.
  const wide = Math.min(unit, 1.7);
  const bends = bendsOf(bundles(routes, projection), projection, { gap: GAP * wide, widest: WIDEST * wide });
  for (const [{ deal, a, b, from, to }, bend] of bends) {
    const force = lineForce(deal, day);
    const shown = [from, to].map((point) => isShown(projection, point));
    const points = shown[0] && shown[1] ? arcPoints(projection, from, to, bend) : null;
    if (points) courses.push({ deal, force, line: points, whole: true, near: a, far: b });
    else if (force) {
      beyond.push(deal.id);
      const [near, far] = shown[0] ? [a, b] : [b, a];
      const line = stub(projection, near.point!, far.point!);
      if (line.length > 3) courses.push({ deal, force, line, whole: false, near, far });
    }
    if (points || force) [a, b].forEach(({ id }, i) => shown[i] && parties.add(id));
  }
  return { courses, beyond, parties: places.filter((place) => parties.has(place.id)) };
}

/** The arcs that are made by the day, each with the letter of its subject where there is room. */
function lettered(lines: Lines, named: readonly Spot[], unit: number): Lines {
  const all = [...lines.arcs, ...lines.pointers];
  const taken = [
    ...named.flatMap(({ x, y, label }): XY[] => [
      [x, y],
      [label.x, label.y]
    ]),
    ...all.flatMap(({ arrow }) => (arrow ? [arrow.at] : []))
  ];
  const letters = letterPlaces(
    all.map(({ line }) => line),
    taken,
    unit
  );
  const give = <A extends Arc>(arcs: A[], from: number) =>
    arcs.map((arc, i) => ({ ...arc, letter: letters[from + i]! }));
  return {
    ...lines,
    arcs: give(lines.arcs, 0),
    pointers: give(lines.pointers, lines.arcs.length)
  };
}

/** An arrow at two fifths of the way to where the thing goes, clear of the other arcs' middles. */
function arrowOf(line: readonly XY[], back: boolean): Arc['arrow'] {
  const way = back ? line.toReversed() : line;
  const i = Math.floor(way.length * 0.4);
  const [from, to] = [way[i], way[i + 1]];
  if (!from || !to) return null;
  return { at: from, angle: (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI };
}

/** The part of a great circle that is seen, from its end in the picture outwards. */
function stub(projection: GeoProjection, from: LonLat, to: LonLat): XY[] {
  const along = geoInterpolate([from[0], from[1]], [to[0], to[1]]);
  const line: XY[] = [];
  for (let i = 0; i <= 60; i++) {
    const point = isShown(projection, along(i / 60)) ? projection(along(i / 60)) : null;
    if (!point) break;
    line.push([point[0], point[1]]);
  }
  return line;
}

/** Where the name at the end of a pointer stands: beyond it, or, where the view ends there, below it and back; `unit` as for the picture. */
export function pointerLabel(
  { end: [x, y], to }: MapPicture['pointers'][number],
  view: Rect,
  unit: number
): { x: number; y: number; 'text-anchor': 'start' | 'end' } {
  const beyond = x + (8 + (to.length + 2) * 7.4) * unit <= view.x1;
  return beyond
    ? { x: x + 8 * unit, y: y + 4 * unit, 'text-anchor': 'start' }
    : { x: Math.min(x + 6 * unit, view.x1 - 4 * unit), y: y + 20 * unit, 'text-anchor': 'end' };
}

/** Places whose points lie so close that they cannot each be hit, in groups; `near` in units of the frame. */
export function crowds(all: readonly Spot[], near: number): Spot[][] {
  const left = new Set(all);
  const found: Spot[][] = [];
  for (const spot of all) {
    if (!left.delete(spot)) continue;
    const crowd = [spot];
    for (let i = 0; i < crowd.length; i++)
      for (const other of left)
        if (Math.hypot(other.x - crowd[i]!.x, other.y - crowd[i]!.y) < near) {
          left.delete(other);
          crowd.push(other);
        }
    if (crowd.length > 1) found.push(crowd);
  }
  return found;
}
