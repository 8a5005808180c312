import type { Verdict } from '../model/claim.ts';

/** The tone a verdict's chip wears, as its part of the tally on Brief does; the word itself always stands in it. */
export function verdictTone(verdict: Verdict): 'plain' | 'good' | 'doubt' | 'strong' {
  if (verdict === 'confirmed') return 'good';
  if (verdict === 'contradicted') return 'strong';
  return verdict === 'imprecise' ? 'doubt' : 'plain';
}
