import type { Step } from './slide.ts';

/** How far the handles of a cubic curve stand from its ends, as a share of the radius, to follow a quarter of an ellipse. */
const QUARTER = 0.5523;

/**
 * The steps of an SVG path, in its own units. Knows the commands that our pictures use: M, L, H, V, C, Z, quarter bends A,
 * and the relative l of the land; a path with any other command throws, so that none is drawn wrongly.
 */
export function pathSteps(path: string): Step[] {
  const steps: Step[] = [];
  let [x, y] = [0, 0];
  let [x0, y0] = [0, 0];
  for (const [, command, rest] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const n = (rest!.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const pairs = (each: (a: number, b: number, first: boolean) => void) => {
      for (let i = 0; i + 1 < n.length; i += 2) each(n[i]!, n[i + 1]!, i === 0);
    };
    const go = (nx: number, ny: number, to: 'start' | 'line' = 'line') => {
      [x, y] = [nx, ny];
      steps.push({ to, x, y });
    };
    switch (command) {
      case 'M':
        pairs((a, b, first) => {
          go(a, b, first ? 'start' : 'line');
          if (first) [x0, y0] = [a, b];
        });
        break;
      case 'L':
        pairs((a, b) => go(a, b));
        break;
      case 'l':
        pairs((a, b) => go(x + a, y + b));
        break;
      case 'H':
        n.forEach((a) => go(a, y));
        break;
      case 'V':
        n.forEach((b) => go(x, b));
        break;
      case 'C':
        for (let i = 0; i + 5 < n.length; i += 6) {
          const [ax, ay, bx, by, nx, ny] = n.slice(i, i + 6) as [
            number,
            number,
            number,
            number,
            number,
            number
          ];
          steps.push({ to: 'curve', x: nx, y: ny, handles: [ax, ay, bx, by] });
          [x, y] = [nx, ny];
        }
        break;
      case 'A': {
        const [, , , , clockwise, nx, ny] = n as [number, number, number, number, number, number, number];
        steps.push(bend([x, y], [nx, ny], clockwise === 1));
        [x, y] = [nx, ny];
        break;
      }
      case 'Z':
      case 'z':
        steps.push({ to: 'close' });
        [x, y] = [x0, y0];
        break;
      default:
        throw new Error(`svgPath: no command "${command}"`);
    }
  }
  return steps;
}

/** A quarter of an ellipse between two points, as one cubic curve. */
function bend([x0, y0]: [number, number], [x1, y1]: [number, number], clockwise: boolean): Step {
  const level = clockwise === (x1 - x0) * (y1 - y0) > 0;
  const [cx, cy] = level ? [x1, y0] : [x0, y1];
  const near = (from: number, corner: number) => from + (corner - from) * QUARTER;
  return {
    to: 'curve',
    x: x1,
    y: y1,
    handles: [near(x0, cx), near(y0, cy), near(x1, cx), near(y1, cy)]
  };
}
