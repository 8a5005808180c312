import type { FlowMark, SiteMark } from './marks.ts';
import { ribbon } from './ribbon.ts';

/** Bars and ribbons whose columns stand at other places than evenly. */
export type Widened = { sites: readonly SiteMark[]; flows: readonly FlowMark[] };

/**
 * Moves the columns of a layout so that ribbons run level for `zones[c]` px behind column c before they bend: there its labels
 * stand, each beside its own ribbon and clear of every other. What is left of the width is shared evenly by the bends. Heights stay
 * as they were. A layout with flows that return, or with too little room, stays as it is.
 */
export function widen(layout: Widened, width: number, bar: number, zones: readonly number[]): Widened {
  const last = Math.max(0, ...layout.sites.map((site) => site.column));
  const bends = width - bar * (last + 1) - zones.slice(0, last).reduce((sum, zone) => sum + zone, 0);
  if (last === 0 || bends < last * SHORTEST || layout.flows.some((flow) => flow.returns)) return layout;
  const before = Array.from({ length: last + 1 }, (_, c) => (c * (width - bar)) / last);
  const after = [0];
  for (let c = 0; c < last; c++) after.push(after[c]! + bar + (zones[c] ?? 0) + bends / last);
  const columnAt = (x: number) => before.findIndex((at) => x >= at - 0.5 && x <= at + bar + 0.5);
  const sites = layout.sites.map((site) => ({
    ...site,
    x0: after[site.column]!,
    x1: after[site.column]! + bar
  }));
  const flows = layout.flows.map((flow) => {
    const way: number[] = [];
    const end = flow.way.length - 3;
    for (let i = 0; i <= end; i += 3) {
      const c = columnAt(flow.way[i]!);
      if (c === -1) return flow;
      const edge = after[c]! + bar;
      const from = i === 0 ? edge : after[c]!;
      way.push(from, i === end ? from : edge + (zones[c] ?? 0), flow.way[i + 2]!);
    }
    return { ...flow, way, path: ribbon(way, flow.width) };
  });
  return { sites, flows };
}

/** The least room a bend may have, in px; with less it would read as a step. */
const SHORTEST = 33;
