/** The keys of the page, as help lists them. */
export const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['1', '2', '3', '4', '5'], does: 'Brief, Flows, Deals, Timeline, Notes' },
  { keys: ['/', 'Ctrl K'], does: 'find anything' },
  { keys: ['n'], does: 'a note on what is selected' },
  { keys: ['Ctrl Enter'], does: 'save the note that is being written' },
  { keys: ['d'], does: 'to the dossier of what is selected, and back' },
  { keys: ['t'], does: 'the picture as a table' },
  { keys: ['w'], does: 'Deals: the Pacific map or the world' },
  { keys: ['r'], does: 'Deals: what the briefing says that the record does not' },
  { keys: ['Tab', 'Enter'], does: 'go through a picture part by part, and select' },
  { keys: ['F5'], does: 'present the scenes; ? there lists its own keys' },
  { keys: ['c'], does: 'what is on screen becomes a scene of your deck' },
  { keys: ['Alt ↑', 'Alt ↓'], does: 'move a site of the flows up or down in its column' },
  { keys: ['Esc'], does: 'let go of the selection; close what is open' },
  { keys: ['Alt ←'], does: 'the browser’s Back undoes a selection' },
  { keys: ['?'], does: 'this page' }
];

/** The kinds of evidence a figure can have, in a line each. */
export const EVIDENCE: readonly { word: string; means: string }[] = [
  { word: 'stated', means: 'the briefing says it' },
  { word: 'observed', means: 'a source publishes it' },
  { word: 'derived', means: 'arithmetic on published figures, shown' },
  { word: 'estimated', means: 'rests on an assumption, shown' },
  { word: 'residual', means: 'what is left over so that in and out agree' }
];

/** The ten promises about notes, in the reader's words; docs/notes.md names the tests of each. */
export const PROMISES: readonly string[] = [
  'What you typed is in the database within a second, or a red bar says that it is not.',
  'A failed save never removes the text from the screen.',
  'Taking in a file only adds; taking it in twice changes nothing.',
  'Taking in several files takes every sound change of all of them in one step, or nothing; what is damaged is listed.',
  'When two people changed one note, you see both texts.',
  'Deleting can be undone; deleting what somebody else edited keeps their edit.',
  'A note never disappears because the briefing changed.',
  'Every file that any release wrote opens in every later one.',
  'Written, taken in and written again, a file has the same bytes.',
  'The page makes no request.'
];
