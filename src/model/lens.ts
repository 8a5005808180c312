import * as v from 'valibot';
import { Confidence, Ground } from './ground.ts';
import { EntryId, FlowId, LensId, PlaceId, SiteId, SourceId } from './ids.ts';
import { Quantity, Unit } from './quantity.ts';

const tonnes = v.pipe(
  v.number('a number'),
  v.finite('a finite number'),
  v.minValue(0, 'zero or more: turn a negative flow round')
);

const word = v.pipe(v.string(), v.nonEmpty('a word'));

/** What is said of a stage in sentences: what a place does there ("separates"), what was done to all that went through it ("separated"), the stage's name and what one of its sites is called ("refinery"). */
export const StageWords = v.strictObject({ does: word, done: word, name: word, site: word });
export type StageWords = v.InferOutput<typeof StageWords>;

/** A column of the Sankey with its heading; `words` where sentences may speak of it otherwise than by its heading. Sites of an "apart" stage stand below a rule in the column they share. */
export const Stage = v.strictObject({
  id: v.picklist(['secondary', 'mine', 'separation', 'market', 'use', 'unused']),
  heading: v.string(),
  column: v.pipe(v.number(), v.integer(), v.minValue(0)),
  apart: v.optional(v.boolean()),
  words: v.optional(StageWords)
});
export type Stage = v.InferOutput<typeof Stage>;

/** A place at a stage, a use, or a sink. `full` is the long name for the dossier; `name` the one on the picture. */
export const Site = v.strictObject({
  id: SiteId,
  stage: v.picklist(['secondary', 'mine', 'separation', 'market', 'use', 'unused']),
  name: v.string(),
  full: v.string(),
  place: v.optional(PlaceId),
  /** All places of its stage that do not stand apart there. */
  rest: v.optional(v.literal(true)),
  role: v.picklist(['source', 'inner', 'use', 'sink']),
  note: v.optional(v.string()),
  /** Its throughput where a source gives that, so that flows which are reckoned from it are not its evidence. */
  total: v.optional(v.strictObject({ value: tonnes, ground: Ground }))
});
export type Site = v.InferOutput<typeof Site>;

/** An amount that moves from one site to another in the lens's unit and year, with its evidence. */
export const Flow = v.strictObject({
  id: FlowId,
  from: SiteId,
  to: SiteId,
  value: tonnes,
  low: v.optional(tonnes),
  high: v.optional(tonnes),
  /** The step to which it was rounded, where its source gives no range: it lies within half of that. */
  roundedTo: v.optional(v.pipe(v.number('a number'), v.gtValue(0, 'more than nought'))),
  /** It is but the sum of what reaches its first site, and so no evidence of what that site handles. */
  passesOn: v.optional(v.literal(true)),
  ground: Ground
});
export type Flow = v.InferOutput<typeof Flow>;

/** A place where the figures of a lens are weak, told rather than hidden. */
export const WeakPoint = v.strictObject({
  id: EntryId,
  text: v.string(),
  sites: v.array(SiteId),
  flows: v.array(FlowId),
  sources: v.array(SourceId)
});
export type WeakPoint = v.InferOutput<typeof WeakPoint>;

/** A share that the lens states with its base, so that two shares of different bases are never compared unseen. */
export const Share = v.strictObject({
  id: EntryId,
  text: v.string(),
  quantity: Quantity,
  base: v.string(),
  ground: Ground
});
export type Share = v.InferOutput<typeof Share>;

/** One data set of flows: material, year and unit are one for all its figures. `caution` is what to bear in mind when they stand beside another year’s; `noBestCase` says why re-routing cannot be reckoned in it, `notAlike` of what it is not true that one tonne can stand in for another. */
export const Lens = v.strictObject({
  id: LensId,
  title: v.string(),
  material: v.string(),
  year: v.pipe(v.number(), v.integer()),
  unit: v.pipe(
    Unit,
    v.check((unit) => /^t( |$)/.test(unit), 'a unit of tonnes: t REO, t metal, t product, t oxide or t')
  ),
  about: v.string(),
  caution: v.optional(v.string()),
  noBestCase: v.optional(v.string()),
  notAlike: v.optional(v.string()),
  stages: v.array(Stage),
  sites: v.array(Site),
  flows: v.array(Flow),
  weak: v.array(WeakPoint),
  shares: v.array(Share)
});
export type Lens = v.InferOutput<typeof Lens>;

/** Something the briefing names for which no public tonnage exists; `known` says what is known instead. */
export const Sector = v.strictObject({
  id: EntryId,
  name: v.string(),
  known: v.string(),
  quantities: v.array(v.strictObject({ quantity: Quantity, ground: Ground })),
  claims: v.array(v.string()),
  confidence: v.optional(Confidence)
});
export type Sector = v.InferOutput<typeof Sector>;

/** A figure that stands on its own (a price, a magnet share) and is not part of a flow; `short` is its name on a small figure. */
export const Card = v.strictObject({
  id: EntryId,
  title: v.string(),
  short: v.optional(v.string()),
  quantity: Quantity,
  ground: Ground,
  places: v.array(PlaceId)
});
export type Card = v.InferOutput<typeof Card>;
