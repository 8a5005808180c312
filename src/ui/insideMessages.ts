/** What is said of notes that came inside a saved copy of the page, and of each answer. */
export const INSIDE = {
  asking: (notes: string, marking: string) =>
    `This file came with notes inside: ${notes} that this browser does not hold yet, ${marking ? `the highest marking is ${marking}` : 'none of them marked'}. You see them now; nothing was kept.`,
  looking: (notes: string) =>
    `You are looking at ${notes} that stand in this file only. Nothing of them is kept in this browser.`,
  status: (notes: string) => `${notes} only looked at, not kept here`,
  unkept: (notes: string, one: boolean) =>
    `${notes} inside this file ${one ? 'is' : 'are'} only looked at and not kept in this browser, so no file written here takes ${one ? 'it' : 'them'} along. To keep ${one ? 'it' : 'them'}, choose “Take them in” above; then write the file.`,
  fault: (why: string) =>
    `This file came with notes inside that cannot be read: ${why} Your own notes are as they were.`,
  damaged: (count: string) =>
    `${count} of the notes inside cannot be read and would be left out; the Notes view lists what and why when you take the file in there.`
};
