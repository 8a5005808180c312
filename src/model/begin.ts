import type { State } from './deal.ts';
import { formatDay, formatWhen } from './format.ts';
import type { When } from './when.ts';

/** Whether a state's day is only the last one that the deal's own imprecise date can mean: it then says no more than that date. */
const onlyEnds = ({ from }: Pick<State, 'from'>, when: When | undefined): when is When =>
  when !== undefined &&
  when.precision !== 'day' &&
  from === (when.precision === 'after' ? when.from : when.to);

/** Whether the day on which a state began is told by its source; `when` is the date of the deal whose state it is. */
export const beginsOnADay = (state: State, when?: When): boolean => !state.firstDay && !onlyEnds(state, when);

/** When a state began, no more precisely than its source: "4 April 2025", "November 2025", "by 23 October 2025", "before 30 October 2025". */
export function formatBegin(state: State, when?: When, short = false): string {
  if (state.firstDay) return `before ${formatDay(state.from, short)}`;
  return onlyEnds(state, when) ? formatWhen(when, short) : formatDay(state.from, short);
}

/** The same as it follows the state's name: "from 4 April 2025", "in November 2025", "by 23 October 2025", "since before 30 October 2025". */
export function beginInWords(state: State, when?: When, short = false): string {
  const words = formatBegin(state, when, short);
  if (state.firstDay) return `since ${words}`;
  if (!onlyEnds(state, when)) return `from ${words}`;
  const lead = { day: 'from ', days: 'within ', month: 'in ', year: 'in ', by: '', after: '', about: '' };
  return lead[when.precision] + words;
}

/** States over time in a row: "announced from 9 October 2025, suspended from 7 November 2025". */
export function statesInWords(states: readonly State[], when?: When): string {
  return states.map((state) => `${state.state} ${beginInWords(state, when)}`).join(', ');
}
