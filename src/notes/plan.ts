import { MAX_AHEAD, timeOf } from './clock.ts';
import { NotesFileError } from './fault.ts';
import { readNotesFile } from './file.ts';
import type { About } from './file.ts';
import { gain, merge } from './merge.ts';
import { allOf } from './note.ts';
import { isRedacted } from './revision.ts';
import type { NoteId, Revision } from './revision.ts';

/** What importing some files would do; nothing is done until `applyImport`. */
export type ImportPlan = {
  files: number;
  /** What each readable file says of itself, so that another briefing's file can be asked about. */
  read: { name: string; about: About }[];
  /** What each readable file holds: changes that nobody holds yet, known ones, damaged parts, and the notes that will have alternatives. */
  each: { name: string; fresh: number; known: number; damaged: number; parted: NoteId[] }[];
  /** Revisions to add: new ones, and redacted forms of what is held in full. */
  fresh: Revision[];
  /** How many revisions of the files are held already. */
  known: number;
  damaged: { file: string; path: string; why: string }[];
  refused: { file: string; why: string }[];
  /** How many notes and decks will have alternatives that had none before. */
  alternatives: number;
  /** Notes and decks that were deleted here and have a living text again, which was written without knowledge of that. */
  revives: NoteId[];
  /** Notes and decks with a text here that the files withdraw, or put a withdrawn end in place of: taking that in cannot be undone. */
  withdraws: NoteId[];
};

/** Reads any number of files against what is held and says what importing them would add. */
export function planImport(
  existing: readonly Revision[],
  files: readonly { name: string; text: string }[]
): ImportPlan {
  const plan: ImportPlan = {
    files: files.length,
    read: [],
    each: [],
    fresh: [],
    known: 0,
    damaged: [],
    refused: [],
    alternatives: 0,
    revives: [],
    withdraws: []
  };
  const held = new Map<string, Revision>(existing.map((revision) => [revision.id, revision]));
  let found: Revision[] = [];
  const touched: Set<NoteId>[] = [];
  for (const { name, text } of files) {
    try {
      const { revisions, damaged, about } = readNotesFile(text);
      plan.read.push({ name, about });
      const gained = gain(held, revisions);
      const counts = { fresh: gained.length, known: revisions.length - gained.length };
      plan.each.push({ name, ...counts, damaged: entriesOf(damaged).length, parted: [] });
      touched.push(new Set(gained.map(({ note }) => note)));
      for (const damage of damaged) plan.damaged.push({ file: name, ...damage });
      found = merge(found, revisions);
    } catch (error) {
      // One file that nobody foresaw must not keep the others out.
      const why = error instanceof NotesFileError ? error : unforeseen(error);
      plan.refused.push({ file: name, why: why.message });
    }
  }
  plan.fresh = gain(held, found);
  plan.known = found.length - plan.fresh.length;
  const parted = newAlternatives(existing, plan.fresh);
  plan.alternatives = parted.length;
  plan.revives = revived(existing, plan.fresh);
  plan.withdraws = withdrawn(existing, plan.fresh);
  plan.each.forEach((file, i) => (file.parted = parted.filter((note) => touched[i]?.has(note))));
  return plan;
}

const unforeseen = (error: unknown) =>
  new NotesFileError('The file', `cannot be read (${String(error)})`, 'Export it anew');

/** The same plan without what would take a living text away for good. */
export function sparing(plan: ImportPlan, existing: readonly Revision[]): ImportPlan {
  const spared = new Set(withdrawn(existing, plan.fresh));
  const fresh = plan.fresh.filter((revision) => !isWithdrawal(revision) || !spared.has(revision.note));
  return { ...plan, fresh, withdraws: [] };
}

/**
 * The notes that lose a text for good: a revision held in full comes redacted, or a withdrawn end that is not held here, and that anybody
 * can name any parents in, stands in place of a living text.
 */
function withdrawn(existing: readonly Revision[], fresh: readonly Revision[]): NoteId[] {
  const notes = new Set(fresh.filter(isWithdrawal).map(({ note }) => note));
  if (!notes.size) return [];
  const before = existing.filter(({ note }) => notes.has(note));
  const held = new Map<string, Revision>(before.map((revision) => [revision.id, revision]));
  const lost = new Set(
    fresh.flatMap((one) => (isRedacted(one) && !isRedacted(held.get(one.id) ?? one) ? [one.note] : []))
  );
  const living = new Map(allOf(before).map(({ note, live }) => [note, live]));
  for (const { note, heads, live } of allOf(merge(before, fresh))) {
    const stay = new Set(live.map(({ id }) => id));
    if (living.get(note)?.some(({ id }) => !stay.has(id)) && heads.some(isWithdrawal)) lost.add(note);
  }
  return [...lost];
}

function isWithdrawal(revision: Revision): boolean {
  return isRedacted(revision) || revision.op === 'redact';
}

/** The damaged parts themselves: a wrong checksum alone only tells that the file was changed. */
export function entriesOf<D extends { path: string }>(damaged: readonly D[]): D[] {
  return damaged.filter(({ path }) => path !== 'checksum');
}

/** How many of some revisions carry a time more than a day after `now` (ms): their writer's clock runs ahead. */
export function aheadOf(revisions: readonly Revision[], now: number): number {
  return revisions.filter(({ hlc }) => timeOf(hlc) >= now + MAX_AHEAD).length;
}

/** The notes that are deleted now and would not be. */
function revived(existing: readonly Revision[], fresh: readonly Revision[]): NoteId[] {
  const touched = new Set(fresh.map(({ note }) => note));
  const held = existing.filter(({ note }) => touched.has(note));
  const deleted = new Set(allOf(held).flatMap((note) => (note.deleted ? [note.note] : [])));
  if (!deleted.size) return [];
  return allOf(merge(held, fresh)).flatMap(({ note, live }) =>
    live.length && deleted.has(note) ? [note] : []
  );
}

function newAlternatives(existing: readonly Revision[], fresh: readonly Revision[]): NoteId[] {
  const touched = new Set(fresh.map((revision) => revision.note));
  const held = existing.filter((revision) => touched.has(revision.note));
  const before = withAlternatives(held);
  return [...withAlternatives(merge(held, fresh))].filter((note) => !before.has(note));
}

function withAlternatives(revisions: readonly Revision[]): Set<NoteId> {
  return new Set(allOf(revisions).flatMap((note) => (note.alternatives ? [note.note] : [])));
}
