import type { Fit } from './fit.ts';
import type { CleanFlow, CleanSite } from './graph.ts';
import { Pen } from './pen.ts';
import type { Order, Places } from './places.ts';
import type { Ports } from './ports.ts';
import { returnsOf } from './returns.ts';
import { writeReturn, writeRibbon, type Return, type Stretch } from './ribbon.ts';

/** A site as a bar: its column, its place in it counted from the top, its edges in px, its value in the graph's unit. */
export type SiteMark = {
  id: string;
  column: number;
  order: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  value: number;
};

/**
 * A flow as a ribbon to be filled: its upright width in px and its outline as an SVG path. `way` is its upper edge,
 * from which `ribbon` (or `returnRibbon`) draws a narrower one, say what is left of it after a shock.
 */
export type FlowMark = { id: string; from: string; to: string; width: number; path: string } & (
  { returns: false; way: Stretch[] } | { returns: true; way: Return }
);

/** The bars, column by column from the top. `top` is the upper edge of each place in px. */
export function siteMarks(
  sites: readonly CleanSite[],
  places: Places,
  order: Order,
  top: Float64Array,
  fit: Fit
): SiteMark[] {
  return order.flatMap((column, c) =>
    Array.from(column.filter((p) => p < places.sites)).map((p, i) => ({
      id: sites[p]!.id,
      column: c,
      order: i,
      x0: fit.x[c]!,
      x1: fit.x[c]! + fit.siteWidth,
      y0: top[p]!,
      y1: top[p]! + places.value[p]! * fit.scale,
      value: places.value[p]!
    }))
  );
}

/** The ribbons, in the order of input. */
export function flowMarks(
  sites: readonly CleanSite[],
  flows: readonly CleanFlow[],
  returns: readonly CleanFlow[],
  places: Places,
  ports: Ports,
  top: Float64Array,
  fit: Fit
): FlowMark[] {
  const back = returnsOf(places, returns, top, fit);
  const pen = new Pen();
  const ends: number[] = [];
  const marks = flows.map((flow, f): FlowMark => {
    const { id } = flow;
    const from = sites[flow.from]!.id;
    const to = sites[flow.to]!.id;
    const width = flow.value * fit.scale;
    const turned = back.get(flow);
    if (turned !== undefined) {
      writeReturn(pen, turned, width);
      ends.push(pen.length);
      return { id, from, to, width, path: '', returns: true, way: turned };
    }
    const way = stretches(places, f, ports, top, fit);
    writeRibbon(pen, way, width);
    ends.push(pen.length);
    return { id, from, to, width, path: '', returns: false, way };
  });
  const text = pen.text();
  marks.forEach((mark, f) => (mark.path = text.slice(ends[f - 1] ?? 0, ends[f])));
  return marks;
}

/** The level stretches of a ribbon: a point at its ends, and one bar's width in each column that it passes. */
function stretches(places: Places, f: number, ports: Ports, top: Float64Array, fit: Fit): Stretch[] {
  const { from, to } = places.links;
  const first = places.firstLink[f]!;
  const end = places.firstLink[f + 1]!;
  const start = from[first]!;
  const edge = fit.x[places.column[start]!]! + fit.siteWidth;
  const way = [{ x0: edge, x1: edge, y: top[start]! + ports.from[first]! * fit.scale }];
  for (let link = first; link < end; link++) {
    const p = to[link]!;
    const x0 = fit.x[places.column[p]!]!;
    const x1 = link + 1 < end ? x0 + fit.siteWidth : x0;
    way.push({ x0, x1, y: top[p]! + ports.to[link]! * fit.scale });
  }
  return way;
}
