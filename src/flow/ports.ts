import { positionsOf, type Order, type Places } from './places.ts';

/** Where each link leaves its place and enters the next, below the place's top edge, in units of flow. */
export type Ports = { from: Float64Array; to: Float64Array };

/** Sorts the links at each place by where they go to and come from, so that they do not cross at its edge. */
export function portsOf(places: Places, order: Order): Ports {
  const position = positionsOf(places, order);
  const { linkFrom, linkTo, linkWeight } = places;
  const from = new Float64Array(linkFrom.length);
  const to = new Float64Array(linkTo.length);

  function stack(links: Int32Array, ends: Int32Array, port: Float64Array): void {
    if (links.length > 1) links.sort((a, b) => position[ends[a]!]! - position[ends[b]!]! || a - b);
    let top = 0;
    for (const link of links) {
      port[link] = top;
      top += linkWeight[link]!;
    }
  }

  for (let p = 0; p < places.count; p++) {
    stack(places.outLink.slice(places.outStart[p]!, places.outStart[p + 1]!), linkTo, from);
    stack(places.inLink.slice(places.inStart[p]!, places.inStart[p + 1]!), linkFrom, to);
  }
  return { from, to };
}
