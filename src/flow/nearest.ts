import type { Way } from './ribbon.ts';

/** A ribbon as a hit test sees it: its upper edge as a way, and its upright width, both in px of one frame. */
export type Reach = {
  readonly id: string;
  readonly way: Way;
  readonly width: number;
  readonly returns: boolean;
};

/** Half of the least target, in px (WCAG 2.2, 2.5.8: 24 px). */
const half = 12;

/** The height of a ribbon's upper edge at x and how steep it is there, in px; undefined where it does not reach. */
export function edgeAt(way: Way, x: number): { y: number; slope: number } | undefined {
  for (let i = 0; i + 2 < way.length; i += 3) {
    const [from, to, y] = [way[i]!, way[i + 1]!, way[i + 2]!];
    if (x >= from && x <= to) return { y, slope: 0 };
    const [next, end] = [way[i + 3], way[i + 5]];
    if (next === undefined || end === undefined || x <= to || x >= next) continue;
    return onCurve(to, y, next, end, x);
  }
  return undefined;
}

/** A point of the curve that runs level out of (x0, y0) and into (x1, y1), both control points half way between. */
function onCurve(x0: number, y0: number, x1: number, y1: number, x: number): { y: number; slope: number } {
  const share = (x - x0) / (x1 - x0);
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step++) {
    const t = (low + high) / 2;
    // x rises steadily along such a curve: 1.5 t (1 - t) + t³ of its breadth.
    if (1.5 * t * (1 - t) + t ** 3 < share) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  const across = (1.5 - 3 * t + 3 * t ** 2) * (x1 - x0);
  return { y: y0 + (y1 - y0) * t * t * (3 - 2 * t), slope: (6 * t * (1 - t) * (y1 - y0)) / across };
}

/**
 * Which ribbon a point belongs to: that whose core is nearest, at most 12 px away. The core of a thin ribbon is its
 * middle line, that of a wide one what is left 12 px within its edges, so that a thin ribbon between two wide ones
 * still has room. A ribbon that returns is not looked for. In px of the ribbons' frame.
 */
export function nearestRibbon(ribbons: readonly Reach[], x: number, y: number): string | undefined {
  let least = half + 1e-9;
  let found: string | undefined;
  for (const { id, way, width, returns } of ribbons) {
    const edge = returns ? undefined : edgeAt(way, x);
    if (!edge) continue;
    // What is upright here is nearer as the crow flies, the steeper the ribbon runs.
    const inner = Math.max(0, width / 2 - half * Math.hypot(1, edge.slope));
    const away = Math.max(0, Math.abs(y - edge.y - width / 2) - inner) / Math.hypot(1, edge.slope);
    if (away > least || (away === least && found !== undefined && width > 2 * half)) continue;
    least = away;
    found = id;
  }
  return found;
}
