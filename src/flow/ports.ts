import type { Places } from './places.ts';
import type { Order } from './web.ts';

/** Where each link leaves its place and enters the next, below the place's top edge, in units of flow. */
export type Ports = { from: Float64Array; to: Float64Array };

/**
 * Stacks the links at each place in the order of their far ends, so that they do not cross at its edge: whoever walks
 * a column from the top hands out the ports in the next one in the right order. O(links).
 */
export function portsOf({ count, links, into, out }: Places, order: Order): Ports {
  const ports = { from: new Float64Array(links.from.length), to: new Float64Array(links.to.length) };
  const filledLeft = new Float64Array(count);
  const filledRight = new Float64Array(count);
  for (const column of order) {
    for (const p of column) {
      for (let k = out.start[p]!; k < out.start[p + 1]!; k++) {
        ports.to[out.link[k]!] = filledLeft[out.far[k]!]!;
        filledLeft[out.far[k]!]! += out.weight[k]!;
      }
      for (let k = into.start[p]!; k < into.start[p + 1]!; k++) {
        ports.from[into.link[k]!] = filledRight[into.far[k]!]!;
        filledRight[into.far[k]!]! += into.weight[k]!;
      }
    }
  }
  return ports;
}
