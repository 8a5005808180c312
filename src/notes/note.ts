import { compareHlc } from './clock.ts';
import { headsOf } from './merge.ts';
import { isRedacted } from './revision.ts';
import type { FullRevision, Hlc, NoteId, Revision, Target } from './revision.ts';

/** One note as a reader meets it, worked out from all its revisions. */
export type Note = {
  note: NoteId;
  /** What the next revision names as parents: every head, alive or not. */
  heads: readonly Revision[];
  /** The texts to show, newest first; none when the note is deleted or redacted. */
  live: readonly FullRevision[];
  /** More than one living text: people wrote without having seen one another. */
  alternatives: boolean;
  /** No living text, and the newest end of it is a deletion: it can be undone. */
  deleted: boolean;
  /** No living text, and the newest end of it was withdrawn: it cannot be undone. */
  redacted: boolean;
  /** What it is about: from the newest living text, else from the newest revision that still says. */
  target: Target | undefined;
  created: Hlc;
  changed: Hlc;
  /** All its revisions, newest first. */
  history: readonly Revision[];
};

/**
 * All notes of a set of revisions, last changed first, in one pass; decks of scenes are left to `decksOf`. A head is alive
 * unless it is redacted or says "delete" or "redact"; a living head beats a deletion, so deleting what another edited keeps the edit.
 */
export function notesOf(revisions: readonly Revision[]): Note[] {
  return kept(revisions, isNote);
}

/** All decks of scenes of a set of revisions, by the same rules as notes, since they are kept like notes. */
export function decksOf(revisions: readonly Revision[]): Note[] {
  return kept(revisions, isDeck);
}

/** All notes and decks of a set of revisions, each once. */
export function allOf(revisions: readonly Revision[]): Note[] {
  return kept(revisions, () => true);
}

function grouped(revisions: readonly Revision[]): Revision[][] {
  const groups = new Map<NoteId, Revision[]>();
  for (const revision of revisions) {
    const group = groups.get(revision.note);
    if (group) group.push(revision);
    else groups.set(revision.note, [revision]);
  }
  return [...groups.values()];
}

function kept(revisions: readonly Revision[], wanted: (group: readonly Revision[]) => boolean): Note[] {
  return grouped(revisions).filter(wanted).map(noteOf).sort(lastChangedFirst);
}

/** The note that the revisions of one id make, or undefined where they are a deck of scenes and nothing else. */
export function noteOfGroup(group: readonly Revision[]): Note | undefined {
  return isNote(group) ? noteOf(group) : undefined;
}

/** Orders notes by their latest change; those of one moment by their id, so that every list agrees. */
export function lastChangedFirst(a: Note, b: Note): number {
  return newestFirst(a.changed, b.changed) || (a.note < b.note ? -1 : 1);
}

/**
 * The revision in which a living text was written: the oldest one since which it says the same. Undoing a deletion and moving a note
 * elsewhere make revisions of their own, but the words stay their writer's.
 */
export function writtenIn({ history }: Pick<Note, 'history'>, text: FullRevision): FullRevision {
  if (text === history.at(-1)) return text;
  let written = WRITTEN.get(history);
  if (!written) {
    WRITTEN.set(history, (written = new Map()));
    let [first, said] = [text, ''];
    for (const one of history.toReversed()) {
      if (!isLive(one)) continue;
      const says = contentOf(one);
      if (says !== said) [first, said] = [one, says];
      written.set(one, first);
    }
  }
  return written.get(text) ?? text;
}

/** Where the living texts of a history were written, since each of a thousand ends is asked for. */
const WRITTEN = new WeakMap<readonly Revision[], Map<FullRevision, FullRevision>>();

/** Who began a note, where that is somebody else than who wrote a text of it; names are as claimed. */
export function begunBy({ history }: Pick<Note, 'history'>, written: FullRevision): string | undefined {
  const first = history.findLast(isFull)?.creator.name;
  return first === written.creator.name ? undefined : first;
}

/** How many notes and decks among some revisions were deleted and still hold a text, so that deleting can be undone. */
export function deletedAmong(revisions: readonly Revision[]): { notes: number; decks: number } {
  const ended = new Set(revisions.filter(isDeletion).map(({ note }) => note));
  const groups = grouped(revisions.filter(({ note }) => ended.has(note)));
  const deleted = groups.filter(
    (group) => noteOf(group).deleted && group.some((one) => isFull(one) && one.body)
  );
  const decks = deleted.filter((group) => !isNote(group)).length;
  return { notes: deleted.length - decks, decks };
}

/** The texts that a deleted note had when it was deleted, newest first: each that a deletion names, else the newest there is. */
export function deletedTexts({ heads, history }: Pick<Note, 'heads' | 'history'>): FullRevision[] {
  const named = new Set<string>(heads.filter(isDeletion).flatMap((head) => (head as FullRevision).parents));
  const texts = history.filter((one): one is FullRevision => isLive(one) && one.body !== undefined);
  const followed = new Set<string>(texts.flatMap(({ parents }) => parents));
  const taken = texts.filter(({ id }) => named.has(id) && !followed.has(id));
  return taken.length ? taken : texts.slice(0, 1);
}

/** What a revision says, apart from who wrote it, when, and where it stands. */
const contentOf = ({ body, motivation, assess, marking, x }: FullRevision): string =>
  JSON.stringify([body, motivation, assess, marking, x]);

function noteOf(group: readonly Revision[]): Note {
  const history = [...group].sort((a, b) => newestFirst(a.hlc, b.hlc) || (a.id < b.id ? -1 : 1));
  const newest = history[0]!;
  const heads = headsOf(history);
  const live = heads.filter(isLive);
  const gone = live.length === 0;
  const deleted = gone && isDeletion(heads[0]!);
  return {
    note: newest.note,
    heads,
    live,
    alternatives: live.length > 1,
    deleted,
    redacted: gone && !deleted,
    target: live[0]?.target ?? history.find(isFull)?.target,
    created: history.at(-1)!.hlc,
    changed: newest.hlc,
    history
  };
}

/** Whether the revisions of one id are a note. A deck that a file puts under a note's id makes both of it, so that the note never disappears. */
export function isNote(group: readonly Revision[]): boolean {
  return !isDeck(group) || group.some((one) => isLive(one) && one.body?.type === 'text');
}

function isDeck(group: readonly Revision[]): boolean {
  return group.some(holdsDeck);
}

/** Whether a revision holds a deck of scenes. */
export function holdsDeck(revision: Revision): boolean {
  return isFull(revision) && revision.body?.type === 'deck';
}

function isFull(revision: Revision): revision is FullRevision {
  return !isRedacted(revision);
}

function isLive(revision: Revision): revision is FullRevision {
  return isFull(revision) && revision.op !== 'delete' && revision.op !== 'redact';
}

function isDeletion(revision: Revision): boolean {
  return isFull(revision) && revision.op === 'delete';
}

function newestFirst(a: Hlc, b: Hlc): number {
  return compareHlc(b, a);
}
