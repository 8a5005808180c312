import { stateOn } from './asof.ts';
import type { Binding, Deal } from './deal.ts';
import type { Measure } from './event.ts';
import { counted, formatDay } from './format.ts';
import { madeIn, mainMonth } from './ledger.ts';

/** What a room asks first of the deals: of the month in which most were made, how many bind, and which are in force on a day. */
export type DealAnswer = {
  month: string;
  /** All deals of that month, and those made by the day. */
  all: Deal[];
  made: Deal[];
  binding: Record<Binding, Deal[]>;
  rare: Record<Deal['rareEarths'], Deal[]>;
  /** Deals of any month whose state on the day is "in force"; what stands among the measures too is counted there. */
  inForce: Deal[];
};

/** Whether a record among the deals is one of the controls and rules too: a measure of the same place and day, with an entry of the record in common. */
export function alsoMeasure(deal: Deal, measures: readonly Measure[]): boolean {
  return (
    deal.instrument === 'measure' &&
    measures.some(
      (measure) =>
        deal.parties.includes(measure.place) &&
        measure.states[0]!.from === deal.states[0]!.from &&
        measure.record.some((entry) => deal.record.includes(entry))
    )
  );
}

/** Counts only; whether anybody is bound is what the data says of each deal. Measures of one side are no deals. */
export function dealAnswer(
  deals: readonly Deal[],
  day: string,
  measures: readonly Measure[] = []
): DealAnswer | null {
  const agreed = deals.filter((deal) => deal.kind === 'deal');
  const month = mainMonth(agreed);
  if (!month) return null;
  const all = agreed.filter((deal) => madeIn(deal) === month);
  const made = all.filter((deal) => stateOn(deal.states, day).state !== 'not yet');
  const binds = (binding: Binding) => made.filter((deal) => deal.binding === binding);
  const about = (rare: Deal['rareEarths']) => made.filter((deal) => deal.rareEarths === rare);
  return {
    month,
    all,
    made,
    binding: {
      yes: binds('yes'),
      no: binds('no'),
      disputed: binds('disputed'),
      'not known': binds('not known')
    },
    rare: { yes: about('yes'), 'in part': about('in part'), no: about('no') },
    inForce: deals.filter(
      (deal) => stateOn(deal.states, day).state === 'in force' && !alsoMeasure(deal, measures)
    )
  };
}

/** The headline of the Deals view. That a deal came into force is on record or it is not; that it did not, nobody checked. */
export function answerInWords({ month, all, made, binding }: DealAnswer, day: string): string {
  const when = formatDay(`${month}-01`).slice(2);
  const on = formatDay(day);
  if (!made.length) return `On ${on}, none of the ${counted(all.length, 'deal')} of ${when} had been made`;
  const start =
    made.length < all.length
      ? `On ${on}, ${made.length} of the ${all.length} deals of ${when} had been made; `
      : `Of ${counted(all.length, 'deal')} of ${when}, `;
  const { yes } = binding;
  const binds = `${yes.length || 'none'} ${yes.length > 1 ? 'are' : 'is'} marked as binding`;
  const live = yes.filter((deal) => stateOn(deal.states, day).state === 'in force').length;
  const which = yes.length === 1 ? (live ? '' : 'not ') : `${live || 'none'} of them `;
  const force = yes.length ? `, ${which}known to be in force` : '';
  return start + binds + force + (made.length < all.length || !yes.length ? '' : ` on ${on}`);
}
