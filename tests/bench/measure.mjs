import { layoutFlows } from '../../src/flow/layout.ts';

/** The frame of all layouts, in px. */
export const frame = { width: 960, height: 560, siteWidth: 14, sitePadding: 12 };

/**
 * Weighted crossings of a peer's order, by our definition. Where a long flow passes a column is for the peer to gain:
 * we put it where it crosses least beside the peer's sites, or where the peer's curve runs, whichever is better.
 */
export function crossingsOf(graph, columns, { order, middle, ends }) {
  if (order !== undefined) return layoutFlows(graph, frame, { order }).crossings;
  const byHeight = {};
  for (const [id, column] of columns) (byHeight[column] ??= []).push([middle.get(id), id]);
  const sorted = (lists) =>
    Object.fromEntries(
      Object.entries(lists).map(([c, list]) => [c, list.sort((a, b) => a[0] - b[0]).map(([, id]) => id)])
    );
  const best = layoutFlows(graph, frame, { order: sorted(byHeight) }).crossings;
  if (ends === undefined) return best;
  for (const { id, from, to } of graph.flows) {
    const [first, last] = [columns.get(from), columns.get(to)];
    const [y0, y1] = ends.get(id);
    for (let c = first + 1; c < last; c++) {
      const t = (c - first) / (last - first);
      byHeight[c].push([y0 + (y1 - y0) * t * t * (3 - 2 * t), id]);
    }
  }
  return Math.min(best, layoutFlows(graph, frame, { order: sorted(byHeight) }).crossings);
}

/** How far ribbons rise or fall on their way, on average over the amount that they carry, in px. */
export function displacementOf(graph, { ends }) {
  if (ends === undefined) return NaN;
  let sum = 0;
  let all = 0;
  for (const { id, value } of graph.flows) {
    sum += value * Math.abs(ends.get(id)[0] - ends.get(id)[1]);
    all += value;
  }
  return sum / all;
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A layout is run up to this often, but after two runs only until this much time has passed, in ms. */
const runs = { most: 12, patience: 2500 };

/** Lays a graph out a few times; gives back what the peer made of it and the least time, in ms. Undefined if it throws. */
export async function run(peer, graph) {
  let least = Infinity;
  let read;
  try {
    const begin = performance.now();
    for (let i = 0; i < runs.most && (i < 2 || performance.now() - begin < runs.patience); i++) {
      const input = await peer.prepare(graph, frame);
      const start = performance.now();
      const output = await peer.layout(input, frame);
      least = Math.min(least, performance.now() - start);
      read = peer.read(output);
    }
  } catch {
    return undefined;
  }
  return { read, time: least };
}
