import { beginsOnADay } from './begin.ts';
import type { State } from './deal.ts';
import type { Quantity } from './quantity.ts';
import type { When } from './when.ts';

const IN_WORDS = ['dozens', 'hundreds of millions'];
const NO_LEAST = ['up to', 'less than', ...IN_WORDS];
const NO_MOST = ['at least', 'more than', ...IN_WORDS];

/** The least and the most that a quantity says; an end that its hedge leaves open, or that is told in words only, is empty. */
export const endsOf = ({
  value,
  high = value,
  qualifier = 'about'
}: Quantity): [number | '', number | ''] => [
  NO_LEAST.includes(qualifier) ? '' : value,
  NO_MOST.includes(qualifier) ? '' : high
];

/** The first and the last day on which a state can have begun, ISO 8601; an end that no source gives is empty. */
export function beginSpan(state: State, when?: When): [string, string] {
  if (state.firstDay) return ['', state.from];
  if (!when || beginsOnADay(state, when)) return [state.from, state.from];
  return [when.precision === 'by' ? '' : when.from, when.precision === 'after' ? '' : when.to];
}
