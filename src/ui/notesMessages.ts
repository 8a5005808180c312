import { formatNumber } from '../model/format.ts';
import { changesInWords } from './savingMessages.ts';

/** What is said when taking in files failed as a whole. */
export const importFailed = (why: string) =>
  `Nothing was taken in: ${why}. Your notes are as they were; try again.`;

/** Where in a notes file something is damaged, as its reader and as a program would count; what is said of it names the member. */
const damagedPart = (path: string) =>
  path.replace(
    /^(revisions\[(\d+)\]).*$/,
    (_, entry: string, at: string) => `change ${Number(at) + 1} (${entry})`
  );

/** A line for each of the damaged parts of some files; where there are very many the first hundred, and how many more. */
export function damagedLines(parts: readonly { file: string; path: string; why: string }[]): string[] {
  const lines = parts.slice(0, 100).map(({ file, path, why }) => `${file}, ${damagedPart(path)}: ${why}`);
  return parts.length > 100 ? [...lines, `and ${formatNumber(parts.length - 100, 0)} more`] : lines;
}

/** What is said of the changes that an import would bring: who wrote them, and on what. */
export const BRINGS = (writers: string, on: string) => `By ${writers}, on ${on}.`;

/** What is said before an import that takes texts away. */
export const WITHDRAWS = (count: number) =>
  `The file withdraws ${count === 1 ? 'a text' : `${count} texts`} that you hold, for good: no undo and no older file would bring ${count === 1 ? 'it' : 'them'} back.`;

/** What each kind of backup was taken for. */
export const BACKUP_BEFORE = {
  daily: 'daily',
  import: 'before taking in files',
  undo: 'before undoing an import',
  redaction: 'before a text was withdrawn, without that text',
  upgrade: 'before a newer release of this page wrote here',
  kept: 'before your kept file was read'
};

/** What is said when a backup that is handed out cannot be read whole. */
export const BACKUP_BROKEN = (name: string) =>
  `${name} was handed to the browser as it is, but it cannot be read whole. Taking it in lists what is damaged and takes the rest.`;

/** What the check of all notes found, and the way out. */
export const CHECK = {
  sound: 'Every change still is what it was when it was written.',
  damaged:
    'What is damaged stays where it is. Take in a notes file or a backup that holds it: a sound copy heals it.',
  failed: (why: string) => `The notes could not be checked: ${why}. Write them to a file, then try again.`
};

/** Undoing an import: what would go and stay, what went and stayed, and why nothing did. */
export const UNDO = {
  ask: ({ goes, stays }: { goes: number; stays: number }) =>
    goes
      ? `This takes out ${changesInWords(goes)}${stays ? `; ${changesInWords(stays)} stay, because something since builds on them or they withdraw a text` : ''}. A backup is taken first; what you began to write on them stays.`
      : 'Nothing of it can go: something since builds on all of it, or it withdraws a text.',
  done: ({ removed, kept }: { removed: number; kept: number }) =>
    `${changesInWords(removed)} taken out, ${changesInWords(kept)} kept. The files themselves are untouched: take one in again to have it back. What was withdrawn stays withdrawn.`,
  failed: (why: string) => `Nothing was taken out: ${why}. Your notes are as they were; try again.`
};

/** Wiping: what it would do, what it did after looking again. */
export const WIPE = {
  ask: 'This deletes the notes of every briefing of this kind in this browser, with drafts, backups and settings. Files you wrote stay where they are. It cannot be undone.',
  type: 'Nothing was deleted. Type the word wipe to go on.',
  done: ({ databases, keys, left }: { databases: string[]; keys: string[]; left: string[] }) =>
    `${databases.length} ${databases.length === 1 ? 'database' : 'databases'} and ${keys.length} ${keys.length === 1 ? 'setting' : 'settings'} removed; ${
      left.length
        ? `${left.length} could not be: close all other pages of this kind and wipe again.`
        : 'looked again, nothing is left. Files in your downloads folder and the browser’s history are not touched.'
    }`
};

/** What is said after a web address in a note was to be copied. */
export const ADDRESS_COPY = {
  done: (address: string) => `Copied: ${address}`,
  refused: 'This browser does not let the page copy. The address is selected; press Ctrl+C.'
};

/** What is said over an editor whose note was changed elsewhere since it was opened. */
export const NOTE_MEANWHILE = (when: string, text: string) =>
  text
    ? `Changed elsewhere since you began (${when}): “${text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text}”. Saving keeps both texts.`
    : `Deleted or withdrawn elsewhere since you began (${when}). Saving keeps your text.`;

/** What is said over a note that somebody deleted while somebody else was writing on it. */
export const NOTE_OVERRULED = (who: string, when: string) =>
  `${who} deleted this note (${when}); this text was written without knowledge of that, so it stands. Delete it again if it is to go.`;

/** What is said in an editor whose note was withdrawn by a file or in another window. */
export const NOTE_WITHDRAWN_UNDER =
  'The text of this note was withdrawn for good. What you typed here is on this page only, until you type on.';

/** What is said before an import that brings back what was deleted here. */
export const REVIVES = (count: number, [one, many]: readonly [one: string, many: string]) =>
  `${count === 1 ? `One ${one}` : `${formatNumber(count, 0)} ${many}`} that you deleted ${count === 1 ? 'comes' : 'come'} back, because somebody changed ${count === 1 ? 'it' : 'them'} without knowledge of that:`;

/** What is said before an import whose notes are marked higher than anything here. */
export const MARKED_INSIDE = (marking: string) => `The highest marking inside is ${marking}.`;

/** What is said in an editor whose note was saved while its writer typed on. */
export const NOTE_GOES_ON = 'You typed on while the note was being saved. Saving keeps this as its new text.';

/** What keeps a note from being saved, and how to mend it; the text stays as it is. */
export const NOTE_FAULT = {
  empty: 'There is no text yet.',
  long: (length: number, most: number) =>
    `The text has ${formatNumber(length)} characters; a note holds ${formatNumber(most)}. Split it in two.`,
  name: 'Give the name your notes carry.',
  unsaved: (why: string) => `This was not saved: ${why}. Your text is still here.`,
  grading: 'A source grading has two fields, a letter and a digit. Choose both, or neither.'
};

/** What a writer may want to look at again; it never stands in the way of saving. */
export const NOTE_HINT = {
  both: (sentence: string) =>
    `Likelihood and confidence stand in one sentence; two sentences keep them apart: “${sentence}”`,
  word: (word: string) => `“${word}” is on neither yardstick, so readers may take it differently.`
};

/** What is said when the yardstick changes under a chosen likelihood, which is never converted. */
export const rescaled = (word: string, from: string, to: string) =>
  `“${word}” was chosen on ${from}. It is not carried over to ${to}: choose again.`;

/** What is added to an import's report when the backup before it could not be taken. */
export const importUnbacked = (why: string) =>
  `No backup could be taken before (${why}). Nothing is lost: taking in only adds. Write your notes to a file.`;

/** What an import took in, and whose clock to look at. */
export const taken = (added: number, ahead: number, withdrawn = 0) =>
  `${changesInWords(added)} taken in.${withdrawn ? ` ${withdrawn === 1 ? 'One text was' : `${withdrawn} texts were`} withdrawn for good.` : ''}${ahead ? ` ${changesInWords(ahead)} among them with a time more than a day ahead; check that computer’s clock.` : ''}`;

/** Why notes could not be written to a file. */
export const notWritten = (why: string) => `Nothing was written: ${why}`;
