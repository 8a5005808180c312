import { canonicalJson } from './digest.ts';
import { isNote } from './note.ts';
import { highestMarking, rank } from './marking.ts';
import { merge } from './merge.ts';
import type { NoteId, Revision } from './revision.ts';

/** Whose notes are asked for: those a writer had a hand in, all, or some by name. */
export type Wanted =
  | { what: 'all' }
  | { what: 'mine'; replica: string; author: string }
  | { what: 'some'; notes: readonly NoteId[] };

/** How far up the list of markings notes may leave: `upTo` is a rank of `list`, its length + 1 for everything. */
export type Limit = { upTo: number; list: readonly string[] };

/** A note that stays behind: its highest marking, and whether that alone keeps it or what it refers to. */
export type Staying = { note: NoteId; marking: string; why: 'marking' | 'reference' };

/** What leaves and what stays, note by note: a note leaves with its whole history or not at all. */
export type Leaving = {
  revisions: readonly Revision[];
  notes: number;
  /** Decks of scenes, which are kept like notes. */
  decks: number;
  staying: readonly Staying[];
  /** The highest marking of what leaves; an empty text when nothing in it is marked. */
  marking: string;
};

/** Anything in a revision that could name another note or revision: a UUID, or 32 hex digits. */
const NAMES = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}/gi;

/**
 * Chooses what may leave. A note with one revision above the limit stays behind whole, since later revisions name
 * earlier ones; so does a note that names one that stays behind, such as a reply to it. What leaves is a sound set.
 */
export function leaving(revisions: readonly Revision[], wanted: Wanted, limit: Limit): Leaving {
  const groups = new Map<NoteId, Revision[]>();
  const all = merge(revisions, []);
  for (const revision of all) {
    const group = groups.get(revision.note);
    if (group) group.push(revision);
    else groups.set(revision.note, [revision]);
  }
  const staying = new Map<NoteId, Staying>();
  for (const [note, group] of groups) {
    const marking = highestMarking(group, limit.list);
    if (rank(marking, limit.list) > limit.upTo) staying.set(note, { note, marking, why: 'marking' });
  }
  if (staying.size) holdReferences(groups, staying, limit);
  const named = new Set(wanted.what === 'some' ? wanted.notes : []);
  const asked = [...groups].filter(([note, group]) => named.has(note) || isWanted(group, wanted));
  const leaves = asked.filter(([note]) => !staying.has(note));
  const out = leaves.flatMap(([, group]) => group);
  const decks = leaves.filter(([, group]) => !isNote(group)).length;
  return {
    revisions: leaves.length === groups.size ? all : merge(out, []),
    notes: leaves.length - decks,
    decks,
    staying: asked.flatMap(([note]) => staying.get(note) ?? []),
    marking: highestMarking(out, limit.list)
  };
}

/** Notes that name what stays behind stay too, and those that name them, until nothing changes any more. */
function holdReferences(
  groups: ReadonlyMap<NoteId, readonly Revision[]>,
  staying: Map<NoteId, Staying>,
  limit: Limit
): void {
  const names = [...groups].map(([note, group]) => ({
    note,
    group,
    named: new Set(group.flatMap((revision) => canonicalJson(revision).match(NAMES) ?? []).map(lower))
  }));
  const held = new Set<string>();
  const hold = (note: NoteId, group: readonly Revision[]) => {
    held.add(note);
    for (const { id } of group) held.add(id);
  };
  for (const note of staying.keys()) hold(note, groups.get(note)!);
  for (let before = -1; before !== staying.size;) {
    before = staying.size;
    for (const { note, group, named } of names) {
      if (staying.has(note) || ![...named].some((name) => held.has(name))) continue;
      staying.set(note, { note, marking: highestMarking(group, limit.list), why: 'reference' });
      hold(note, group);
    }
  }
}

const lower = (name: string) => name.toLowerCase();

function isWanted(group: readonly Revision[], wanted: Wanted): boolean {
  if (wanted.what !== 'mine') return wanted.what === 'all';
  return hadAHand(group, wanted);
}

/** Whether a writer had a hand in a note: one of its revisions was written in this browser, or under this name. */
export function hadAHand(group: readonly Revision[], by: { replica: string; author: string }): boolean {
  const author = by.author.trim();
  return group.some(
    (revision) =>
      revision.hlc.endsWith(`-${by.replica}`) ||
      ('creator' in revision && author !== '' && revision.creator.name.trim() === author)
  );
}
