import { forceInWords } from './asof.ts';
import type { Deal } from './deal.ts';
import { capital, formatWhen } from './format.ts';

/** A deal on a day (ISO) in a few sentences: its own day, what it is, its force, and what there is to know of that. */
export const dealInWords = (deal: Deal, day: string): string =>
  [
    `${formatWhen(deal.when)}: ${deal.summary}`,
    `${capital(forceInWords(deal, day))}.`,
    ...(deal.bindingNote ? [deal.bindingNote] : [])
  ].join(' ');
