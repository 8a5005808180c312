import { leadsTo, MAX_HOPS } from '../../model/aliases.ts';
import type { Fault } from '../fault.ts';
import { ENTITY_TABLES, entityIds } from '../ids.ts';
import { rule } from './rule.ts';

const ALL = ['briefing', ...ENTITY_TABLES] as const;

/** No two records anywhere carry one id, so that a note or a link always means one thing. */
export const idsAreUnique = rule(ALL, (tables) => {
  const faults: Fault[] = [];
  const taker = () => {
    const seen = new Map<string, string>();
    return (id: string, path: string) => {
      const before = seen.get(id);
      if (before === undefined) return void seen.set(id, path);
      faults.push({
        path,
        value: id,
        what: 'id already taken:',
        remedy: `it stands at ${before}; give this record another`
      });
    };
  };
  const take = taker();
  for (const [id, path] of entityIds(tables)) take(id, path);
  tables.elements.forEach((element, e) =>
    element.prices.forEach((price, i) => take(price.id, `elements[${e}].prices[${i}].id`))
  );
  tables.lenses.forEach((lens, l) => {
    lens.weak.forEach((weak, i) => take(weak.id, `lenses[${l}].weak[${i}].id`));
    lens.shares.forEach((share, i) => take(share.id, `lenses[${l}].shares[${i}].id`));
    // A stage's id is a word that all lenses share, so it is one of a kind in its own lens only.
    const takeStage = taker();
    lens.stages.forEach((stage, i) => takeStage(stage.id, `lenses[${l}].stages[${i}].id`));
  });
  const takeSection = taker();
  tables.briefing.sections.forEach((s, i) => takeSection(s.id, `briefing.sections[${i}].id`));
  const takeJudgement = taker();
  tables.briefing.judgements.forEach((j, i) => takeJudgement(j.id, `briefing.judgements[${i}].id`));
  return faults;
});

/** An alias leads from an id that is gone to one that is there, in few steps and never in a circle. */
export const aliasesLead = rule(ALL, (tables) => {
  const known = new Set([...entityIds(tables)].map(([id]) => id));
  const { aliases } = tables.briefing;
  return Object.entries(aliases).flatMap(([old, next]) => {
    const path = `briefing.aliases.${old}`;
    if (known.has(old))
      return [
        {
          path,
          value: next,
          what: `alias of an id that is in use, to`,
          remedy: 'remove it, or rename the record'
        }
      ];
    if (leadsTo(old, (id) => known.has(id), aliases) !== undefined) return [];
    return [
      {
        path,
        value: next,
        what: 'alias that leads to no record:',
        remedy: `name an id of this edition; at most ${MAX_HOPS} steps, and none back to the start`
      }
    ];
  });
});

/** What is retired is gone: an id in use is no longer retired. */
export const retiredAreGone = rule(ALL, (tables) => {
  const known = new Map(entityIds(tables));
  return tables.briefing.retired.flatMap((id, i) =>
    known.has(id)
      ? [
          {
            path: `briefing.retired[${i}]`,
            value: id,
            what: 'retired id that is in use:',
            remedy: `it stands at ${known.get(id)}; take it off this list`
          }
        ]
      : []
  );
});
