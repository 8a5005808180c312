import { NOTES_BLOCK } from '../exchange/copy.ts';

/** The element that holds the speaker's notes of the briefing's own deck. */
export const SPEAKER_BLOCK = 'speaker-notes';

/** Takes the speaker’s notes, and notes that came inside a saved copy, out of the page: what the room’s window does before anything else. */
export function dropShippedNotes(page: Document): void {
  page.getElementById(SPEAKER_BLOCK)?.remove();
  page.getElementById(NOTES_BLOCK)?.remove();
}
