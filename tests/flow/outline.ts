/** A corner of a shape, in px. */
export type Point = readonly [x: number, y: number];

const STEPS = 400;

/** The outline of a path of ours (M, C, H, V, A, Z) as points close enough to measure by. */
export function outlineOf(path: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  const go = (nx: number, ny: number) => points.push([(x = nx), (y = ny)]);
  for (const [, letter = '', numbers = ''] of path.matchAll(/([MCHVAZ])([^MCHVAZ]*)/g)) {
    const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN, g = NaN] = numbers.split(',').map(Number);
    const [x0, y0] = [x, y];
    if (letter === 'M') go(a, b);
    else if (letter === 'H') go(a, y);
    else if (letter === 'V') go(x, a);
    else if (letter === 'C')
      for (let i = 1; i <= STEPS; i++) {
        const [t, s] = [i / STEPS, 1 - i / STEPS];
        const at = (p0: number, p1: number, p2: number, p3: number) =>
          s ** 3 * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t ** 3 * p3;
        go(at(x0, a, c, e), at(y0, b, d, f));
      }
    else if (letter === 'A') bend(go, [x0, y0], [f, g], [a, b], e === 1);
  }
  return points;
}

/** A quarter of an ellipse, as the parts of SVG's arcs that we use: which corner its middle stands in follows from the turn. */
function bend(
  go: (x: number, y: number) => unknown,
  from: Point,
  to: Point,
  [rx, ry]: Point,
  clockwise: boolean
): unknown {
  // As SVG has it: an arc without a radius is a line.
  if (rx === 0 || ry === 0) return go(...to);
  const level = clockwise === (to[0] - from[0]) * (to[1] - from[1]) > 0;
  const middle: Point = level ? [from[0], to[1]] : [to[0], from[1]];
  const start = Math.atan2((from[1] - middle[1]) / ry, (from[0] - middle[0]) / rx);
  const turn = ((clockwise ? 1 : -1) * Math.PI) / 2;
  for (let i = 1; i < STEPS; i++) {
    const angle = start + (turn * i) / STEPS;
    go(middle[0] + rx * Math.cos(angle), middle[1] + ry * Math.sin(angle));
  }
  return go(...to);
}

/** The area within an outline, in px². */
export function areaOf(points: readonly Point[]): number {
  let twice = 0;
  points.forEach(([x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length]!;
    twice += x * ny - nx * y;
  });
  return Math.abs(twice) / 2;
}
