import { leadsTo } from '../model/aliases.ts';
import type { Fault } from './fault.ts';
import { didYouMean } from './fault.ts';
import { entityIds } from './ids.ts';
import type { Pack } from './pack.ts';

/**
 * The ids of the last release that this edition has lost. Notes and links of its readers point at them, so each must
 * still be there, lead by aliases to one that is, or stand in the list of retired ids.
 */
export function lostIds(pack: Pack, released: readonly string[]): Fault[] {
  const known = new Set([...entityIds(pack)].map(([id]) => id));
  const { aliases, retired } = pack.briefing;
  return released.flatMap((id, i) => {
    if (leadsTo(id, (one) => known.has(one), aliases) !== undefined || retired.includes(id)) return [];
    const near = didYouMean(id, known, '');
    const renamed = near.startsWith('did you mean') ? ` (${near.replace('did you mean', 'is it now')})` : '';
    return [
      {
        path: `released[${i}]`,
        value: id,
        what: 'id of the last release is lost:',
        remedy: `lead it on in briefing.aliases${renamed}, or list it in briefing.retired`
      }
    ];
  });
}
