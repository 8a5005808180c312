/** A level stretch of a ribbon's upper edge: from x0 to x1 at height y, in px. */
export type Stretch = { x0: number; x1: number; y: number };

/** A number as SVG writes it, cut to two decimals. */
function px(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/**
 * A ribbon of one upright width (px) as a closed shape to be filled: level along its stretches, with a curve of
 * Bézier from each to the next.
 */
export function ribbon(stretches: readonly Stretch[], width: number): string {
  const there: string[] = [];
  const back: string[] = [];
  stretches.forEach(({ x0, x1, y }, i) => {
    const before = stretches[i - 1];
    if (before === undefined) there.push(`M${px(x0)},${px(y)}`);
    else {
      const middle = px((before.x1 + x0) / 2);
      there.push(`C${middle},${px(before.y)} ${middle},${px(y)} ${px(x0)},${px(y)}`);
      back.push(
        `C${middle},${px(y + width)} ${middle},${px(before.y + width)} ${px(before.x1)},${px(before.y + width)}`
      );
    }
    if (x1 <= x0) return;
    there.push(`H${px(x1)}`);
    back.push(`H${px(x0)}`);
  });
  const last = stretches.at(-1);
  if (last === undefined) return '';
  return `${there.join('')}L${px(last.x1)},${px(last.y + width)}${back.reverse().join('')}Z`;
}

/**
 * How a flow returns: from its source's right edge (x, y of the ribbon's top) round into its lane and along it to the
 * left, up again and into its target's left edge. `out` and `into` are the inner radii of its bends; all in px.
 */
export type Return = {
  source: { x: number; y: number; bend: number };
  target: { x: number; y: number; bend: number };
  lane: number;
};

/** A flow that returns as a closed shape to be filled, of one width (px) all along. */
export function returnRibbon({ source, target, lane }: Return, width: number): string {
  const s = arcs(source, lane, width);
  const t = arcs(target, lane, width);
  const outer = (x: number, y: number, r: { x: number; y: number }, turn: number): string =>
    `A${px(r.x + width)},${px(r.y + width)} 0 0 ${turn} ${px(x)},${px(y)}`;
  const inner = (x: number, y: number, r: { x: number; y: number }, turn: number): string =>
    `A${px(r.x)},${px(r.y)} 0 0 ${turn} ${px(x)},${px(y)}`;
  const right = source.x + s.x;
  const left = target.x - t.x;
  return [
    `M${px(source.x)},${px(source.y)}`,
    outer(right + width, source.y + width + s.y, s, 1),
    `V${px(lane - s.y)}`,
    outer(source.x, lane + width, s, 1),
    `H${px(target.x)}`,
    outer(left - width, lane - t.y, t, 1),
    `V${px(target.y + width + t.y)}`,
    outer(target.x, target.y, t, 1),
    `V${px(target.y + width)}`,
    inner(left, target.y + width + t.y, t, 0),
    `V${px(lane - t.y)}`,
    inner(target.x, lane, t, 0),
    `H${px(source.x)}`,
    inner(right, lane - s.y, s, 0),
    `V${px(source.y + width + s.y)}`,
    inner(source.x, source.y + width, s, 0),
    'Z'
  ].join('');
}

/** The inner radii of both bends at one end; flatter where the lane lies too near for a round one. */
function arcs(end: { y: number; bend: number }, lane: number, width: number): { x: number; y: number } {
  return { x: end.bend, y: Math.max(0, Math.min(end.bend, (lane - end.y - width) / 2)) };
}
