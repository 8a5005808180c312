import { boundsOf } from './bounds.ts';
import { fit, type Frame } from './fit.ts';
import type { Graph, Omitted } from './graph.ts';
import { heightsOf } from './heights.ts';
import { flowMarks, siteMarks, type FlowMark, type SiteMark } from './marks.ts';
import { findOrder } from './order.ts';
import { portsOf } from './ports.ts';
import { nameOrder, prepare } from './prepare.ts';

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

/**
 * `order` wins over the computed one: per column the ids of sites, and of flows where they pass it, from the top; what
 * it leaves out is fitted in. `scale` (px per unit) is kept if it fits the frame, so that two pictures can share one.
 */
export type LayoutOptions = {
  readonly order?: Readonly<Record<number, readonly string[]>> | undefined;
  readonly scale?: number | undefined;
};

/**
 * Lays out a graph of flows: columns, order, heights, ribbons. The same input gives the same picture; nothing is
 * written to, nothing throws, and what cannot be drawn is listed with its reason.
 */
export function layoutFlows(graph: Graph, frame: Frame, options: LayoutOptions = {}): Layout {
  const prepared = prepare(graph);
  const { sites, flows, places, omitted } = prepared;
  const { order, crossings } = findOrder(places, boundsOf(prepared, options.order));
  const returns = flows.filter((_, f) => places.firstLink[f] === places.firstLink[f + 1]);
  const fitted = fit(places, order, returns, frame, options.scale);
  const ports = portsOf(places, order);
  const top = heightsOf(places, order, ports, fitted);
  return {
    sites: siteMarks(sites, places, order, top, fitted),
    flows: flowMarks(sites, flows, returns, places, ports, top, fitted),
    crossings,
    omitted,
    scale: fitted.scale,
    padding: fitted.padding,
    order: nameOrder(prepared, order)
  };
}
