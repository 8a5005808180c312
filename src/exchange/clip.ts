/** A point in px. */
export type Point = readonly [number, number];
/** A window in px, edges included. */
export type Window = { x0: number; y0: number; x1: number; y1: number };

/** The four edges: whether a point lies within, and where a line crosses. */
const edges = ({ x0, y0, x1, y1 }: Window) =>
  [
    { within: (p: Point) => p[0] >= x0, at: (p: Point, q: Point) => atX(p, q, x0) },
    { within: (p: Point) => p[0] <= x1, at: (p: Point, q: Point) => atX(p, q, x1) },
    { within: (p: Point) => p[1] >= y0, at: (p: Point, q: Point) => atY(p, q, y0) },
    { within: (p: Point) => p[1] <= y1, at: (p: Point, q: Point) => atY(p, q, y1) }
  ] as const;

const atX = (p: Point, q: Point, x: number): Point => [
  x,
  p[1] + ((q[1] - p[1]) * (x - p[0])) / (q[0] - p[0])
];
const atY = (p: Point, q: Point, y: number): Point => [
  p[0] + ((q[0] - p[0]) * (y - p[1])) / (q[1] - p[1]),
  y
];

/** The part of a closed outline that lies in a window, by Sutherland and Hodgman; empty where nothing does. */
export function clipArea(outline: readonly Point[], window: Window): Point[] {
  return edges(window).reduce<Point[]>(
    (points, { within, at }) =>
      points.flatMap((point, i) => {
        const before = points.at(i - 1)!;
        if (within(point)) return within(before) ? [point] : [at(before, point), point];
        return within(before) ? [at(before, point)] : [];
      }),
    [...outline]
  );
}

/** The parts of a line that lie in a window, each with at least two points. */
export function clipLine(line: readonly Point[], window: Window): Point[][] {
  const parts: Point[][] = [];
  let open: Point[] | null = null;
  for (let i = 1; i < line.length; i++) {
    const part = segment(line[i - 1]!, line[i]!, window);
    if (!part) {
      open = null;
      continue;
    }
    const last = open?.at(-1);
    if (open && last && last[0] === part[0][0] && last[1] === part[0][1]) open.push(part[1]);
    else parts.push((open = [...part]));
  }
  return parts;
}

function segment(from: Point, to: Point, window: Window): [Point, Point] | null {
  let [p, q] = [from, to];
  for (const { within, at } of edges(window)) {
    if (!within(p) && !within(q)) return null;
    if (!within(p)) p = at(p, q);
    else if (!within(q)) q = at(p, q);
  }
  return [p, q];
}
