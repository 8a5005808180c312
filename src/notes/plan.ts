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
  /** Notes and decks with a text that is held in full and that the files withdraw: taking that in cannot be undone. */
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
      plan.damaged.push(...damaged.map((damage) => ({ file: name, ...damage })));
      found = merge(found, revisions);
    } catch (error) {
      if (!(error instanceof NotesFileError)) throw error;
      plan.refused.push({ file: name, why: error.message });
    }
  }
  plan.fresh = gain(held, found);
  plan.known = found.length - plan.fresh.length;
  const parted = newAlternatives(existing, plan.fresh);
  plan.alternatives = parted.length;
  plan.revives = revived(existing, plan.fresh);
  plan.withdraws = [...new Set(plan.fresh.filter(takesAway(held)).map(({ note }) => note))];
  plan.each.forEach((file, i) => (file.parted = parted.filter((note) => touched[i]?.has(note))));
  return plan;
}

/** The same plan without what would take a text away that is held in full. */
export function sparing(plan: ImportPlan, existing: readonly Revision[]): ImportPlan {
  const takes = takesAway(new Map(existing.map((revision) => [revision.id, revision])));
  return { ...plan, fresh: plan.fresh.filter((revision) => !takes(revision)), withdraws: [] };
}

/** Whether a revision is the redacted form of one that is held in full. */
const takesAway = (held: ReadonlyMap<string, Revision>) => (revision: Revision) => {
  const before = held.get(revision.id);
  return isRedacted(revision) && before !== undefined && !isRedacted(before);
};

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
