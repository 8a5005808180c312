import { Pen } from './pen.ts';

/** A level stretch of a ribbon's upper edge: from x0 to x1 at height y, in px. */
export type Stretch = { x0: number; x1: number; y: number };

/**
 * Writes a ribbon of one upright width (px) as a closed shape to be filled: level along its stretches, with a curve
 * of Bézier from each to the next.
 */
export function writeRibbon(pen: Pen, stretches: readonly Stretch[], width: number): void {
  const count = stretches.length;
  if (count === 0) return;
  pen.start(stretches[0]!.x0, stretches[0]!.y);
  for (let i = 0; i < count; i++) {
    const here = stretches[i]!;
    if (i > 0) pen.curve(stretches[i - 1]!.x1, stretches[i - 1]!.y, here.x0, here.y);
    if (here.x1 > here.x0) pen.across(here.x1);
  }
  pen.down(stretches[count - 1]!.y + width);
  for (let i = count - 1; i >= 0; i--) {
    const here = stretches[i]!;
    if (here.x1 > here.x0) pen.across(here.x0);
    if (i > 0) pen.curve(here.x0, here.y + width, stretches[i - 1]!.x1, stretches[i - 1]!.y + width);
  }
  pen.close();
}

/** A ribbon of one upright width (px) along its stretches, as an SVG path. */
export function ribbon(stretches: readonly Stretch[], width: number): string {
  const pen = new Pen();
  writeRibbon(pen, stretches, width);
  return pen.text();
}

/** One end of a flow that returns: where its upper edge meets the site, and the inner radius of its bends; in px. */
export type ReturnEnd = { x: number; y: number; bend: number };

/**
 * How a flow returns, in px: from its source's right edge round into its lane, whose upper edge is at `lane`, along it
 * to the left, and up into its target's left edge.
 */
export type Return = { source: ReturnEnd; target: ReturnEnd; lane: number };

/** Writes a flow that returns as a closed shape to be filled, of one width (px) all along. */
export function writeReturn(pen: Pen, { source, target, lane }: Return, width: number): void {
  const rs = upright(source, lane, width);
  const rt = upright(target, lane, width);
  const right = source.x + source.bend;
  const left = target.x - target.bend;
  const outer = (end: ReturnEnd, r: number, x: number, y: number): void =>
    pen.bend(end.bend + width, r + width, true, x, y);
  const inner = (end: ReturnEnd, r: number, x: number, y: number): void => pen.bend(end.bend, r, false, x, y);
  pen.start(source.x, source.y);
  outer(source, rs, right + width, source.y + width + rs);
  pen.down(lane - rs);
  outer(source, rs, source.x, lane + width);
  pen.across(target.x);
  outer(target, rt, left - width, lane - rt);
  pen.down(target.y + width + rt);
  outer(target, rt, target.x, target.y);
  pen.down(target.y + width);
  inner(target, rt, left, target.y + width + rt);
  pen.down(lane - rt);
  inner(target, rt, target.x, lane);
  pen.across(source.x);
  inner(source, rs, right, lane - rs);
  pen.down(source.y + width + rs);
  inner(source, rs, source.x, source.y + width);
  pen.close();
}

/** A flow that returns, of one width (px), as an SVG path. */
export function returnRibbon(way: Return, width: number): string {
  const pen = new Pen();
  writeReturn(pen, way, width);
  return pen.text();
}

/** The upright inner radius of both bends at one end; flatter where the lane lies too near for a round one. */
function upright({ y, bend }: ReturnEnd, lane: number, width: number): number {
  return Math.max(0, Math.min(bend, (lane - y - width) / 2));
}
