import type { ShownFlow } from './shown.ts';

/** What remains of flows and sites after a shock, as shares 0 to 1; all of it where there is none. */
export function remaining(flows: readonly ShownFlow[], after: Readonly<Record<string, number>> | undefined) {
  const share = (some: readonly ShownFlow[]) => {
    const before = some.reduce((sum, flow) => sum + flow.value, 0);
    return after && before > 0
      ? some.reduce((sum, flow) => sum + (after[flow.id] ?? flow.value), 0) / before
      : 1;
  };
  return {
    flow: (id: string) => share(flows.filter((flow) => flow.id === id)),
    site: (id: string) => {
      const into = flows.filter((flow) => flow.to === id);
      const out = flows.filter((flow) => flow.from === id);
      return out.length ? share(out) : share(into);
    }
  };
}
