import { grouped } from '../model/grouped.ts';
import type { ShownFlow } from './shown.ts';

/**
 * What remains of flows and sites after a shock, as shares 0 to 1; all of it where there is none. `after` is what is left of
 * each flow, `handled` the share that a site still handles, where that is more than what may leave it.
 */
export function remaining(
  flows: readonly ShownFlow[],
  after: Readonly<Record<string, number>> | undefined,
  handled: Readonly<Record<string, number>> = {}
) {
  if (!after) return { flow: () => 1, site: () => 1 };
  const share = (some: readonly ShownFlow[] = []) => {
    const before = some.reduce((sum, flow) => sum + flow.value, 0);
    return before > 0 ? some.reduce((sum, flow) => sum + (after[flow.id] ?? flow.value), 0) / before : 1;
  };
  const own = grouped(flows, ({ id }) => id);
  const into = grouped(flows, ({ to }) => to);
  const out = grouped(flows, ({ from }) => from);
  return {
    flow: (id: string) => share(own.get(id)),
    site: (id: string) => handled[id] ?? share(out.get(id) ?? into.get(id))
  };
}
