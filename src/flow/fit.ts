import type { CleanFlow } from './graph.ts';
import type { Places } from './places.ts';
import type { Order } from './web.ts';

/** The room for the picture in px, the width of a site's bar and the gap between bars of one column. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly siteWidth: number;
  readonly sitePadding: number;
  /** The gap between a site and a flow that only passes by, in paddings; half of one where it is not given. */
  readonly besidePassing?: number | undefined;
};

/** How a picture fits its frame; all in px but `scale`, in px per unit of flow. */
export type Fit = {
  scale: number;
  padding: number;
  /** The gap between a site and a flow that passes by, in paddings. */
  besidePassing: number;
  siteWidth: number;
  /** The left edge of each column. */
  x: Float64Array;
  /** Sites stand above this; the lanes of flows that return lie below it. */
  bottom: number;
  /** The radius of the innermost bend of a flow that returns. */
  bend: number;
};

/** The gap above the first site that stands apart, in paddings. */
const apartGap = 2.5;

/** Gaps may take this share of the height (or of the width, for bends) before they shrink. */
const mostGaps = 0.5;
/** Nested returns stand this share of the innermost bend's radius from one another. */
export const nested = 0.25;

/** The gap above the place at index i of a column, in paddings: less beside flows that only pass by. */
export function gapAbove({ rank, passes }: Places, column: Int32Array, i: number, beside: number): number {
  const p = column[i]!;
  const above = column[i - 1];
  if (above === undefined) return rank[p] === 0 ? 0 : apartGap;
  if (rank[p] !== rank[above]) return apartGap;
  const passing = (passes[p]! >= 0 ? 1 : 0) + (passes[above]! >= 0 ? 1 : 0);
  return passing === 0 ? 1 : passing === 1 ? beside : 0.125;
}

/** A measure in px; what is not a number, or beyond any screen or sheet, becomes a measure that is. */
function measure(px: number): number {
  return px > 0 ? Math.min(px, 1e6) : 0;
}

/** The weight that leaves each column to the right to return, and that comes back into each from the left. */
function returning(columns: number, returns: readonly CleanFlow[], column: Int32Array) {
  const side = () => ({ weight: new Float64Array(columns), count: new Float64Array(columns) });
  const [out, into] = [side(), side()];
  let weight = 0;
  for (const { from, to, value } of returns) {
    weight += value;
    out.weight[column[from]!]! += value;
    out.count[column[from]!] ||= 1;
    out.count[column[from]!]! += nested;
    into.weight[column[to]!]! += value;
    into.count[column[to]!] ||= 1;
    into.count[column[to]!]! += nested;
  }
  return { out, into, weight, bends: returns.length === 0 ? 0 : 2 + nested * returns.length };
}

/** The largest scale at which everything fits, with paddings that shrink only where there is no room for them. */
export function fit(
  places: Places,
  order: Order,
  returns: readonly CleanFlow[],
  frame: Frame,
  wantedScale = Infinity
): Fit {
  const [width, height] = [measure(frame.width), measure(frame.height)];
  const n = places.columns;
  const besidePassing = Math.min(1, measure(frame.besidePassing ?? 0.5));
  const siteWidth = Math.min(measure(frame.siteWidth), width / (2 * Math.max(1, n)));
  const { out, into, weight, bends } = returning(n, returns, places.column);
  const wide = width - n * siteWidth;
  const marginWeight = n === 0 ? 0 : into.weight[0]! + out.weight[n - 1]!;
  const marginBends = n === 0 ? 0 : into.count[0]! + out.count[n - 1]!;

  let bend = Math.min(
    measure(frame.sitePadding) / 2,
    bends === 0 ? Infinity : (height * mostGaps) / 2 / bends
  );
  const between = Math.max(1, n - 1);
  const gapBends = (c: number): number => out.count[c]! + (into.count[c + 1] ?? 0);
  const gapWeight = (c: number): number => out.weight[c]! + (into.weight[c + 1] ?? 0);
  for (let c = 0; c < n; c++) {
    const need = gapBends(c) * between + marginBends;
    if (need > 0) bend = Math.min(bend, (wide * mostGaps) / need);
  }
  const high = height - bends * bend;
  let padding = measure(frame.sitePadding);
  const gaps = order.map((column) => {
    let sum = 0;
    for (let i = 0; i < column.length; i++) sum += gapAbove(places, column, i, besidePassing);
    return sum;
  });
  for (const gap of gaps) if (gap * padding > high * mostGaps) padding = (high * mostGaps) / gap;

  let scale = measure(wantedScale) === 0 ? Infinity : wantedScale;
  order.forEach((column, c) => {
    let value = 0;
    for (const p of column) value += places.value[p]!;
    value += weight;
    if (value > 0) scale = Math.min(scale, (high - gaps[c]! * padding) / value);
    const across = gapWeight(c) * between + marginWeight;
    if (across > 0) {
      const room = wide - (gapBends(c) * between + marginBends) * bend;
      scale = Math.min(scale, room / across);
    }
  });
  if (!Number.isFinite(scale)) scale = 0;
  const left = n === 0 ? 0 : into.weight[0]! * scale + into.count[0]! * bend;
  const right = n === 0 ? 0 : out.weight[n - 1]! * scale + out.count[n - 1]! * bend;
  const step = n > 1 ? (width - left - right - siteWidth) / (n - 1) : 0;
  const x = Float64Array.from({ length: n }, (_, c) => left + c * step);
  return { scale, padding, besidePassing, siteWidth, x, bottom: high - weight * scale, bend };
}
