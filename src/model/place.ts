import * as v from 'valibot';
import { OrganisationId, PlaceId } from './ids.ts';

const degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));

/**
 * A place, or an aggregate of places. `name` is its display name (replace it here and it changes everywhere);
 * `inText` the form inside a sentence ("the United States"); `point` the spot arcs and labels start from, [longitude, latitude] in degrees;
 * `tone` the colour slot it keeps in every view (1–5; without one it is drawn quiet).
 */
export const Place = v.strictObject({
  id: PlaceId,
  name: v.string(),
  inText: v.optional(v.string()),
  aggregate: v.optional(v.boolean()),
  point: v.optional(v.tuple([degrees(180), degrees(90)])),
  tone: v.optional(v.picklist([1, 2, 3, 4, 5])),
  aliases: v.optional(v.array(v.string()))
});
export type Place = v.InferOutput<typeof Place>;

/** An organisation with the place it belongs to and its part in the briefing, in a few of our own words. */
export const Organisation = v.strictObject({
  id: OrganisationId,
  name: v.string(),
  place: v.optional(PlaceId),
  kind: v.picklist(['government', 'agency', 'company', 'press', 'person', 'intergovernmental']),
  role: v.string(),
  aliases: v.optional(v.array(v.string()))
});
export type Organisation = v.InferOutput<typeof Organisation>;
