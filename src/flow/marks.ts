import type { Fit } from './fit.ts';
import type { CleanFlow, CleanSite } from './graph.ts';
import { Pen } from './pen.ts';
import type { Places } from './places.ts';
import type { Order } from './web.ts';
import type { Ports } from './ports.ts';
import { returnsOf } from './returns.ts';
import { returnWay, writeReturn, writeRibbon } from './ribbon.ts';

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
 * A flow as a ribbon to be filled: its upright width in px and its outline as an SVG path. `way` is its upper edge in
 * px as plain numbers, along which `ribbon` draws one of another width where it does not return.
 */
export type FlowMark = {
  id: string;
  from: string;
  to: string;
  returns: boolean;
  width: number;
  path: string;
  way: number[];
};

/** The bars, column by column from the top. `top` is the upper edge of each place in px. */
export function siteMarks(
  sites: readonly CleanSite[],
  places: Places,
  order: Order,
  top: Float64Array,
  fit: Fit
): SiteMark[] {
  const marks: SiteMark[] = [];
  order.forEach((column, c) => {
    let above = 0;
    for (let i = 0; i < column.length; i++) {
      const p = column[i]!;
      if (p >= places.sites) continue;
      marks.push({
        id: sites[p]!.id,
        column: c,
        order: above++,
        x0: fit.x[c]!,
        x1: fit.x[c]! + fit.siteWidth,
        y0: top[p]!,
        y1: top[p]! + places.value[p]! * fit.scale,
        value: places.value[p]!
      });
    }
  });
  return marks;
}

/** What most ribbons take, in characters. */
const lettersPerRibbon = 160;

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
  const pen = new Pen(flows.length * lettersPerRibbon);
  const ends = new Int32Array(flows.length + 1);
  const marks = flows.map((flow, f): FlowMark => {
    const width = flow.value * fit.scale;
    const turned = back.size === 0 ? undefined : back.get(flow);
    const way = turned === undefined ? stretches(places, f, ports, top, fit) : returnWay(turned);
    if (turned === undefined) writeRibbon(pen, way, width);
    else writeReturn(pen, way, width);
    ends[f + 1] = pen.length;
    return {
      id: flow.id,
      from: sites[flow.from]!.id,
      to: sites[flow.to]!.id,
      returns: turned !== undefined,
      width,
      path: '',
      way
    };
  });
  const text = pen.text();
  for (let f = 0; f < marks.length; f++) marks[f]!.path = text.slice(ends[f], ends[f + 1]);
  return marks;
}

/** The level stretches of a ribbon: a point at its ends, and one bar's width in each column that it passes. */
function stretches(places: Places, f: number, ports: Ports, top: Float64Array, fit: Fit): number[] {
  const { from, to } = places.links;
  const { x, scale, siteWidth } = fit;
  const first = places.firstLink[f]!;
  const last = places.firstLink[f + 1]! - 1;
  const start = from[first]!;
  const left = x[places.column[start]!]! + siteWidth;
  const right = x[places.column[to[last]!]!]!;
  const y0 = top[start]! + ports.from[first]! * scale;
  const y1 = top[to[last]!]! + ports.to[last]! * scale;
  if (first === last) return [left, left, y0, right, right, y1];
  const way = [left, left, y0];
  for (let link = first; link < last; link++) {
    const p = to[link]!;
    const edge = x[places.column[p]!]!;
    way.push(edge, edge + siteWidth, top[p]!);
  }
  way.push(right, right, y1);
  return way;
}
