import type { Claim, RecordEntry, Verdict } from './claim.ts';

/** What the record says of the briefing's claims where it does not bear them out: one verdict, and its entries in the order of the record. */
export type Unborne = { verdict: Verdict; entries: RecordEntry[] };

/** The verdicts that leave a claim without the record's word, the hardest first. */
const VERDICTS: readonly Verdict[] = ['contradicted', 'not confirmed', 'imprecise', 'opinion', 'not checked'];

/** What the briefing says and the record does not, as it stood at the time of the briefing; `rest` are claims that no entry speaks of. */
export function unborne(
  record: readonly RecordEntry[],
  claims: readonly Claim[]
): { groups: Unborne[]; rest: Claim[] } {
  const spoken = new Set(record.flatMap((entry) => entry.claims));
  return {
    groups: VERDICTS.map((verdict) => ({
      verdict,
      entries: record.filter((entry) => !entry.after && entry.verdict === verdict)
    })).filter(({ entries }) => entries.length),
    rest: claims.filter((claim) => !spoken.has(claim.id))
  };
}
