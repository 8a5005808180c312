import type { State } from '../model/deal.ts';
import type { Fault } from './fault.ts';
import { didYouMean } from './fault.ts';
import type { Tables } from './tables.ts';

/** A rule looks at the whole of the tables and names every place where they break it. */
type Rule = (tables: Tables) => Fault[];

/** In = out within this share, for every inner site of a lens. */
const BALANCE = 0.005;

/** No two records anywhere carry one id, so that a note or a link always means one thing. */
const idsAreUnique: Rule = (tables) => {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  const take = (id: string, path: string) => {
    const before = seen.get(id);
    if (before)
      faults.push({
        path,
        value: id,
        what: 'id already taken',
        remedy: `it stands at ${before}; give this record another`
      });
    else seen.set(id, path);
  };
  for (const [name, records] of Object.entries(tables))
    if (Array.isArray(records))
      records.forEach((record, i) => take((record as { id: string }).id, `${name}[${i}].id`));
  tables.briefing.paragraphs.forEach((p, i) => take(p.id, `briefing.paragraphs[${i}].id`));
  tables.lenses.forEach((lens, l) => {
    lens.sites.forEach((site, i) => take(`${lens.id}/${site.id}`, `lenses[${l}].sites[${i}].id`));
    lens.flows.forEach((flow, i) => take(`${lens.id}/${flow.id}`, `lenses[${l}].flows[${i}].id`));
  });
  return faults;
};

/** Flows join sites of their own lens, from an earlier column to a later one. */
const flowsJoinSites: Rule = (tables) =>
  tables.lenses.flatMap((lens, l) => {
    const sites = new Map<string, string>(lens.sites.map((s) => [s.id, s.stage]));
    const column = new Map<string, number>(lens.stages.map((s) => [s.id, s.column]));
    const faults: Fault[] = [];
    lens.sites.forEach((site, i) => {
      if (!column.has(site.stage))
        faults.push({
          path: `lenses[${l}].sites[${i}].stage`,
          value: site.stage,
          what: 'stage without a column',
          remedy: `add it to lenses[${l}].stages`
        });
    });
    lens.flows.forEach((flow, i) => {
      for (const end of ['from', 'to'] as const)
        if (!sites.has(flow[end]))
          faults.push({
            path: `lenses[${l}].flows[${i}].${end}`,
            value: flow[end],
            what: 'unknown site',
            remedy: didYouMean(flow[end], sites.keys(), `lenses[${l}].sites`)
          });
      const [a, b] = [column.get(sites.get(flow.from) ?? ''), column.get(sites.get(flow.to) ?? '')];
      if (a !== undefined && b !== undefined && a >= b)
        faults.push({
          path: `lenses[${l}].flows[${i}]`,
          value: `${flow.from} → ${flow.to}`,
          what: 'flow against the order of the stages',
          remedy: 'turn it round, or move a stage to another column'
        });
      if (flow.low !== undefined && flow.high !== undefined && flow.low > flow.high)
        faults.push({
          path: `lenses[${l}].flows[${i}].low`,
          value: flow.low,
          what: 'range begins above its end',
          remedy: `"high" is ${flow.high}`
        });
    });
    return faults;
  });

/** What goes into an inner site comes out again. */
const innerSitesBalance: Rule = (tables) =>
  tables.lenses.flatMap((lens, l) =>
    lens.sites.flatMap((site, i) => {
      if (site.role !== 'inner') return [];
      const sum = (end: 'from' | 'to') =>
        lens.flows.filter((f) => f[end] === site.id).reduce((s, f) => s + f.value, 0);
      const [into, out] = [sum('to'), sum('from')];
      if (Math.abs(into - out) <= BALANCE * Math.max(into, out)) return [];
      return [
        {
          path: `lenses[${l}].sites[${i}]`,
          value: site.id,
          what: `${into} ${lens.unit} in and ${out} out of`,
          remedy: 'add the missing flow as a residual, or correct the figures'
        }
      ];
    })
  );

/** The states of a deal or measure follow time, one a day. */
const statesFollowTime: Rule = (tables) => {
  const check = (path: string, states: readonly State[]): Fault[] =>
    states.flatMap((state, i) => {
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
  return [
    ...tables.deals.flatMap((deal, i) => check(`deals[${i}]`, deal.states)),
    ...tables.measures.flatMap((measure, i) => check(`measures[${i}]`, measure.states))
  ];
};

/** No paragraph without a claim, and no deal or event that nothing stands behind. */
const everythingIsGrounded: Rule = (tables) => {
  const spoken = new Set<string>(tables.claims.map((c) => c.paragraph));
  const faults: Fault[] = tables.briefing.paragraphs.flatMap((p, i) =>
    spoken.has(p.id)
      ? []
      : [
          {
            path: `briefing.paragraphs[${i}]`,
            value: p.id,
            what: 'no claim of paragraph',
            remedy: 'add at least one to claims'
          }
        ]
  );
  tables.deals.forEach((deal, i) => {
    if (deal.named === 'briefing' ? deal.claims.length === 0 : deal.record.length + deal.sources.length === 0)
      faults.push({
        path: `deals[${i}]`,
        value: deal.id,
        what: 'nothing stands behind',
        remedy:
          deal.named === 'briefing'
            ? 'name the claims of the briefing that mention it'
            : 'name a record entry or a source'
      });
  });
  tables.events.forEach((event, i) => {
    if (event.claims.length + event.record.length + event.sources.length === 0)
      faults.push({
        path: `events[${i}]`,
        value: event.id,
        what: 'nothing stands behind',
        remedy: 'name a claim, a record entry or a source'
      });
  });
  tables.record.forEach((entry, i) => {
    if (entry.verdict === 'not checked' ? entry.checked !== undefined : entry.checked === undefined)
      faults.push({
        path: `record[${i}].checked`,
        value: entry.checked,
        what: `verdict "${entry.verdict}" with check date`,
        remedy: 'a verdict has the day of its check; "not checked" has none'
      });
  });
  return faults;
};

const HEDGES =
  /\b(likely|unlikely|probably|probable|possibly|possible|perhaps|may|might|could|almost certainly|remote chance|realistic possibility)\b/i;

/** A judgement never carries a word of likelihood that we added. */
const noLikelihoodWords: Rule = (tables) =>
  tables.briefing.judgements.flatMap((judgement, i) => {
    const word = HEDGES.exec(judgement.text)?.[0];
    return word
      ? [
          {
            path: `briefing.judgements[${i}].text`,
            value: word,
            what: 'word of likelihood',
            remedy: 'say it without; its author used none'
          }
        ]
      : [];
  });

/** All rules that look across tables. */
export const RULES: readonly Rule[] = [
  idsAreUnique,
  flowsJoinSites,
  innerSitesBalance,
  statesFollowTime,
  everythingIsGrounded,
  noLikelihoodWords
];
