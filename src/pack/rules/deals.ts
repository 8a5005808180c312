import type { State } from '../../model/deal.ts';
import type { Fault } from '../fault.ts';
import { rule } from './rule.ts';

/** The states of a deal or measure follow time, one a day. */
export const statesFollowTime = rule(['deals', 'measures'], ({ deals, measures }) => [
  ...deals.flatMap((deal, i) => inTime(`deals[${i}]`, deal.states)),
  ...measures.flatMap((measure, i) => inTime(`measures[${i}]`, measure.states))
]);

function inTime(path: string, states: readonly State[]): Fault[] {
  return states.flatMap((state, i) => {
    const before = states[i - 1];
    const faults: Fault[] = [];
    if (before && state.from <= before.from)
      faults.push({
        path: `${path}.states[${i}].from`,
        value: state.from,
        what:
          state.from === before.from ? 'second state on one day:' : 'state begins before the one above it:',
        remedy: `states stand in the order of their days; the one before begins on ${before.from}`
      });
    if (state.until && state.until < state.from)
      faults.push({
        path: `${path}.states[${i}].until`,
        value: state.until,
        what: 'ends before it starts:',
        remedy: `it starts on ${state.from}`
      });
    return faults;
  });
}

/** What was announced was announced before its day, and a source tells of it. */
export const announcedBefore = rule(['events'], ({ events }) =>
  events.flatMap((event, i) => {
    if (!event.knownFrom) return [];
    const path = `events[${i}].knownFrom`;
    if (event.knownFrom >= event.when.to)
      return [
        {
          path,
          value: event.knownFrom,
          what: 'announced when it had come already:',
          remedy: `its last day is ${event.when.to}; leave "knownFrom" out, or give the day on which it was announced`
        }
      ];
    return event.sources.length
      ? []
      : [
          {
            path,
            value: event.knownFrom,
            what: 'announced by nobody:',
            remedy: 'name in "sources" what announced it'
          }
        ];
  })
);

/** A deal has parties that differ, and what flows in it moves from one of them to another. */
export const partiesDiffer = rule(['deals'], ({ deals }) =>
  deals.flatMap((deal, d) => {
    const faults: Fault[] = deal.parties.flatMap((party, i) =>
      deal.parties.indexOf(party) === i
        ? []
        : [
            {
              path: `deals[${d}].parties[${i}]`,
              value: party,
              what: 'party named twice:',
              remedy: 'a deal needs two parties that differ'
            }
          ]
    );
    const { flow } = deal;
    if (!flow) return faults;
    for (const end of ['from', 'to'] as const)
      if (!deal.parties.includes(flow[end]))
        faults.push({
          path: `deals[${d}].flow.${end}`,
          value: flow[end],
          what: 'not a party of this deal:',
          remedy: `its parties are ${deal.parties.join(', ')}`
        });
    if (flow.from === flow.to)
      faults.push({
        path: `deals[${d}].flow.to`,
        value: flow.to,
        what: 'flow that ends where it begins:',
        remedy: 'name the party that receives'
      });
    return faults;
  })
);

/** A matter stands inside a larger deal, never inside itself by however many steps. */
export const nestingEnds = rule(['deals'], ({ deals }) => {
  const outer = new Map<string, string | undefined>(deals.map((deal) => [deal.id, deal.within]));
  return deals.flatMap((deal, d) => {
    const seen = new Set<string>([deal.id]);
    for (let at = deal.within as string | undefined; at !== undefined; at = outer.get(at)) {
      if (at === deal.id)
        return [
          {
            path: `deals[${d}].within`,
            value: deal.within,
            what: 'deal inside itself:',
            remedy: 'leave "within" out on the outermost one'
          }
        ];
      if (seen.has(at)) break;
      seen.add(at);
    }
    return [];
  });
});
