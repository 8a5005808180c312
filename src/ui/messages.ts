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

/** What is read aloud, and not shown, once the day is another. */
export const ANNOUNCED_DAY = (day: string) => `As of ${day}.`;

/** What stands on screen when notes cannot be kept the usual way, each with the way out. */
export const STORAGE = {
  localstorage:
    'The browser’s database cannot be opened for this file (a very long path can be the reason). Notes are kept in its smaller store instead, which some browsers empty when they close: write them to a file before you close this page.',
  slow: 'The browser’s database did not answer within 10 seconds, so the notes in it are not shown. They are still there: load this page again to see them. What you write before that goes into the browser’s smaller store and joins them then.',
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
  const left = (unfiled ? ` · ${changesInWords(unfiled)} not yet in a file` : '') + open + guests;
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

/** What stands above every view where the briefing inside the file is not the one it was built with. */
export const ALTERED_BRIEFING =
  'The briefing inside this file is not the one it was built with: it was replaced on purpose, or damaged. “About this file”, at the foot of the page, shows how to check.';

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

/** Withdrawing the text of a note for good: what it does, and that it failed. */
export const WITHDRAW = {
  ask: 'This takes the text of this note and of all its versions away for good, here and in every backup, and in every browser that takes in a file of yours from now on. Files that were given away already keep it. It cannot be undone.',
  sure: 'Yes, take this text away for good',
  failed: (why: string) => `The text was not withdrawn: ${why}. It is as it was; try again.`,
  unbacked: (why: string) =>
    `The text was withdrawn, but no backup of the other notes could be taken before (${why}). Write your notes to a file.`
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
/** So many changes, in words. */
export const changesInWords = (n: number): string =>
  `${formatNumber(n, 0)} ${n === 1 ? 'change' : 'changes'}`;
