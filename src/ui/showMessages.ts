import type { DeckRefusal as Refusal } from '../model/deck.ts';

/** Why a change of a deck is not kept, and the way out. */
const REFUSED: Record<Refusal['what'], (why: string) => string> = {
  view: () => 'notes are not shown to a room. Go to Brief, Flows, Deals or Timeline first.',
  address: () =>
    'what is on screen has too long an address for a scene, more than 2,000 characters. Choose less, then try again.',
  scenes: () => 'a deck holds 200 scenes. Take one out first.',
  text: () => 'a deck holds 200,000 characters, the speaker’s words among them. Shorten some first.',
  shape: (why) => `${why}.`
};

/** What a presenter is told, each with the way out. */
export const PRESENT = {
  noFullScreen: 'The browser refused full screen. Press F11, or go on in this window.',
  fullScreenLeft: 'Full screen was left. F5 fills the screen again; Esc ends the show.',
  popupRefused:
    'The browser refused a second window. Allow pop-ups for this page and try again, print cue cards, or choose the strip on this screen.',
  speakerOpen:
    'The speaker’s window is open. Leave it on your own screen, move this one to the room’s, and start.',
  stripChoice: 'Show the speaker’s notes in a strip on this same screen: the room will read them too',
  roomSilent:
    'The room’s window does not answer: it is being reloaded, or shows no scenes. Press F5 there; this window joins again by itself.',
  roomLost:
    'The room’s window is closed or out of reach. Open it again and press S there: this window is found by its name.',
  roomNotFull: 'The room’s window does not fill its screen. Press F5 there.',
  notesElsewhere:
    'The notes of this deck are not in this browser’s store. Open the file where the deck was written, or take in its notes file.',
  memoryOnly:
    'This browser keeps nothing for this page, and a show drops all notes from it. Write your notes to a file first.',
  unsaved:
    'Something you typed is not stored yet, so the show has not begun. See the line at the bottom, then try again.',
  asked: (scene: string) => `Asked from the floor, in the middle of “${scene}”.`,
  changed: (scene: string) => `Changed in the room, from “${scene}”. Backspace brings that back.`,
  goTo: (digits: string, at: number | undefined) =>
    at === undefined ? `There is no scene ${digits}` : `Go to ${digits}, Enter`,
  beyond: 'What is lit beyond it is in proportion, an estimate.',
  ownWords: (shown: number) => `Speaker’s words${shown ? '; of what is shown' : ''}`,
  more: '↓ more of this answer below',
  captured: (deck: string) => `Added to “${deck}” as its last scene.`,
  refused: (refusal: Refusal) => `Not kept: ${REFUSED[refusal.what]('why' in refusal ? refusal.why : '')}`,
  earlier: 'Go back to its last text that can be read',
  sceneGone: (title: string) => `“${title}” was taken out of this deck.`,
  deckGone: (title: string) => `The deck “${title}” was deleted.`,
  deckFault: (why: string) =>
    `This deck cannot be read, so none of it is shown: ${why}. It stays as it is in your notes file; take the file from its writer again.`
};
