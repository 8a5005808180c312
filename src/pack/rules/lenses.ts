import type { Lens } from '../../model/lens.ts';
import { didYouMean, type Fault } from '../fault.ts';
import { rule } from './rule.ts';

/** In = out within this share, for every inner site of a lens. */
const BALANCE = 0.005;

/** The sites of a lens stand in columns that it has, and each column is named. */
export const stagesAreNamed = rule(['lenses'], ({ lenses }) =>
  lenses.flatMap((lens, l) => {
    const stages = new Set<string>(lens.stages.map((stage) => stage.id));
    const blank = lens.stages.flatMap((stage, i) =>
      stage.heading.trim()
        ? []
        : [
            {
              path: `lenses[${l}].stages[${i}].heading`,
              value: stage.heading,
              what: 'stage without a name, found',
              remedy: 'give it the heading that stands over its column'
            }
          ]
    );
    const columnless = lens.sites.flatMap((site, i) =>
      stages.has(site.stage)
        ? []
        : [
            {
              path: `lenses[${l}].sites[${i}].stage`,
              value: site.stage,
              what: 'stage without a column:',
              remedy: `add it to lenses[${l}].stages`
            }
          ]
    );
    return [...blank, ...columnless];
  })
);

/** Flows join sites of their own lens, from an earlier column to a later one, and lie within their range. */
export const flowsJoinSites = rule(['lenses'], ({ lenses }) =>
  lenses.flatMap((lens, l) => {
    const sites = new Map<string, string>(lens.sites.map((s) => [s.id, s.stage]));
    const column = new Map<string, number>(lens.stages.map((s) => [s.id, s.column]));
    const faults: Fault[] = [];
    lens.flows.forEach((flow, i) => {
      const path = `lenses[${l}].flows[${i}]`;
      for (const end of ['from', 'to'] as const)
        if (!sites.has(flow[end]))
          faults.push(unknown(`${path}.${end}`, flow[end], sites.keys(), `lenses[${l}].sites`));
      const [a, b] = [column.get(sites.get(flow.from) ?? ''), column.get(sites.get(flow.to) ?? '')];
      if (a !== undefined && b !== undefined && a >= b)
        faults.push({
          path,
          value: `${flow.from} → ${flow.to}`,
          what: 'flow against the order of the stages:',
          remedy: 'turn it round, or move a stage to another column'
        });
      const { value, low = value, high = value } = flow;
      if (low > value || high < value)
        faults.push({
          path: `${path}.value`,
          value,
          what: 'outside its own range:',
          remedy: `its range is ${flow.low ?? 'open'} to ${flow.high ?? 'open'}; correct one of the three`
        });
    });
    return faults;
  })
);

/** The weak points of a lens name its own sites and flows. */
export const weakPointsResolve = rule(['lenses'], ({ lenses }) =>
  lenses.flatMap((lens, l) =>
    lens.weak.flatMap((weak, w) =>
      (['sites', 'flows'] as const).flatMap((list) => {
        const known: readonly string[] = lens[list].map((record: { id: string }) => record.id);
        return weak[list].flatMap((id, i) =>
          known.includes(id)
            ? []
            : [unknown(`lenses[${l}].weak[${w}].${list}[${i}]`, id, known, `lenses[${l}].${list}`)]
        );
      })
    )
  )
);

/** What goes into an inner site comes out again. */
export const innerSitesBalance = rule(['lenses'], ({ lenses }) =>
  lenses.flatMap((lens, l) =>
    lens.sites.flatMap((site, i) => {
      if (site.role !== 'inner') return [];
      const [into, out] = [through(lens, 'to', site.id), through(lens, 'from', site.id)];
      if (Math.abs(into - out) <= BALANCE * Math.max(into, out)) return [];
      return [
        {
          path: `lenses[${l}].sites[${i}]`,
          value: site.id,
          what: `${round(into)} ${lens.unit} in and ${round(out)} out of`,
          remedy: 'add the missing flow as a residual, or correct the figures'
        }
      ];
    })
  )
);

/** A flow that passes on what reaches its first site has all of that, and nothing else leaves the site. */
export const passedOnIsAll = rule(['lenses'], ({ lenses }) =>
  lenses.flatMap((lens, l) =>
    lens.flows.flatMap(({ from, value, passesOn }, i) => {
      const into = passesOn ? through(lens, 'to', from) : value;
      if (Math.abs(into - value) < 0.5) return [];
      return [
        {
          path: `lenses[${l}].flows[${i}].passesOn`,
          value,
          what: `${round(into)} ${lens.unit} reach ${from}, which passes on`,
          remedy: 'correct the figures, or take “passesOn” away'
        }
      ];
    })
  )
);

/** The total that a source gives for a site is what its flows add up to; a flow that misses its site is told by itself. */
export const siteTotalsHold = rule(['lenses'], ({ lenses }) =>
  lenses.flatMap((lens, l) =>
    lens.sites.flatMap(({ id, total }, i) => {
      if (!total) return [];
      const flows = Math.max(through(lens, 'to', id), through(lens, 'from', id));
      if (flows === 0 || Math.abs(flows - total.value) <= BALANCE * flows) return [];
      return [
        {
          path: `lenses[${l}].sites[${i}].total.value`,
          value: total.value,
          what: `its flows add up to ${round(flows)} ${lens.unit}, not to`,
          remedy: 'add the missing flow as a residual, or correct the figures'
        }
      ];
    })
  )
);

/** Without the dust that adding fractions leaves. */
const round = (sum: number) => Number(sum.toPrecision(12));

const through = (lens: Lens, end: 'from' | 'to', site: string) =>
  lens.flows.filter((flow) => flow[end] === site).reduce((sum, flow) => sum + flow.value, 0);

const unknown = (path: string, id: string, known: Iterable<string>, table: string): Fault => ({
  path,
  value: id,
  what: path.includes('.flows[') && !/\.(from|to)$/.test(path) ? 'unknown flow' : 'unknown site',
  remedy: didYouMean(id, known, table)
});
