import type { Place } from '../model/place.ts';
import { MAP_FRAME, projectionOf, type MapName } from './projection.ts';

/** A place that is party to something, as a point with a label. */
export type Spot = {
  id: string;
  name: string;
  x: number;
  y: number;
  label: { x: number; y: number; anchor: 'start' | 'end' | 'middle' };
};

type Box = { x0: number; y0: number; x1: number; y1: number };
type Side = { dx: number; dy: number; anchor: 'start' | 'end' | 'middle' };

/** The sides a label tries, in px from its point; the first one that is free is taken. */
const WEST: Side = { dx: -9, dy: 4.5, anchor: 'end' };
const EAST: Side = { dx: 9, dy: 4.5, anchor: 'start' };
const OTHERS: readonly Side[] = [
  { dx: 0, dy: 19, anchor: 'middle' },
  { dx: 0, dy: -11, anchor: 'middle' },
  { dx: 9, dy: 17, anchor: 'start' },
  { dx: -9, dy: 17, anchor: 'end' },
  { dx: 9, dy: -8, anchor: 'start' },
  { dx: -9, dy: -8, anchor: 'end' }
];
/** Mean width of a letter and height of a line of a label, in px. */
const LETTER = 7.4;
const ABOVE = 12;
const BELOW = 4;

/** Places as points with labels that overlap neither one another nor a point; `unit` is frame units a px. */
export function spots(places: readonly Place[], name: MapName, unit: number): Spot[] {
  const projection = projectionOf(name);
  const points = places.flatMap((place) => {
    const at = place.point ? projection([place.point[0], place.point[1]]) : null;
    return at ? [{ place, x: at[0], y: at[1] }] : [];
  });
  const taken: Box[] = points.map(({ x, y }) => ({
    x0: x - 5 * unit,
    y0: y - 5 * unit,
    x1: x + 5 * unit,
    y1: y + 5 * unit
  }));
  const own = new Map(points.map((point, i) => [point.place.id, taken[i]!]));
  const { width } = MAP_FRAME[name];
  const middle = width / 2;
  return points
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ place, x, y }) => {
      const order = x > middle ? [EAST, WEST, ...OTHERS] : [WEST, EAST, ...OTHERS];
      const free = order.find((side) => {
        const box = boxOf(side, x, y, place.name, unit);
        return (
          box.x0 >= 0 &&
          box.x1 <= width &&
          taken.every((other) => other === own.get(place.id) || apart(other, box))
        );
      });
      const side = free ?? order[0]!;
      taken.push(boxOf(side, x, y, place.name, unit));
      return {
        id: place.id,
        name: place.name,
        x,
        y,
        label: { x: x + side.dx * unit, y: y + side.dy * unit, anchor: side.anchor }
      };
    });
}

function boxOf({ dx, dy, anchor }: Side, x: number, y: number, text: string, unit: number): Box {
  const width = text.length * LETTER * unit;
  const at = x + dx * unit;
  const x0 = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2;
  return { x0, y0: y + (dy - ABOVE) * unit, x1: x0 + width, y1: y + (dy + BELOW) * unit };
}

function apart(a: Box, b: Box): boolean {
  return a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;
}
