import * as v from 'valibot';
import {
  ClaimId,
  DealId,
  ElementId,
  EventId,
  MeasureId,
  OrganisationId,
  ParagraphId,
  PlaceId,
  RecordId,
  SourceId
} from './ids.ts';
import { State } from './deal.ts';
import { Ground } from './ground.ts';
import { Day, When } from './when.ts';

/**
 * Something that happened, with no more precision than its source gives. `after` marks what came after the briefing; `knownFrom`
 * is the day on which it was announced, where that came before it.
 */
export const Event = v.strictObject({
  id: EventId,
  title: v.string(),
  when: When,
  knownFrom: v.optional(Day),
  lane: v.picklist(['deals', 'controls', 'tariffs', 'supply', 'prices']),
  summary: v.string(),
  places: v.array(PlaceId),
  organisations: v.array(OrganisationId),
  deals: v.array(DealId),
  measures: v.array(MeasureId),
  claims: v.array(ClaimId),
  record: v.array(RecordId),
  paragraphs: v.array(ParagraphId),
  sources: v.array(SourceId),
  after: v.boolean()
});
export type Event = v.InferOutput<typeof Event>;

/** An export control, tariff or other rule, with its states over time. */
export const Measure = v.strictObject({
  id: MeasureId,
  title: v.string(),
  number: v.optional(v.string()),
  issuer: OrganisationId,
  place: PlaceId,
  summary: v.string(),
  elements: v.array(ElementId),
  states: v.pipe(v.array(State), v.minLength(1, 'at least one state')),
  claims: v.array(ClaimId),
  record: v.array(RecordId),
  paragraphs: v.array(ParagraphId),
  ground: Ground,
  after: v.boolean()
});
export type Measure = v.InferOutput<typeof Measure>;
