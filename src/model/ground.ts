import * as v from 'valibot';
import { ParagraphId, SourceId } from './ids.ts';

/**
 * How a figure came to be: stated by the briefing; observed (a source publishes this very figure);
 * derived (arithmetic on published figures); estimated (needs an assumption); residual (what is left to balance a site).
 */
export const FigureKind = v.picklist(['stated', 'observed', 'derived', 'estimated', 'residual']);
export type FigureKind = v.InferOutput<typeof FigureKind>;

/** How far a figure is trusted by those who compiled it. */
export const Confidence = v.picklist(['high', 'medium', 'low']);
export type Confidence = v.InferOutput<typeof Confidence>;

/**
 * What a figure or statement stands on: a paragraph of the briefing, sources, or both;
 * with its arithmetic when derived and its assumption when estimated.
 */
export const Ground = v.pipe(
  v.strictObject({
    kind: FigureKind,
    sources: v.array(SourceId),
    paragraph: v.optional(ParagraphId),
    arithmetic: v.optional(v.string()),
    assumption: v.optional(v.string()),
    confidence: v.optional(Confidence),
    note: v.optional(v.string())
  }),
  v.check(
    (g) => g.sources.length > 0 || g.paragraph !== undefined,
    'at least one source or a paragraph of the briefing'
  ),
  v.check((g) => g.kind !== 'derived' || !!g.arithmetic, 'a derived figure needs its "arithmetic"'),
  v.check((g) => g.kind !== 'estimated' || !!g.assumption, 'an estimated figure needs its "assumption"'),
  v.check((g) => g.kind !== 'residual' || !!g.arithmetic, 'a residual figure needs its "arithmetic"')
);
export type Ground = v.InferOutput<typeof Ground>;
