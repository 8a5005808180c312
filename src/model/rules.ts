import { stateOn } from './asof.ts';
import type { Measure } from './event.ts';
import { counted, formatDay } from './format.ts';
import { statesKnownFrom } from './known.ts';

/** How the controls and rules stood on a day: those known by then, those of them in force and suspended, those of which no source says how they stood, and those of which none tells whether they had begun. */
export type RulesOn = { known: number; inForce: number; suspended: number; untold: number; open: number };

/** Counts the controls and rules on a day. One with an open beginning counts as known from the first day on which it was surely in force. */
function rulesOn(measures: readonly Measure[], day: string): RulesOn {
  const on = measures.map((measure) => ({ measure, ...stateOn(measure.states, day) }));
  const known = on.filter(({ measure, entry }) => entry ?? (statesKnownFrom(measure) ?? '9') <= day);
  const count = (state: string) => known.filter((one) => one.state === state).length;
  return {
    known: known.length,
    inForce: count('in force'),
    suspended: count('suspended'),
    untold: count('not known'),
    open: on.filter((one) => one.state === 'not known' && !one.entry).length
  };
}

/** The headline of the Timeline view: how the controls and rules stood on a day, where a briefing has any. */
export function rulesInWords(measures: readonly Measure[], day: string): string {
  if (!measures.length) return 'What happened, and when';
  const { known, inForce, suspended, untold, open } = rulesOn(measures, day);
  const stood = known
    ? `${inForce} of ${counted(known, 'control or rule', 'controls and rules')} known by then ${inForce === 1 ? 'was' : 'were'} in force`
    : 'no control or rule is on record yet';
  return (
    `On ${formatDay(day)}, ${stood}` +
    (suspended ? `, ${suspended} suspended` : '') +
    (untold ? `; of ${untold} no source says` : '') +
    (open ? `; of ${open} more no source says when ${open === 1 ? 'it' : 'they'} began` : '')
  );
}
