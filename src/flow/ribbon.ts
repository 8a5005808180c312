import { Pen } from './pen.ts';

/**
 * The way of a ribbon as plain numbers in px, three for each level stretch of its upper edge: from x, to x, y. A
 * ribbon has one at each end, of no length, and one of a bar's width in each column that it passes.
 */
export type Way = readonly number[];

/**
 * Writes a ribbon of one upright width (px) as a closed shape to be filled: level along its stretches, with a curve
 * of Bézier from each to the next.
 */
export function writeRibbon(pen: Pen, way: Way, width: number): void {
  const count = way.length;
  if (count < 3) return;
  if (count === 6 && way[0] === way[1] && way[3] === way[4]) {
    pen.band(way[1]!, way[2]!, way[3]!, way[5]!, width);
    return;
  }
  pen.start(way[0]!, way[2]!);
  for (let i = 0; i < count; i += 3) {
    if (i > 0) pen.curve(way[i - 2]!, way[i - 1]!, way[i]!, way[i + 2]!);
    if (way[i + 1]! > way[i]!) pen.across(way[i + 1]!);
  }
  pen.down(way[count - 1]! + width);
  for (let i = count - 3; i >= 0; i -= 3) {
    if (way[i + 1]! > way[i]!) pen.across(way[i]!);
    if (i > 0) pen.curve(way[i]!, way[i + 2]! + width, way[i - 2]!, way[i - 1]! + width);
  }
  pen.close();
}

/**
 * How a flow returns, in px: from (sourceX, sourceY) at its source's right edge round into its lane, along it to the
 * left, and up into its target's left edge; the ribbon's upper edge, with the inner radii of the bends at both ends.
 */
export type Return = {
  sourceX: number;
  sourceY: number;
  sourceBend: number;
  targetX: number;
  targetY: number;
  targetBend: number;
  lane: number;
};

/** The way of a flow that returns as plain numbers: sourceX, sourceY, sourceBend, targetX, targetY, targetBend, lane. */
export function returnWay(back: Return): number[] {
  const { sourceX, sourceY, sourceBend, targetX, targetY, targetBend, lane } = back;
  return [sourceX, sourceY, sourceBend, targetX, targetY, targetBend, lane];
}

/** Writes a flow that returns as a closed shape to be filled, of one width (px) all along. */
export function writeReturn(pen: Pen, way: Way, width: number): void {
  if (way.length < 7) return;
  const [sx, sy, sr, tx, ty, tr, lane] = way as [number, number, number, number, number, number, number];
  // Flatter where the lane lies too near for a round bend.
  const su = Math.max(0, Math.min(sr, (lane - sy - width) / 2));
  const tu = Math.max(0, Math.min(tr, (lane - ty - width) / 2));
  pen.start(sx, sy);
  pen.bend(sr + width, su + width, true, sx + sr + width, sy + width + su);
  pen.down(lane - su);
  pen.bend(sr + width, su + width, true, sx, lane + width);
  pen.across(tx);
  pen.bend(tr + width, tu + width, true, tx - tr - width, lane - tu);
  pen.down(ty + width + tu);
  pen.bend(tr + width, tu + width, true, tx, ty);
  pen.down(ty + width);
  pen.bend(tr, tu, false, tx - tr, ty + width + tu);
  pen.down(lane - tu);
  pen.bend(tr, tu, false, tx, lane);
  pen.across(sx);
  pen.bend(sr, su, false, sx + sr, lane - su);
  pen.down(sy + width + su);
  pen.bend(sr, su, false, sx, sy + width);
  pen.close();
}

/** A ribbon of another width (px) along the way of one that has been laid out, as an SVG path: say what a shock leaves. */
export function ribbon(way: Way, width: number): string {
  const pen = new Pen();
  writeRibbon(pen, way, width);
  return pen.text();
}
