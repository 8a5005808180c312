import type { Caption } from '../../exchange/frame.ts';
import { formatDay } from '../../model/format.ts';
import type { Lens } from '../../model/lens.ts';
import { supposedSplit } from '../../model/stageWords.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';

/** How the evidence of ribbons is drawn, in words. */
export const EVIDENCE = 'Solid: observed. Lighter: derived. Hatched: estimated. Dotted: what is left over.';

/** What is said wherever the market is left out and each place split by use. */
export const splitNote = (lens: Lens): string => `Split in proportion, ${supposedSplit(lens)}`;

/** What a picture of flows says of itself: its title and what it shows, the sources of all lenses in it with what they ask to be said, and the marking; and the sources' ids. */
export function flowsCaption(
  { pack, asOf }: Explorer,
  lenses: readonly Lens[],
  { title, about, notes }: { title: string; about: string; notes: readonly string[] }
): { caption: Caption; sources: string[] } {
  const ids = new Set(lenses.flatMap(({ flows }) => flows.flatMap(({ ground }) => ground.sources)));
  const sources = [...ids].map((id) => pack.source(id));
  const asked = new Set(sources.flatMap(({ attribution }) => (attribution ? [attribution] : [])));
  const { briefing } = pack;
  return {
    caption: {
      title,
      subtitle: `${about} ${briefing.title}, edition ${briefing.edition}; as of ${formatDay(asOf)} (flows do not follow that date).`,
      sources: `Sources: ${sources.map((s) => `${s.publisher}, ${s.title}, ${s.date}`).join('; ')}.`,
      notes: [...notes, ...asked],
      marking: briefing.marking
    },
    sources: sources.map(({ id }) => id as string)
  };
}
