import type { Binding } from '../../model/deal.ts';

/** The words of the choices, as a reader meets them. */
export const BINDS: Record<Binding, string> = {
  yes: 'binding',
  no: 'not binding',
  disputed: 'disputed',
  'not known': 'not known'
};
export const RARE = { yes: 'about them', 'in part': 'in part', no: 'not about them' } as const;
export const FORCES = {
  'in force': 'binding and in force',
  'not binding': 'agreed; not, or not known to be, binding',
  pledged: 'hoped or pledged',
  stopped: 'suspended or ended',
  'not yet': 'not yet made'
} as const;
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
