import type { Briefing } from '../model/briefing.ts';
import type { Claim, Contradiction, RecordEntry, Unknown } from '../model/claim.ts';
import type { Deal } from '../model/deal.ts';
import type { Event, Measure } from '../model/event.ts';
import type { Card } from '../model/lens.ts';
import type { Source } from '../model/source.ts';

/** What a paper or a deck needs of an edition; the pack has it all. */
export type Edition = {
  readonly briefing: Briefing;
  readonly claims: readonly Claim[];
  readonly deals: readonly Deal[];
  readonly events: readonly Event[];
  readonly measures: readonly Measure[];
  readonly record: readonly RecordEntry[];
  readonly contradictions: readonly Contradiction[];
  readonly unknowns: readonly Unknown[];
  readonly cards: readonly Card[];
  readonly sources: readonly Source[];
  source(id: string): Source;
  placeName(id: string, inText?: boolean): string;
};
