/** How much of a whole a few hold. */
export type Concentration = {
  /** Σ (100 · share)²: from near 0, many small ones, to 10,000, a single one. */
  hhi: number;
  /** By how much it would be lower, at most, if each that is `several` were ever so many small ones. */
  over: number;
  /** How many of one size would be as concentrated. */
  effective: number;
  /** The one that holds most; of equals the first. */
  largest: string;
  /** Share of the whole that the largest holds, 0 to 1. */
  largestShare: number;
  /** Share of the whole that is left without the largest (N-1), 0 to 1. */
  leftWithoutLargest: number;
};

/**
 * Herfindahl–Hirschman index (US Department of Justice and Federal Trade Commission, Merger Guidelines 2023, §2.1),
 * effective number 10,000 / HHI (Adelman 1969, "Comment on the H concentration measure as a numbers-equivalent") and
 * what is left without the largest. Undefined where there is no whole. Values in any one unit; `several` marks who is more than one.
 */
export function concentration(
  holders: readonly { readonly id: string; readonly value: number; readonly several?: boolean }[]
): Concentration | undefined {
  const held = holders.filter(({ value }) => value > 0 && Number.isFinite(value));
  const whole = held.reduce((sum, { value }) => sum + value, 0);
  const [first] = held;
  if (first === undefined) return undefined;
  const squares = (some: typeof held) =>
    some.reduce((sum, { value }) => sum + (100 * (value / whole)) ** 2, 0);
  const hhi = squares(held);
  const largest = held.reduce((most, holder) => (holder.value > most.value ? holder : most), first);
  const largestShare = largest.value / whole;
  return {
    hhi,
    over: squares(held.filter(({ several }) => several)),
    effective: 10_000 / hhi,
    largest: largest.id,
    largestShare,
    leftWithoutLargest: 1 - largestShare
  };
}
