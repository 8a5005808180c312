import * as v from 'valibot';
import { EntryId, LensId, SiteId, SourceId } from './ids.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/**
 * A disruption to look at, ready made; or one that a reader will ask for and that public figures cannot answer (`cannot` says why).
 * `capacity` is what remains of a site's throughput, `permission` what remains of a link, both from 0 (stopped) to 1 (as before).
 */
export const Scenario = v.pipe(
  v.strictObject({
    id: EntryId,
    title: v.string(),
    text: v.string(),
    lenses: v.array(LensId),
    capacity: v.optional(v.record(SiteId, share)),
    permission: v.optional(v.array(v.strictObject({ from: SiteId, to: SiteId, remains: share }))),
    cannot: v.optional(v.string()),
    sources: v.array(SourceId)
  }),
  v.check(
    (s) => (s.cannot === undefined) === (s.capacity !== undefined || s.permission !== undefined),
    'either a shock ("capacity" or "permission"), or "cannot" with the reason'
  )
);
export type Scenario = v.InferOutput<typeof Scenario>;
