import * as v from 'valibot';
import { Ground } from './ground.ts';
import { ClaimId, DealId, EntryId, OrganisationId, ParagraphId, PlaceId, RecordId, SourceId } from './ids.ts';
import { Quantity } from './quantity.ts';
import { Day, When } from './when.ts';

/** What a deal is about; one meaning of colour in the Deals view. */
export const Subject = v.picklist(['minerals', 'nuclear', 'energy', 'trade', 'investment']);
export type Subject = v.InferOutput<typeof Subject>;

/** The form of the text that was agreed. */
export const Instrument = v.picklist([
  'statement',
  'letter of intent',
  'memorandum',
  'framework',
  'agreement',
  'order',
  'contract',
  'loan',
  'measure',
  'fact sheet',
  'pledge'
]);
export type Instrument = v.InferOutput<typeof Instrument>;

/** Whether it binds anybody. */
export const Binding = v.picklist(['yes', 'no', 'disputed', 'not known']);
export type Binding = v.InferOutput<typeof Binding>;

/** A state a deal or a control can be in. Order within one deal follows time. */
export const StateName = v.picklist([
  'hoped',
  'pledged',
  'announced',
  'agreed',
  'signed',
  'in force',
  'suspended',
  'expired',
  'ended',
  'not known'
]);
export type StateName = v.InferOutput<typeof StateName>;

/**
 * One state from a day on, until the next state begins. `knownFrom` is the day it became public where that is another;
 * `ground` says who says so; `until` is a day on which the state is due to run out by its own terms; `firstDay` says that the
 * state held before `from` already, from a day that no source gives.
 */
export const State = v.strictObject({
  state: StateName,
  from: Day,
  knownFrom: v.optional(Day),
  until: v.optional(Day),
  firstDay: v.optional(v.literal('not known')),
  note: v.optional(v.string()),
  ground: Ground
});
export type State = v.InferOutput<typeof State>;

/** An amount of a deal. Pledged, signed and delivered are never added up together. */
export const Amount = v.strictObject({
  kind: v.picklist(['pledged', 'signed', 'delivered']),
  what: v.string(),
  quantity: Quantity,
  ground: Ground,
  contested: v.optional(EntryId)
});
export type Amount = v.InferOutput<typeof Amount>;

/**
 * A deal between places, or a measure one side takes towards another. `parties` are in the order of the title;
 * `flow` is given only where a thing moves from one party to another; `within` puts a company matter inside the pair's larger deal.
 * `named` tells whether the briefing names it or the public record added it. `summary` is in our own words.
 */
export const Deal = v.strictObject({
  id: DealId,
  title: v.string(),
  officialTitle: v.optional(v.string()),
  kind: v.picklist(['deal', 'measure']),
  parties: v.pipe(v.array(PlaceId), v.minLength(2, 'at least two parties')),
  organisations: v.array(OrganisationId),
  when: When,
  venue: v.optional(v.string()),
  subject: Subject,
  rareEarths: v.picklist(['yes', 'in part', 'no']),
  rareEarthsNote: v.optional(v.string()),
  instrument: Instrument,
  binding: Binding,
  bindingNote: v.optional(v.string()),
  states: v.pipe(v.array(State), v.minLength(1, 'at least one state')),
  amounts: v.array(Amount),
  summary: v.string(),
  terms: v.array(v.string()),
  named: v.picklist(['briefing', 'record']),
  paragraphs: v.array(ParagraphId),
  claims: v.array(ClaimId),
  record: v.array(RecordId),
  sources: v.array(SourceId),
  within: v.optional(DealId),
  flow: v.optional(v.strictObject({ from: PlaceId, to: PlaceId, what: v.string() })),
  sites: v.optional(v.array(v.string())),
  after: v.optional(v.boolean())
});
export type Deal = v.InferOutput<typeof Deal>;

/** How the briefing stands to a deal that only the public record names. */
export const notNamed = ({ paragraphs }: Pick<Deal, 'paragraphs'>): string =>
  paragraphs.length ? 'the briefing speaks of it in other words' : 'the briefing does not name it';
