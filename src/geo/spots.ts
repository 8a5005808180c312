import type { Place } from '../model/place.ts';
import { MAP_FRAME, projectionOf, type MapName } from './projection.ts';

type Anchor = 'start' | 'end' | 'middle';

/** A place that is party to something, as a point with a label; one without room has none, one far from its point has a `lead`. */
export type Spot = {
  id: string;
  name: string;
  x: number;
  y: number;
  label: { x: number; y: number; anchor: Anchor };
  lead?: boolean;
  unlabelled?: boolean;
};

type Box = { x0: number; y0: number; x1: number; y1: number };
type Side = { dx: number; dy: number; anchor: Anchor; far?: boolean };

/** The sides a label tries, in px from its point; the first one that is free is taken. */
const WEST: Side = { dx: -9, dy: 4.5, anchor: 'end' };
const EAST: Side = { dx: 9, dy: 4.5, anchor: 'start' };
/** Where a label on the right leaves the arcs to its place alone. */
const UNDER: Side = { dx: 0, dy: 19, anchor: 'middle' };
const NEAR: readonly Side[] = [
  { dx: -9, dy: -2, anchor: 'end' },
  { dx: 9, dy: -2, anchor: 'start' },
  { dx: -9, dy: 10, anchor: 'end' },
  { dx: 9, dy: 10, anchor: 'start' },
  UNDER,
  { dx: 0, dy: -11, anchor: 'middle' },
  { dx: 9, dy: 17, anchor: 'start' },
  { dx: -9, dy: 17, anchor: 'end' },
  { dx: 9, dy: -8, anchor: 'start' },
  { dx: -9, dy: -8, anchor: 'end' }
];
/** Farther away, with a thin line back to the point: to either side, above and below. */
const FAR: readonly Side[] = [26, 44, 62].flatMap((way) =>
  [0, 14, -14, 28, -28, 44, -44].flatMap((dy): Side[] => [
    { dx: -way, dy: dy + 4.5, anchor: 'end', far: true },
    { dx: way, dy: dy + 4.5, anchor: 'start', far: true }
  ])
);
/** Mean width of a letter and height of a line of a label, in px. */
const LETTER = 7.4;
const ABOVE = 12;
const BELOW = 4;

/**
 * Places as points with labels that overlap neither one another nor a point, and lie within `view`;
 * `unit` is frame units a px. A place outside the view takes no part.
 */
export function spots(
  places: readonly Place[],
  name: MapName,
  unit: number,
  view: Box = frameOf(name)
): Spot[] {
  const points = placePoints(places, name, view);
  const taken: Box[] = points.map(({ x, y }) => ({
    x0: x - 5 * unit,
    y0: y - 5 * unit,
    x1: x + 5 * unit,
    y1: y + 5 * unit
  }));
  const own = new Map(points.map((point, i) => [point.place.id, taken[i]!]));
  const middle = (view.x0 + view.x1) / 2;
  return points
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ place, x, y }) => {
      const order = [...(x > middle ? [EAST, UNDER] : [WEST, EAST]), ...NEAR, WEST, ...FAR];
      const free = order.find((side) => {
        const box = boxOf(side, x, y, place.name, unit);
        const nearest = points.every(
          (other) => other.place === place || gap(box, other.x, other.y) > gap(box, x, y)
        );
        return (
          within(box, view) &&
          (side.far || nearest) &&
          taken.every((other) => other === own.get(place.id) || apart(other, box))
        );
      });
      const side = free ?? order[0]!;
      if (free) taken.push(boxOf(side, x, y, place.name, unit));
      return {
        id: place.id,
        name: place.name,
        x,
        y,
        label: { x: x + side.dx * unit, y: y + side.dy * unit, anchor: side.anchor },
        ...(side.far ? { lead: true } : {}),
        ...(free ? {} : { unlabelled: true })
      };
    });
}

/** Where the places stand that lie in a part of the picture, by default in its frame. */
export function placePoints(
  places: readonly Place[],
  name: MapName,
  view: Box = frameOf(name)
): { place: Place; x: number; y: number }[] {
  const projection = projectionOf(name);
  return places.flatMap((place) => {
    const at = place.point ? projection([place.point[0], place.point[1]]) : null;
    return at && at[0] >= view.x0 && at[0] <= view.x1 && at[1] >= view.y0 && at[1] <= view.y1
      ? [{ place, x: at[0], y: at[1] }]
      : [];
  });
}

const frameOf = (name: MapName): Box => ({
  x0: 0,
  y0: 0,
  x1: MAP_FRAME[name].width,
  y1: MAP_FRAME[name].height
});

function boxOf({ dx, dy, anchor }: Side, x: number, y: number, text: string, unit: number): Box {
  const width = text.length * LETTER * unit;
  const at = x + dx * unit;
  const x0 = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2;
  return { x0, y0: y + (dy - ABOVE) * unit, x1: x0 + width, y1: y + (dy + BELOW) * unit };
}

/** How far a point lies from a box; a label nearer to another place than to its own would name the wrong one. */
const gap = (box: Box, x: number, y: number) =>
  Math.hypot(Math.max(box.x0 - x, 0, x - box.x1), Math.max(box.y0 - y, 0, y - box.y1));

const within = (box: Box, view: Box) =>
  box.x0 >= view.x0 && box.x1 <= view.x1 && box.y0 >= view.y0 && box.y1 <= view.y1;

function apart(a: Box, b: Box): boolean {
  return a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;
}
