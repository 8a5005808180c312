import * as v from 'valibot';

const lower = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const lowerText = 'an id in lower case: letters, digits, "-" and "."';

/** An id that no other table refers to: the series of a briefing, a section of it. */
export const PlainId = v.pipe(v.string(), v.regex(lower, lowerText));
/** A place: ISO 3166-1 alpha-3 in capitals ("JPN"), or an aggregate that begins with "x-" ("x-row"). */
export const PlaceId = v.pipe(
  v.string(),
  v.regex(
    /^(?:[A-Z]{3}|x-[a-z]{2,4})$/,
    'an ISO 3166-1 alpha-3 code such as "JPN", or an aggregate such as "x-row"'
  ),
  v.brand('PlaceId')
);
/** A source outside the briefing, or the briefing itself. */
export const SourceId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('SourceId'));
/** An organisation: company, ministry, agency. */
export const OrganisationId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('OrganisationId'));
/** A deal between parties, or an announcement that one side makes towards another. */
export const DealId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('DealId'));
/** A statement of the briefing, in our own words. */
export const ClaimId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('ClaimId'));
/** Something that happened. */
export const EventId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('EventId'));
/** A control or other measure that one side takes. */
export const MeasureId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('MeasureId'));
/** A chemical element, by its symbol in lower case with the prefix "el-": "el-nd". */
export const ElementId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('ElementId'));
/** A paragraph of the briefing: "t1" (takeaway), "p0" (opening), "s1p1" (section 1, paragraph 1). */
export const ParagraphId = v.pipe(
  v.string(),
  v.regex(/^(?:t\d+|p\d+|s\d+p\d+)$/, 'a paragraph id such as "t1", "p0" or "s1p1"'),
  v.brand('ParagraphId')
);
/** An entry of the public record's verdicts on claims. */
export const RecordId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('RecordId'));
/** A lens: one data set of flows. */
export const LensId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('LensId'));
/** A site within a lens: a stage and a place, such as "sep-chn". Unique within its lens. */
export const SiteId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('SiteId'));
/** A flow within a lens, such as "r11". Unique within its lens. */
export const FlowId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('FlowId'));
/** Any other record of the pack: contradictions, gaps, cards, scenes, scenarios. */
export const EntryId = v.pipe(v.string(), v.regex(lower, lowerText), v.brand('EntryId'));

export type PlaceId = v.InferOutput<typeof PlaceId>;
export type SourceId = v.InferOutput<typeof SourceId>;
export type OrganisationId = v.InferOutput<typeof OrganisationId>;
export type DealId = v.InferOutput<typeof DealId>;
export type ClaimId = v.InferOutput<typeof ClaimId>;
export type EventId = v.InferOutput<typeof EventId>;
export type MeasureId = v.InferOutput<typeof MeasureId>;
export type ElementId = v.InferOutput<typeof ElementId>;
export type ParagraphId = v.InferOutput<typeof ParagraphId>;
export type RecordId = v.InferOutput<typeof RecordId>;
export type LensId = v.InferOutput<typeof LensId>;
export type SiteId = v.InferOutput<typeof SiteId>;
export type FlowId = v.InferOutput<typeof FlowId>;
export type EntryId = v.InferOutput<typeof EntryId>;

/**
 * What a note, a link or the selection points at: the id of any record, or "lens/site" and "lens/flow"
 * for what lives inside a lens ("magnet-2024/sep-chn").
 */
export type EntityId = string;
