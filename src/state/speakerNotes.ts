import { NOTES_BLOCK } from '../exchange/copy.ts';
import { readDeck, type Deck } from '../model/deck.ts';
import { decksOf } from '../notes/note.ts';
import { textOf } from '../notes/revision.ts';
import type { Pack } from '../pack/pack.ts';
import type { SpeakerNotes } from '../model/scene.ts';
import { openSpeakerNotes } from '../pack/speaker.ts';
import { openStore } from '../store/openStore.ts';

/** The element that holds the speaker's notes of the briefing's own deck. */
const BLOCK = 'speaker-notes';

/** The speaker's notes that ship with the file; none where their block is gone or damaged. */
export function shippedNotes(page: Document, pack: Pack): SpeakerNotes {
  try {
    return openSpeakerNotes(JSON.parse(page.getElementById(BLOCK)?.textContent ?? '{}'), pack);
  } catch {
    return {};
  }
}

/** Takes the speaker’s notes, and notes that came inside a saved copy, out of the page: what the room’s window does before anything else. */
export function dropShippedNotes(page: Document): void {
  page.getElementById(BLOCK)?.remove();
  page.getElementById(NOTES_BLOCK)?.remove();
}

/** The speaker's notes of a deck by scene. */
export function notesByScene(deck: Deck): SpeakerNotes {
  return Object.fromEntries(deck.scenes.map((scene) => [scene.id, scene.speaker]));
}

/** The speaker's notes of a reader's own deck, read once from the notes store; null where it is not kept there. */
export async function keptNotes(pack: Pack, deckId: string): Promise<SpeakerNotes | null> {
  const { store } = await openStore(pack.briefing.id);
  try {
    const deck = decksOf(await store.load()).find((one) => one.note === deckId);
    const read = deck?.live[0] && readDeck(textOf(deck.live[0]));
    return read && 'deck' in read ? notesByScene(read.deck) : null;
  } catch {
    return null;
  } finally {
    store.close();
  }
}
