import type { Verdict } from '../model/claim.ts';

/** The tone a verdict's chip wears; the word itself always stands in it. */
export function verdictTone(verdict: Verdict): 'plain' | 'good' | 'doubt' | 'bad' {
  if (verdict === 'confirmed') return 'good';
  if (verdict === 'contradicted') return 'bad';
  return verdict === 'imprecise' || verdict === 'not confirmed' ? 'doubt' : 'plain';
}
