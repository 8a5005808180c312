/** A flow as it enters the split, in any one unit. */
type Arrow = { readonly id: string; readonly from: string; readonly to: string; readonly value: number };

/** A direct flow that stands for a way through a pool. It is an estimate, since nobody publishes it. */
export type SplitFlow = Arrow & { readonly kind: 'estimated'; readonly feeder: string; readonly fed: string };

/**
 * Puts direct flows in the place of a pool: from each site r that feeds it to each site s that it feeds,
 * in(r) · out(s) / pool, as if all tonnes mixed evenly. Where more enters than leaves, or the other way round, the
 * larger counts as the pool, so that no flow grows. The other flows stay as they are.
 */
export function splitInProportion<F extends Arrow>(flows: readonly F[], poolId: string): (F | SplitFlow)[] {
  const into = flows.filter((flow) => flow.to === poolId && flow.from !== poolId);
  const out = flows.filter((flow) => flow.from === poolId && flow.to !== poolId);
  const sum = (some: readonly F[]): number => some.reduce((total, { value }) => total + value, 0);
  const pool = Math.max(sum(into), sum(out));
  const direct = into.flatMap((feeder) =>
    out.map((fed): SplitFlow => ({
      id: `${feeder.id}.${fed.id}`,
      from: feeder.from,
      to: fed.to,
      value: pool > 0 ? (feeder.value * fed.value) / pool : 0,
      kind: 'estimated',
      feeder: feeder.id,
      fed: fed.id
    }))
  );
  return [...flows.filter((flow) => flow.to !== poolId && flow.from !== poolId), ...direct];
}
