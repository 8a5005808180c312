import { stepMonth } from '../../model/typedDay.ts';
import type { When } from '../../model/when.ts';
import type { Fault } from '../fault.ts';
import { rule } from './rule.ts';

/** The views open on a day of the briefing, or in the month behind it, when its reader has it. */
export const opensOnItsDay = rule(['briefing'], ({ briefing: { asOf, when } }) => {
  const last = stepMonth(when.to, 1);
  if (asOf >= when.from && asOf <= last) return [];
  return [
    {
      path: 'briefing.asOf',
      value: asOf,
      what: 'far from the day of the briefing:',
      remedy: `it is of ${when.from} to ${when.to}; take a day up to ${last}`
    }
  ];
});

/** What is marked as later than the briefing is later, and what is not marked is not. */
export const laterIsMarked = rule(['briefing', 'deals', 'events', 'measures'], (tables) => {
  const { to } = tables.briefing.when;
  const contrary = (path: string, after: boolean | undefined, when: Pick<When, 'from' | 'to'>): Fault[] => {
    if (after ? when.to > to : when.from <= to) return [];
    return [
      {
        path: `${path}.after`,
        value: after,
        what: 'contradicts its day:',
        remedy: `it is of ${after ? when.to : when.from}, the briefing of ${to} at the latest; correct one of them`
      }
    ];
  };
  return [
    ...tables.deals.flatMap(({ after, when }, i) => contrary(`deals[${i}]`, after, when)),
    ...tables.events.flatMap(({ after, when }, i) => contrary(`events[${i}]`, after, when)),
    ...tables.measures.flatMap(({ after, states }, i) => {
      const { from } = states[0]!;
      return contrary(`measures[${i}]`, after, { from, to: from });
    })
  ];
});

/** A date in a source's own words names no month or day that the calendar has not. */
export const sourceDatesExist = rule(['sources'], ({ sources }) =>
  sources.flatMap(({ date }, i) =>
    [...date.matchAll(/\b(\d{4}-\d\d)(-\d\d)?\b/g)].flatMap(([day, month, rest = '-01']) => {
      const time = new Date(`${month}${rest}T00:00:00Z`);
      if (!Number.isNaN(time.getTime()) && time.toISOString().startsWith(`${month}${rest}`)) return [];
      return [
        {
          path: `sources[${i}].date`,
          value: day,
          what: 'no day of the calendar:',
          remedy: 'correct it, or write it in words as the source does'
        }
      ];
    })
  )
);
