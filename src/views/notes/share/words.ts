import { counted } from '../../../model/format.ts';
import type { Leaving } from '../../../notes/leaving.ts';
import { countInWords } from '../../../ui/insideMessages.ts';
import type { Format } from '../../../state/sharing.ts';

/** What each format is for, in the words of the list. */
export const FORMAT_WORDS: Readonly<Record<Format, string>> = {
  notes: 'notes file, for other copies of this page',
  copy: 'this page with the notes inside (html)',
  markdown: 'text for people (Markdown)',
  csv: 'table (CSV)',
  annotations: 'W3C Web Annotations (JSON-LD)'
};

/** What leaves, in a sentence: how many notes, and the highest marking among them. */
export function leavesInWords({ notes, decks, marking }: Leaving): string {
  if (notes + decks === 0) return 'No note leaves.';
  return `${countInWords({ notes, decks })} ${notes + decks === 1 ? 'leaves' : 'leave'}, each with its whole history; ${marking ? `the highest marking inside is ${marking}` : 'none is marked'}.`;
}

/** What stays behind and why, in a sentence; an empty text where nothing does. */
export function staysInWords({ staying }: Leaving): string {
  if (staying.length === 0) return '';
  const byReference = staying.filter(({ why }) => why === 'reference').length;
  const counts: Record<string, number> = {};
  for (const { why, marking } of staying) if (why === 'marking') counts[marking] = (counts[marking] ?? 0) + 1;
  const marked = Object.entries(counts).map(([marking, count]) => `${count} marked ${marking}`);
  const reasons = [...marked, ...(byReference ? [`${byReference} because of what they answer`] : [])];
  return `${counted(staying.length, 'note')} ${staying.length === 1 ? 'stays' : 'stay'} behind: ${reasons.join(', ')}.`;
}
