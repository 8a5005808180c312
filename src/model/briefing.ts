import * as v from 'valibot';
import { Ground } from './ground.ts';
import { EntryId, ElementId, ParagraphId, PlainId, SourceId } from './ids.ts';
import { Quantity } from './quantity.ts';
import { Day, When } from './when.ts';

/** A paragraph of the briefing by place and fingerprint; its text is not in the project. */
export const Paragraph = v.strictObject({
  id: ParagraphId,
  section: v.string(),
  number: v.pipe(v.number(), v.integer()),
  place: v.string(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 hex digits'))
});
export type Paragraph = v.InferOutput<typeof Paragraph>;

/**
 * A key judgement of the briefing, in our own words; never with a likelihood word its author did not use.
 * `view` is the view its small figure opens; `shows` the records that figure draws.
 */
export const Judgement = v.strictObject({
  id: ParagraphId,
  text: v.string(),
  shows: v.optional(v.array(v.string())),
  view: v.picklist(['deals', 'timeline', 'flows'])
});
export type Judgement = v.InferOutput<typeof Judgement>;

/**
 * The head of a briefing. `id` names the series and stays from edition to edition; `markings` are those that notes are
 * offered, in order, lowest first; `unmarked` says that the source supplied none, and `marking` then says so in words.
 * `asOf` is the day whose states are shown first; `aliases` leads from ids of earlier editions to today's, `retired` lists those that are gone.
 */
export const Briefing = v.strictObject({
  id: PlainId,
  edition: v.pipe(v.string(), v.nonEmpty('a name of the edition')),
  title: v.string(),
  sourceTitle: v.string(),
  headline: v.string(),
  publisher: v.string(),
  author: v.string(),
  marking: v.string(),
  unmarked: v.optional(v.literal(true)),
  markings: v.array(v.string()),
  when: When,
  whenArithmetic: v.string(),
  asOf: Day,
  compiled: Day,
  lens: v.string(),
  sections: v.array(v.strictObject({ id: PlainId, title: v.string() })),
  paragraphs: v.array(Paragraph),
  judgements: v.array(Judgement),
  retired: v.array(v.string()),
  aliases: v.record(v.string(), v.string())
});
export type Briefing = v.InferOutput<typeof Briefing>;

/** A chemical element with its class, the controls that name it, and each price of its oxide with the market and year it holds for. */
export const Element = v.strictObject({
  id: ElementId,
  symbol: v.string(),
  name: v.string(),
  z: v.pipe(v.number(), v.integer(), v.minValue(1, 'an atomic number from 1 on')),
  class: v.string(),
  controls: v.array(v.string()),
  prices: v.array(
    v.strictObject({ id: EntryId, market: v.string(), year: v.string(), quantity: Quantity, ground: Ground })
  ),
  uses: v.optional(v.string()),
  sources: v.array(SourceId)
});
export type Element = v.InferOutput<typeof Element>;
