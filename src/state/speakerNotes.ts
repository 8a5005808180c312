import { readDeck, type Deck } from '../model/deck.ts';
import { decksOf } from '../notes/note.ts';
import { textOf } from '../notes/revision.ts';
import type { Pack } from '../pack/pack.ts';
import type { SpeakerNotes } from '../model/scene.ts';
import { openSpeakerNotes } from '../pack/speaker.ts';
import { openStore } from '../store/openStore.ts';
import { SPEAKER_BLOCK } from './shippedBlock.ts';

/** The speaker's notes that ship with the file; none where their block is gone or damaged. */
export function shippedNotes(page: Document, pack: Pack): SpeakerNotes {
  try {
    return openSpeakerNotes(JSON.parse(page.getElementById(SPEAKER_BLOCK)?.textContent ?? '{}'), pack);
  } catch {
    return {};
  }
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
