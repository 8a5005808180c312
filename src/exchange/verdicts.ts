import type { RecordEntry, Verdict } from '../model/claim.ts';

/** Verdicts, the worst first. */
export const VERDICTS: readonly Verdict[] = [
  'contradicted',
  'not confirmed',
  'imprecise',
  'confirmed',
  'opinion',
  'not checked'
];

/** How often the record gave each verdict on what the briefing says, the worst first: "5 contradicted · 3 not confirmed"; what came after is not counted. */
export function verdictsInWords(record: readonly RecordEntry[]): { points: number; counts: string } {
  const before = record.filter((entry) => !entry.after);
  const counts = VERDICTS.flatMap((verdict) => {
    const count = before.filter((entry) => entry.verdict === verdict).length;
    return count ? [`${count} ${verdict}`] : [];
  });
  return { points: before.length, counts: counts.join(' · ') };
}
