import { counted } from '../model/format.ts';

/** "3 notes and 1 deck of scenes": what of the two there is. */
export function countInWords({ notes, decks }: { notes: number; decks: number }): string {
  const scenes = decks ? counted(decks, 'deck of scenes', 'decks of scenes') : '';
  return [notes || !decks ? counted(notes, 'note') : '', scenes].filter(Boolean).join(' and ');
}

/** What is said of notes that came inside a saved copy of the page, and of each answer. */
export const INSIDE = {
  asking: (what: string, marking: string) =>
    `This file came with more inside: ${what} that this browser does not hold yet, ${marking ? `the highest marking is ${marking}` : 'none of them marked'}. You see them now; nothing was kept.`,
  looking: (what: string) =>
    `You are looking at ${what} that stand in this file only. Nothing of them is kept in this browser.`,
  status: (what: string) => `${what} only looked at, not kept here`,
  unkept: (what: string, one: boolean) =>
    `${what} inside this file ${one ? 'is' : 'are'} only looked at and not kept in this browser, so no file written here takes ${one ? 'it' : 'them'} along. To keep ${one ? 'it' : 'them'}, choose “Take them in” above; then write the file.`,
  fault: (why: string) =>
    `This file came with notes inside that cannot be read: ${why} Your own notes are as they were.`,
  damaged: (count: string) =>
    `${count} of the notes inside cannot be read and would be left out; the Notes view lists what and why when you take the file in there.`
};
