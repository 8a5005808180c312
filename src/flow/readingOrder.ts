import type { FlowMark } from './marks.ts';

/** Ribbons as one reads: column by column, from the top, by where they leave. */
export function inReadingOrder(
  flows: readonly FlowMark[],
  sites: readonly { id: string; column: number; order: number }[]
): FlowMark[] {
  const rank = new Map(sites.map((site) => [site.id, site.column * 10_000 + site.order]));
  // The first three numbers of a way are where it begins: from x, to x, at y.
  const leaves = (flow: FlowMark) => flow.way[2] ?? 0;
  return flows.toSorted((a, b) => rank.get(a.from)! - rank.get(b.from)! || leaves(a) - leaves(b));
}
