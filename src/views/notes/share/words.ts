import { counted } from '../../../model/format.ts';
import { deletedAmong } from '../../../notes/note.ts';
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

/** What leaves in a format, in a sentence: how many notes, what of them goes along, and the highest marking among them. */
export function leavesInWords(
  { notes, decks, marking, revisions }: Leaving,
  format: Format = 'notes'
): string {
  if (notes + decks === 0) return 'No note leaves.';
  const marked = marking ? `the highest marking inside is ${marking}` : 'none is marked';
  const deleted = deletedAmong(revisions);
  if (format !== 'notes' && format !== 'copy') {
    const left = [deleted.notes ? 'what was deleted' : '', decks ? 'decks of scenes' : ''].filter(Boolean);
    const without = left.length
      ? `, without earlier texts, ${left.join(' and ')}`
      : ', without earlier texts';
    const living = notes - deleted.notes;
    if (living === 0) return 'No note leaves: this form holds what notes say now.';
    return `What ${counted(living, 'note')} ${living === 1 ? 'says' : 'say'} now leaves${without}; ${marked}.`;
  }
  const gone = deleted.notes + deleted.decks;
  const along = [
    gone ? `the text of ${counted(gone, 'deleted one')} goes along, so that deleting can be undone` : '',
    decks ? `what the speaker says goes along with ${decks === 1 ? 'the deck' : 'the decks'}` : ''
  ].filter(Boolean);
  return `${countInWords({ notes, decks })} ${notes + decks === 1 ? 'leaves' : 'leave'}, each with its whole history; ${[...along, marked].join('; ')}.`;
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
