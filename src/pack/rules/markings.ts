import { plainMarking } from '../../model/marking.ts';
import type { Fault } from '../fault.ts';
import { rule } from './rule.ts';

/** The list of markings has each marking once, so that its order means one thing only. */
export const markingsAreOrdered = rule(['briefing'], ({ briefing }) => {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  briefing.markings.forEach((marking, i) => {
    const path = `briefing.markings[${i}]`;
    const plain = plainMarking(marking);
    const before = seen.get(plain);
    if (plain === '')
      faults.push({
        path,
        value: marking,
        what: 'marking without a word:',
        remedy: 'remove it; what carries no marking stands below the list anyway'
      });
    else if (before !== undefined)
      faults.push({
        path,
        value: marking,
        what: 'marking that is on the list already:',
        remedy: `it stands at ${before}; keep one of them`
      });
    else seen.set(plain, path);
  });
  return faults;
});

/** A briefing's own marking is on the list, or it says openly that its source supplied none; none is made up. */
export const ownMarkingIsRanked = rule(['briefing'], ({ briefing }) => {
  const listed = briefing.markings.some((one) => plainMarking(one) === plainMarking(briefing.marking));
  if (listed !== (briefing.unmarked === true)) return [];
  return [
    {
      path: 'briefing.marking',
      value: briefing.marking,
      what: listed ? 'marking beside "unmarked":' : 'marking that is not on the list:',
      remedy: listed
        ? 'remove "unmarked", or say in words that there is none'
        : 'put it on "markings" at its place, or set "unmarked" if the source supplied none'
    }
  ];
});
