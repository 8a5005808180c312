import { boundsOf } from './bounds.ts';
import { columnsOf } from './columns.ts';
import { countCrossings } from './crossings.ts';
import { fit, type Fit, type Frame } from './fit.ts';
import { clean, type CleanFlow, type CleanSite, type Graph, type Omitted } from './graph.ts';
import { heightsOf } from './heights.ts';
import { findOrder } from './order.ts';
import { dropTooLong, placesOf, type Order, type Places } from './places.ts';
import { portsOf, type Ports } from './ports.ts';
import { returnsOf } from './returns.ts';
import { returnRibbon, ribbon, type Return, type Stretch } from './ribbon.ts';

/** A site as a bar: its column, its place in the column from the top, its edges in px, its value in the graph's unit. */
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
 * from which `ribbon` or `returnRibbon` can draw a narrower one (what is left of it after a shock).
 */
export type FlowMark = {
  id: string;
  from: string;
  to: string;
  returns: boolean;
  width: number;
  path: string;
  way: Stretch[] | Return;
};

/** A picture of flows as plain data. */
export type Layout = {
  sites: SiteMark[];
  flows: FlowMark[];
  /** Weighted crossings, in the square of the graph's unit. */
  crossings: number;
  omitted: Omitted[];
  /** Px per unit of flow, one for the whole picture. */
  scale: number;
  /** The gap that was kept between sites, in px. */
  padding: number;
  /** Per column, sites and the flows that pass it, from the top: give it back as the option `order` to keep it. */
  order: Record<number, string[]>;
};

/** An order that wins over the computed one, and a scale (px per unit) that is kept if it fits the frame. */
export type LayoutOptions = {
  readonly order?: Readonly<Record<number, readonly string[]>> | undefined;
  readonly scale?: number | undefined;
};

/**
 * Lays out a graph of flows: columns, order, heights, ribbons. The same input gives the same picture; nothing is
 * written to, nothing throws, and what cannot be drawn is listed with its reason.
 */
export function layoutFlows(graph: Graph, frame: Frame, options: LayoutOptions = {}): Layout {
  const { sites, flows, columns, omitted } = prepare(graph);
  const places = placesOf(sites, flows, columns.of, columns.count);
  const siteIds = sites.map((site) => site.id);
  const flowIds = flows.map((flow) => flow.id);
  const order = findOrder(places, boundsOf(places, siteIds, flowIds, options.order));
  const returns = flows.filter((_, f) => places.route[f]!.length === 0);
  const fitted = fit(places, order, returns, frame, options.scale);
  const ports = portsOf(places, order);
  const top = heightsOf(places, order, ports, fitted);
  return {
    sites: siteMarks(places, siteIds, order, top, fitted),
    flows: flowMarks(places, siteIds, flows, returns, ports, top, fitted),
    crossings: countCrossings(places, order),
    omitted,
    scale: fitted.scale,
    padding: fitted.padding,
    order: namedOrder(places, order, siteIds, flowIds)
  };
}

/** The sites and flows that can be drawn, and their columns. */
export function prepare(graph: Graph) {
  const all = clean(graph);
  const omitted = all.omitted;
  const wide = columnsOf(all.sites, all.flows);
  const flows = dropTooLong(all.flows, wide.of, omitted);
  const linked = new Uint8Array(all.sites.length);
  for (const flow of flows) linked[flow.from] = linked[flow.to] = 1;
  const index = new Int32Array(all.sites.length);
  const sites: CleanSite[] = [];
  all.sites.forEach((site, i) => {
    index[i] = sites.length;
    if (linked[i] === 1) sites.push(site);
    else omitted.push({ id: site.id, why: 'no flow that can be drawn comes from it or goes to it' });
  });
  return {
    sites,
    flows: flows.map((flow) => ({ ...flow, from: index[flow.from]!, to: index[flow.to]! })),
    columns: { of: wide.of.filter((_, i) => linked[i] === 1), count: wide.count },
    omitted
  };
}

function siteMarks(places: Places, ids: string[], order: Order, top: Float64Array, fit: Fit): SiteMark[] {
  return order.flatMap((column, c) =>
    [...column]
      .filter((p) => p < places.sites)
      .map((p, i) => ({
        id: ids[p]!,
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

function flowMarks(
  places: Places,
  ids: string[],
  flows: readonly CleanFlow[],
  returns: readonly CleanFlow[],
  ports: Ports,
  top: Float64Array,
  fit: Fit
): FlowMark[] {
  const back = returnsOf(places, returns, top, fit);
  return flows.map((flow, f) => {
    const width = flow.value * fit.scale;
    const turned = back.get(flow);
    const way = turned ?? stretches(places, f, ports, top, fit);
    const path = turned ? returnRibbon(turned, width) : ribbon(way as Stretch[], width);
    return { id: flow.id, from: ids[flow.from]!, to: ids[flow.to]!, returns: !!turned, width, path, way };
  });
}

/** The level stretches of a ribbon: none at its ends, one bar's width in each column that it passes. */
function stretches(places: Places, f: number, ports: Ports, top: Float64Array, fit: Fit): Stretch[] {
  const route = places.route[f]!;
  const first = places.firstLink[f]!;
  return Array.from(route, (p, i) => {
    const left = fit.x[places.column[p]!]!;
    const port = i === 0 ? ports.from[first]! : ports.to[first + i - 1]!;
    return {
      x0: i === 0 ? left + fit.siteWidth : left,
      x1: i === route.length - 1 ? left : left + fit.siteWidth,
      y: top[p]! + port * fit.scale
    };
  });
}

function namedOrder(
  places: Places,
  order: Order,
  siteIds: string[],
  flowIds: string[]
): Record<number, string[]> {
  const name = (p: number): string => (p < places.sites ? siteIds[p]! : flowIds[places.passes[p]!]!);
  return Object.fromEntries(order.map((column, c) => [c, [...column].map(name)]));
}
