import { formatNumber } from '../model/format.ts';

/** What a link named and this edition lacks, in a sentence each. */
export const MISSING = {
  view: (name: string) => `This file has no view called “${name}”. You are on the start view.`,
  selection: (name: string) => `This edition has nothing called “${name}”, so nothing is selected.`,
  day: (name: string) => `“${name}” is not a day; the usual one is shown. Write it like 2025-11-05.`,
  choice: (name: string) => `This view has no choice “${name}”, so it is left out.`,
  lens: (name: string) => `This edition has no lens called “${name}”; the usual one is shown.`
};

/** Why what was typed is no day, and how to write one. Nothing changes until it is one. */
export const DAY_FAULT = {
  empty: 'Type a day, such as 15 Oct 2025 or 2025-10-15.',
  unreadable: 'Not read as a day, so nothing changed. Write it like 15 Oct 2025 or 2025-10-15.',
  ambiguous: 'Day and month could be either way round, so nothing changed. Write it like 15 Oct 2025.',
  'no such day': 'The calendar has no such day, so nothing changed.'
};

/** What a search came to, seen where nothing was found and heard always. */
export const SEARCHED = (found: number) =>
  found ? `${found} found.` : 'Nothing here has these words. Try a place, a company, or fewer words.';

/** What is read aloud, and not shown, once the day is another. */
export const ANNOUNCED_DAY = (day: string) => `As of ${day}.`;

/** What stands on screen when notes cannot be kept the usual way, each with the way out. */
export const STORAGE = {
  localstorage:
    'The browser’s database cannot be opened for this file (a very long path can be the reason). Notes are kept in its smaller store instead, which some browsers empty when they close: write them to a file before you close this page.',
  memory:
    'This browser keeps nothing for this page (site data is blocked or full). What you write lasts until you close it: write your notes to a file first.',
  superseded:
    'A newer copy of this page has taken over the notes. Reload this one before you write more; what you typed is kept.',
  wiped:
    'All notes and settings of this product were deleted from this browser. Close this page; what you write now is not kept.'
};

/** The status line: true at every moment, or empty. `looked` says what is on screen and kept nowhere. */
export function statusLine(
  status: Status,
  unfiled: number,
  unfinished: number,
  now: number,
  looked = ''
): string {
  const open = unfinished ? ` · ${unfinished} unfinished, kept as typed` : '';
  const guests = looked && ` · ${looked}`;
  const left = (unfiled ? ` · ${count(unfiled)} not yet in a file` : '') + open + guests;
  switch (status.state) {
    case 'loading':
      return 'Opening your notes…';
    case 'unsaved':
    case 'saving':
      return 'Saving…';
    case 'failed': {
      const again =
        status.retryAt === null
          ? ''
          : `; trying again in ${Math.max(0, Math.round((status.retryAt - now) / 1000))} s`;
      return `NOT SAVED: ${reason(status.fault, status.detail)}. Your text is still here${again}. You can also write it to a file.`;
    }
    case 'memory':
      return `Kept only until you close this page${left}`;
    case 'localstorage':
      return `Kept in the browser’s smaller store, which may be emptied when it closes${left}`;
    case 'saved':
      return status.at === null
        ? left
          ? left === guests
            ? looked
            : `Saved in this browser${left}`
          : 'Everything is saved in this browser'
        : `Saved in this browser ${clock(status.at)}${left}`;
  }
}

/** What is said once a notes file was handed to the browser, which never tells what it did with it. */
export const exported = (name: string) =>
  `Handed to the browser as ${name}. Check that it is in your downloads folder.`;

/** What is said when taking in files failed as a whole. */
export const importFailed = (why: string) =>
  `Nothing was taken in: ${why}. Your notes are as they were; try again.`;

/** What stands above every view where the briefing inside the file is not the one it was built with. */
export const ALTERED_BRIEFING =
  'The briefing inside this file is not the one it was built with: it was replaced on purpose, or damaged. “About this file”, at the foot of the page, shows how to check.';

/** What About says of a block that is not the one the file was built with. */
export const ALTERED =
  'Not the part this file was built with: it was replaced on purpose, or damaged. Compare the whole file below.';

/** What About says of the whole file, which a page cannot read by itself. */
export const WHOLE = {
  how: 'A page cannot read its own file. Choose the file you opened: it is hashed here and goes nowhere.',
  alone: 'Compare these digits with the line for lodestone.html in SHA256SUMS.',
  same: 'The same as in SHA256SUMS: this is the file as it was built.',
  other: (due: string) => `NOT the file of SHA256SUMS, which gives ${due}. Copy the file again.`,
  noPage: 'None of the chosen files is a page. Choose lodestone.html, alone or together with SHA256SUMS.',
  unread: (why: string) => `The file could not be read (${why}). Choose it again.`
};

type Status =
  | { state: 'loading' | 'unsaved' | 'saving' }
  | { state: 'saved' | 'memory' | 'localstorage'; at: number | null }
  | { state: 'failed'; fault: string; detail: string; retryAt: number | null };

function reason(fault: string, detail: string): string {
  if (fault === 'full') return 'the browser’s storage is full; free some disk space';
  if (fault === 'blocked') return 'the browser refuses to store anything for this page';
  return `the browser could not store it (${detail})`;
}

const clock = (time: number) =>
  new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
const count = (n: number) => `${formatNumber(n, 0)} ${n === 1 ? 'change' : 'changes'}`;

/** What each kind of backup was taken for. */
export const BACKUP_BEFORE = {
  daily: 'daily',
  import: 'before taking in files',
  undo: 'before undoing an import',
  redaction: 'before a text was withdrawn, without that text',
  upgrade: 'before a newer release of this page wrote here'
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
      ? `This takes out ${count(goes)}${stays ? `; ${count(stays)} stay, because something since builds on them or they withdraw a text` : ''}. A backup is taken first.`
      : 'Nothing of it can go: something since builds on all of it, or it withdraws a text.',
  done: ({ removed, kept }: { removed: number; kept: number }) =>
    `${count(removed)} taken out, ${count(kept)} kept. The files themselves are untouched: take one in again to have it back.`,
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

/** The rescue page. */
export const RESCUE = {
  open: 'Notes written here are not lost: open the rescue page.',
  about:
    'Everything that this product keeps in this browser, read straight from where it is stored. Nothing here is changed. A notes file holds every change, those in backups too, and can be taken in by any copy of the page; the other file holds drafts, settings and whatever could not be read, as it stands.',
  empty:
    'Nothing is kept in this browser for this page. In Firefox each path of the file has a store of its own: open it where you opened it before.',
  fault: (why: string) =>
    `This place could not be read: ${why}. Close other pages of this kind and open this one again.`,
  tooLarge: (why: string) => `${why} Write everything as it is stored instead.`
};

/** What stands above a page whose briefing cannot be read. */
export const REFUSED =
  'This file’s briefing cannot be read, so nothing can be selected or noted. Copy the file again.';

/** What is said where the part of the file with all views but the first was changed, so that the browser refused it. */
export const REFUSED_PART =
  'This file is damaged: the part of it that holds the other views was refused. What stands here can be read. Copy the file again and compare it with SHA256SUMS.';

/** What stands in a view's place for the moment until it is loaded. */
export const OPENING = 'Opening…';

/** What is said after a web address in a note was to be copied. */
export const ADDRESS_COPY = {
  done: (address: string) => `Copied: ${address}`,
  refused: 'This browser does not let the page copy. The address is selected; press Ctrl+C.'
};

/** What keeps a note from being saved, and how to mend it; the text stays as it is. */
export const NOTE_FAULT = {
  empty: 'There is no text yet.',
  long: (length: number, most: number) =>
    `The text has ${formatNumber(length)} characters; a note holds ${formatNumber(most)}. Split it in two.`,
  name: 'Give the name your notes carry.',
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

/** Withdrawing the text of a note for good: what it does, and that it failed. */
export const WITHDRAW = {
  ask: 'This takes the text of this note and of all its versions away for good, here and in every backup, and in every browser that takes in a file of yours from now on. Files that were given away already keep it. It cannot be undone.',
  sure: 'Yes, take this text away for good',
  failed: (why: string) => `The text was not withdrawn: ${why}. It is as it was; try again.`,
  unbacked: (why: string) =>
    `The text was withdrawn, but no backup of the other notes could be taken before (${why}). Write your notes to a file.`
};

/** What is added to an import's report when the backup before it could not be taken. */
export const importUnbacked = (why: string) =>
  `No backup could be taken before (${why}). Nothing is lost: taking in only adds. Write your notes to a file.`;

/** What an import took in, and whose clock to look at. */
export const taken = (added: number, ahead: number) =>
  `${count(added)} taken in.${ahead ? ` ${count(ahead)} among them with a time more than a day ahead; check that computer’s clock.` : ''}`;

/** Why notes could not be written to a file. */
export const notWritten = (why: string) => `Nothing was written: ${why}`;

/** Why two lenses cannot stand beside each other. */
export const NOT_BESIDE = {
  unit: (one: string, other: string) =>
    `${one} and ${other} are different units, so no scale would hold for both`,
  material: (one: string, other: string) => `${one} and ${other} are different things`
};

/** What is said when a site was moved in its column by hand: its place from the top. */
export const movedTo = (name: string, place: number, of: number) =>
  `${name}: now ${place} of ${of} in its column. The order stands in the link.`;

/** What is said when a site stands at the end of its column already. */
export const atEnd = (name: string, up: boolean) =>
  `${name} is the ${up ? 'first' : 'last'} of its column already.`;
