import type { Flow, Lens } from '../model/lens.ts';

/** One link in two years; a year that does not report it has none, which is not nought. */
export type YearRow = {
  key: string;
  from: string;
  to: string;
  first: Flow | undefined;
  second: Flow | undefined;
};

/** The links of two lenses of one unit, in the order of the first, then what only the second has. */
export function compareYears(first: Lens, second: Lens): YearRow[] {
  const key = (flow: Flow) => `${flow.from} ${flow.to}`;
  const later = new Map(second.flows.map((flow) => [key(flow), flow]));
  const earlier = new Set(first.flows.map(key));
  const row = (flow: Flow, a: Flow | undefined, b: Flow | undefined): YearRow => ({
    key: key(flow),
    from: flow.from,
    to: flow.to,
    first: a,
    second: b
  });
  return [
    ...first.flows.map((flow) => row(flow, flow, later.get(key(flow)))),
    ...second.flows.filter((flow) => !earlier.has(key(flow))).map((flow) => row(flow, undefined, flow))
  ];
}

/** Why two lenses cannot stand on one scale; undefined where they can. */
export function notBeside(first: Lens, second: Lens): 'unit' | 'material' | undefined {
  if (first.unit !== second.unit) return 'unit';
  return first.material === second.material ? undefined : 'material';
}
