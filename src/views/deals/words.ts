import type { LineForce } from '../../model/asof.ts';
import type { Binding } from '../../model/deal.ts';
import { formatDay } from '../../model/format.ts';
import type { DealSift } from '../../model/ledger.ts';
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

/** The choices that are set, in words for a headline: "Japan, energy, not binding". */
export function chosenInWords(sift: DealSift, name: (id: string) => string): string {
  return [
    sift.place && name(sift.place),
    sift.subject,
    sift.binds && BINDS[sift.binds as Binding],
    sift.force && FORCES[sift.force as LineForce],
    sift.state && `now ${sift.state}`,
    sift.rare && `rare earths ${RARE[sift.rare as keyof typeof RARE]}`,
    sift.named && `named in ${MADE_BY[sift.named as keyof typeof MADE_BY]}`,
    sift.made && `made in ${formatDay(`${sift.made}-01`).slice(2)}`,
    sift.check && `record ${sift.check}`
  ]
    .filter(Boolean)
    .join('; ');
}
