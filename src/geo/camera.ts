import { MAP_FRAME, type MapName } from './projection.ts';
import type { Rect } from './rect.ts';

/** A size on screen, in px. */
export type Size = { width: number; height: number };
/** Where the reader looks: the left upper corner in the frame's units, and px on screen per unit. */
export type Camera = { x: number; y: number; k: number };

/** How far beyond the home view a reader can go, either way. */
const IN = 9;
const OUT = 0.75;
/** Room for labels round what is fitted, in px. */
const MARGIN = { left: 90, right: 104, top: 26, bottom: 34 };

/** The camera that shows a rectangle whole and as large as the size lets it. */
export function fit(rect: Rect, size: Size, margin = MARGIN): Camera {
  const [left, right] = [Math.min(margin.left, size.width / 5), Math.min(margin.right, size.width / 5)];
  const room = { width: size.width - left - right, height: size.height - margin.top - margin.bottom };
  const k = Math.min(room.width / (rect.x1 - rect.x0), room.height / (rect.y1 - rect.y0));
  const middle = { x: (rect.x0 + rect.x1) / 2, y: (rect.y0 + rect.y1) / 2 };
  return {
    k,
    x: middle.x - (left + room.width / 2) / k,
    y: middle.y - (margin.top + room.height / 2) / k
  };
}

/** The home view: all of these points, within the frame of the picture. */
export function home(points: readonly (readonly [number, number])[], name: MapName, size: Size): Camera {
  const { width, height } = MAP_FRAME[name];
  if (name === 'world' || points.length < 2) {
    // The whole earth, and arcs that rise above it.
    const y0 = Math.min(0, ...points.map(([, y]) => y - 6));
    return fit({ x0: 0, y0, x1: width, y1: height }, size, { left: 0, right: 0, top: 0, bottom: 0 });
  }
  const inside = (value: number, limit: number, beyond = 0) => Math.min(Math.max(value, -beyond), limit);
  const xs = points.map(([x]) => inside(x, width));
  // Fanned arcs may rise above the frame; the land runs on there.
  const ys = points.map(([, y]) => inside(y, height, height / 4));
  return fit({ x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }, size);
}

/** The camera that shows a rectangle that a link holds, no closer and no farther than a reader can go from the home view. */
export function cameraOf(rect: Rect, start: Camera, name: MapName, size: Size): Camera {
  const camera = fit(rect, size, { left: 0, right: 0, top: 0, bottom: 0 });
  const middle = { x: size.width / 2, y: size.height / 2 };
  return panBy(zoomAt(camera, 1, middle, start), { x: 0, y: 0 }, name, size);
}

/** Zooms by a factor so that the point of the screen under the pointer stays where it is. */
export function zoomAt(camera: Camera, factor: number, at: { x: number; y: number }, start: Camera): Camera {
  const k = Math.min(Math.max(camera.k * factor, start.k * OUT), start.k * IN);
  return { k, x: camera.x + at.x / camera.k - at.x / k, y: camera.y + at.y / camera.k - at.y / k };
}

/** Moves the map by so many px, no farther than that the middle of the view leaves the picture. */
export function panBy(camera: Camera, by: { x: number; y: number }, name: MapName, size: Size): Camera {
  const { width, height } = MAP_FRAME[name];
  const half = { x: size.width / 2 / camera.k, y: size.height / 2 / camera.k };
  const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  return {
    k: camera.k,
    x: within(camera.x - by.x / camera.k, -half.x, width - half.x),
    y: within(camera.y - by.y / camera.k, -half.y - height / 4, height * 1.25 - half.y)
  };
}

/** What a camera shows, as a rectangle of the frame. */
export function seen(camera: Camera, size: Size): Rect {
  return {
    x0: camera.x,
    y0: camera.y,
    x1: camera.x + size.width / camera.k,
    y1: camera.y + size.height / camera.k
  };
}
