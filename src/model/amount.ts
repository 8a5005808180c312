import type { Amount } from './deal.ts';
import { formatQuantity } from './format.ts';

/** What an amount is of, with the time it is for where the words do not hold it: "soybeans, as the White House gives it (each of 2026, 2027 and 2028)". */
export const amountOf = ({ what, quantity }: Pick<Amount, 'what' | 'quantity'>): string =>
  quantity.for && !what.includes(quantity.for) ? `${what} (${quantity.for})` : what;

/** An amount in a cell: "25 Mt (contested): soybeans, as the White House gives it"; a sum that the compilers computed says that it is derived. */
export function amountInWords(amount: Amount): string {
  const marks = [
    ...(amount.contested ? ['contested'] : []),
    ...(amount.ground.kind === 'derived' ? ['derived'] : [])
  ];
  return `${formatQuantity(amount.quantity)}${marks.length ? ` (${marks.join(', ')})` : ''}: ${amountOf(amount)}`;
}
