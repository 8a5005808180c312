/** What a link named and this edition lacks, in a sentence each. */
export const MISSING = {
  view: (name: string) => `This file has no view called “${name}”. You are on the start view.`,
  selection: (name: string) => `This edition has nothing called “${name}”, so nothing is selected.`,
  day: (name: string) => `“${name}” is not a day; the usual one is shown. Write it like 2025-11-05.`,
  choice: (name: string) => `This view has no choice “${name}”, so it is left out.`,
  more: (count: string) => `${count} more things are not here.`,
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

/** What is read aloud once something is chosen and the focus stays where it was. */
export const ANNOUNCED_CHOICE = (title: string) => `${title}: open in the dossier.`;

/** Told once nothing is selected any more. */
export const ANNOUNCED_NONE = 'Nothing is selected.';

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
    'Everything that this product keeps in this browser, read straight from where it is stored. Nothing here is changed. A notes file holds every change, those in backups and those not saved yet too, and can be taken in by any copy of the page; the other file holds drafts, settings and whatever could not be read, as it stands.',
  empty:
    'Nothing is kept in this browser for this page. In Firefox each path of the file has a store of its own: open it where you opened it before.',
  fault: (why: string) =>
    `This place could not be read: ${why}. Close other pages of this kind and open this one again.`,
  marked: (marking: string) => ` Inside is marked ${marking}.`,
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
