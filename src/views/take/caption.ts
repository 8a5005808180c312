import type { Caption } from '../../exchange/frame.ts';
import { formatDay, formatWhen } from '../../model/format.ts';
import type { Briefing } from '../../model/briefing.ts';
import type { Source } from '../../model/source.ts';

/** What a picture of deals or of the timeline says of itself: the chosen day, the edition, the sources of what it shows, and the marking. */
export function captionOf(
  pack: { briefing: Briefing; source: (id: string) => Source },
  shown: { title: string; day: string; what: string; sources: readonly string[] }
): Caption {
  const { briefing } = pack;
  const sources = [...new Set(shown.sources)].map((id) => pack.source(id));
  return {
    title: shown.title,
    subtitle: `${shown.what} as of ${formatDay(shown.day)}. ${briefing.title}, edition ${briefing.edition}, briefing of ${formatWhen(briefing.when)}.`,
    sources: `Sources: ${sources.map((source) => `${source.publisher}, ${source.title}, ${source.date}`).join('; ')}${sources.length ? '; ' : ''}the briefing by ${briefing.publisher}.`,
    notes: [],
    marking: briefing.marking
  };
}
