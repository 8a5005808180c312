import type { LineForce } from '../../model/asof.ts';
import type { Binding } from '../../model/deal.ts';
import { alsoMeasure } from '../../model/dealAnswer.ts';
import { counted, formatDay, listed } from '../../model/format.ts';
import type { DealSift } from '../../model/ledger.ts';
import type { Happenings } from '../../model/timeSift.ts';
import { LINE_LEGEND } from '../../model/looks.ts';

/** The words of the choices, as a reader meets them. */
export const BINDS: Record<Binding, string> = {
  yes: 'binding',
  no: 'not binding',
  disputed: 'disputed',
  'not known': 'not known'
};
export const RARE = { yes: 'about them', 'in part': 'in part', no: 'not about them' } as const;
export const FORCES = {
  ...(Object.fromEntries(LINE_LEGEND.map(([words, force]) => [force, words])) as Record<LineForce, string>),
  'not yet': 'not yet made'
};
export const MADE_BY = { briefing: 'the briefing', record: 'the record only' } as const;
export const GROUPED = {
  pair: 'pair',
  subject: 'subject',
  force: 'force',
  binding: 'binding',
  rare: 'rare earths',
  named: 'named in',
  made: 'month'
} as const;

/** The headline of what was chosen and found on a day: "Japan; energy: 3 deals and 2 events on 5 November 2025". */
export function chosenTitle(
  sift: DealSift,
  name: (id: string) => string,
  found: Partial<Happenings>,
  day: string
): string {
  const chosen = chosenInWords(sift, name);
  // What stands among the controls too is counted there.
  const deals = (found.deals ?? []).filter((deal) => !alsoMeasure(deal, found.measures ?? []));
  const measures = deals.filter(({ kind }) => kind === 'measure').length;
  const counts: readonly (readonly [number, string, string?])[] = [
    [deals.length - measures, 'deal'],
    [measures, 'measure'],
    [found.measures?.length ?? 0, 'control or rule', 'controls and rules'],
    // Of what is in force, or is not, no event is: it is only about it.
    sift.state
      ? [found.events?.length ?? 0, 'event about them', 'events about them']
      : [found.events?.length ?? 0, 'event']
  ];
  const said = counts.flatMap(([count, one, more]) => (count ? counted(count, one, more) : []));
  return `${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}: ${listed(said) || 'no deal'} on ${formatDay(day)}`;
}

const ABOUT = {
  yes: 'about rare earths',
  'in part': 'in part about rare earths',
  no: 'not about rare earths'
};

/** The choices that are set, in words: "Japan; energy; not binding". */
function chosenInWords(sift: DealSift, name: (id: string) => string): string {
  return [
    sift.place && name(sift.place),
    sift.subject,
    sift.binds && BINDS[sift.binds as Binding],
    sift.force && FORCES[sift.force as LineForce],
    sift.state && (sift.state === 'not yet' ? FORCES['not yet'] : sift.state),
    sift.rare && ABOUT[sift.rare as keyof typeof RARE],
    sift.named && `named in ${MADE_BY[sift.named as keyof typeof MADE_BY]}`,
    sift.made && `made in ${formatDay(`${sift.made}-01`).slice(2)}`,
    sift.check && `record ${sift.check}`
  ]
    .filter(Boolean)
    .join('; ');
}
