import { formatNumber } from '../model/format.ts';

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
      return `NOT SAVED: ${reason(status.fault, status.detail)}. Your text is still here${again}. You can also write it to a file on the rescue page.`;
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

/** Withdrawing the text of a note for good: what it does, and that it failed. */
export const WITHDRAW = {
  ask: 'This takes the text of this note and of all its versions away for good, here and in every backup, and in every browser that takes in a file of yours from now on. Files that were given away already keep it. A new text begun on it goes too; replies to it stay. It cannot be undone.',
  sure: 'Yes, take this text away for good',
  failed: (why: string) => `The text was not withdrawn: ${why}. It is as it was; try again.`,
  unbacked: (why: string) =>
    `The text was withdrawn, but no backup of the other notes could be taken before (${why}). Write your notes to a file.`
};

/** So many changes, in words. */
export const changesInWords = (n: number): string =>
  `${formatNumber(n, 0)} ${n === 1 ? 'change' : 'changes'}`;

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
