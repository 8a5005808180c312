import * as v from 'valibot';
import {
  ClaimId,
  DealId,
  ElementId,
  EntryId,
  EventId,
  MeasureId,
  OrganisationId,
  ParagraphId,
  PlaceId,
  RecordId,
  SourceId
} from './ids.ts';
import { Quantity } from './quantity.ts';
import { Day, When } from './when.ts';

/** What sort of statement the briefing makes. */
export const ClaimKind = v.picklist(['fact', 'reported claim', 'judgement', 'assumption']);
export type ClaimKind = v.InferOutput<typeof ClaimKind>;

/**
 * One statement of the briefing in our own words. `speaker` is who said it where that is not the publisher itself
 * (an organisation or a place); `takeaways` tie it to the key judgements it stands behind.
 */
export const Claim = v.strictObject({
  id: ClaimId,
  paragraph: ParagraphId,
  kind: ClaimKind,
  subject: v.string(),
  statement: v.string(),
  quantities: v.array(Quantity),
  when: v.optional(When),
  speaker: v.optional(v.union([OrganisationId, PlaceId])),
  places: v.array(PlaceId),
  organisations: v.array(OrganisationId),
  deals: v.array(DealId),
  events: v.array(EventId),
  measures: v.array(MeasureId),
  elements: v.array(ElementId),
  takeaways: v.array(ParagraphId)
});
export type Claim = v.InferOutput<typeof Claim>;

/** The public record's verdict on a claim. */
export const Verdict = v.picklist([
  'confirmed',
  'imprecise',
  'contradicted',
  'not confirmed',
  'opinion',
  'not checked'
]);
export type Verdict = v.InferOutput<typeof Verdict>;

/** What the public record says of claims: a layer of its own, dated and sourced. `after` marks what came after the briefing. */
export const RecordEntry = v.strictObject({
  id: RecordId,
  topic: v.string(),
  verdict: Verdict,
  checked: v.optional(Day),
  says: v.string(),
  when: v.optional(When),
  officialTitle: v.optional(v.string()),
  quantities: v.array(Quantity),
  claims: v.array(ClaimId),
  sources: v.array(SourceId),
  after: v.boolean()
});
export type RecordEntry = v.InferOutput<typeof RecordEntry>;

/** One reading in a contradiction: by a claim of the briefing, or by the record. `apart` tells in a few words what sets its figure apart where another reading has the same amount. */
export const Reading = v.strictObject({
  label: v.string(),
  text: v.string(),
  quantity: v.optional(Quantity),
  apart: v.optional(v.string()),
  claim: v.optional(ClaimId),
  record: v.optional(RecordId)
});
export type Reading = v.InferOutput<typeof Reading>;

/** Two readings that do not agree, kept side by side; `decides` says what settles it, if anything does. */
export const Contradiction = v.strictObject({
  id: EntryId,
  title: v.string(),
  readings: v.pipe(v.array(Reading), v.minLength(2, 'two readings')),
  decides: v.optional(v.string()),
  decidedBy: v.array(SourceId),
  within: v.picklist(['briefing', 'briefing and record'])
});
export type Contradiction = v.InferOutput<typeof Contradiction>;

/** What is not known: a gap, an assumption, an indicator to watch, or a date that runs out. */
export const Unknown = v.strictObject({
  id: EntryId,
  kind: v.picklist(['gap', 'assumption', 'indicator', 'expiry']),
  title: v.string(),
  text: v.string(),
  day: v.optional(Day),
  claims: v.array(ClaimId),
  takeaways: v.array(ParagraphId),
  sources: v.array(SourceId)
});
export type Unknown = v.InferOutput<typeof Unknown>;
