import { listed } from '../model/format.ts';
import type { Lens } from '../model/lens.ts';
import { weakest } from './figures.ts';
import { inSentence, type Question } from './question.ts';

/**
 * What a scenario's result stands on, whole sentences for the card beside it and for whatever leaves with it: the year,
 * what is left out, the rule of sharing, the two ends of the range, of which a lens may lack the better one, the weakest kind of evidence and the method
 * (Pichler and Farmer 2021; USGS Open-File Report 2025-1047).
 */
export const assumptions = (lens: Lens, question: Question): string => parts(lens, question).join(' ');

/** What the room is told of a scenario: what it leaves out, and how what is left is shared in the end that is drawn. */
export const assumedInShort = (lens: Lens, question: Question): string =>
  parts(lens, question).slice(2, 4).join(' ');

function parts(lens: Lens, question: Question): string[] {
  const name = (id: string) => inSentence(lens.sites.find((site) => site.id === id)?.full ?? id);
  const kind = weakest(lens.flows.map((flow) => flow.ground.kind));
  const sharing = question.first.length
    ? `with ${listed(question.first.map(name))} served first${question.first.length > 1 ? ', in this order' : ''}`
    : 'in proportion';
  const order = question.first.length ? ', in the same order of uses' : '';
  const spare = question.spare.length
    ? `, with the spare capacity assumed by hand in ${listed(question.spare.map(({ id }) => name(id)))}`
    : `${order && ','} with no spare capacity, since no source gives any`;
  return [
    `One year, steady state, ${inSentence(lens.title)}.`,
    `All tonnes are interchangeable${lens.notAlike ? ` (not true of ${lens.notAlike})` : ''}.`,
    'No stocks, prices, substitution or new mines.',
    `The worse end: nobody adapts, and what is left is shared ${sharing}.`,
    ...(lens.noBestCase
      ? []
      : [`The better end: perfect re-routing over existing, permitted links${order}${spare}.`]),
    `The weakest figure among the inputs is ${kind === 'residual' ? 'a residual' : kind}, and so is this result.`,
    'Method: proportional rationing against best feasible (Pichler and Farmer 2021); only the first, physical step of what the United States Geological Survey does in Open-File Report 2025-1047.'
  ];
}
