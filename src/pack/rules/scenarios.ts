import { didYouMean, type Fault } from '../fault.ts';
import { rule } from './rule.ts';

/** A shock names sites, and links between them, that every lens it can be asked of has; one with a shock can be asked of some lens. */
export const shocksResolve = rule(['scenarios', 'lenses'], ({ scenarios, lenses }) =>
  scenarios.flatMap((scenario, s) => {
    const faults: Fault[] = [];
    const asked = lenses.filter((lens) => scenario.lenses.includes(lens.id));
    if (scenario.cannot === undefined && scenario.lenses.length === 0)
      faults.push({
        path: `scenarios[${s}].lenses`,
        value: scenario.lenses,
        what: 'shock without a lens:',
        remedy: 'name the lenses it can be asked of'
      });
    for (const lens of asked) {
      const sites = lens.sites.map((site) => site.id as string);
      for (const id of Object.keys(scenario.capacity ?? {}))
        if (!sites.includes(id))
          faults.push({
            path: `scenarios[${s}].capacity.${id}`,
            value: id,
            what: `no site of ${lens.id}:`,
            remedy: didYouMean(id, sites, 'its sites')
          });
      for (const [p, { from, to }] of (scenario.permission ?? []).entries())
        if (!lens.flows.some((flow) => flow.from === from && flow.to === to))
          faults.push({
            path: `scenarios[${s}].permission[${p}]`,
            value: `${from} → ${to}`,
            what: `no link of ${lens.id}:`,
            remedy: 'name two sites that a flow of this lens joins, or leave the lens out'
          });
    }
    return faults;
  })
);
