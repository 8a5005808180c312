import type { Briefing } from '../model/briefing.ts';
import type { Source } from '../model/source.ts';
import { sourceText } from './footnote.ts';

/** What stands above the rows of a table that is taken along, a line a row: the marking, the edition and what is shown, what must be known of it, and each source with its licence. */
export function sheetHead(
  briefing: Pick<Briefing, 'marking' | 'title' | 'edition'>,
  shown: { title: string; notes: readonly string[]; sources: readonly Source[] }
): string[][] {
  return [
    [briefing.marking],
    [`${briefing.title}, edition ${briefing.edition}: ${shown.title}`],
    ...shown.notes.filter(Boolean).map((note) => [note]),
    ...shown.sources.map((source) => [`Source: ${sourceText(source)}`])
  ];
}
