import { canonicalJson } from './digest.ts';
import { isRedacted } from './revision.ts';
import type { NoteId, Revision } from './revision.ts';

/**
 * The union of two sets of revisions, sorted by id. It is commutative, associative and idempotent: for each
 * id the greater form stays (absent < full < redacted), so no old file can bring a redacted text back.
 */
export function merge(a: readonly Revision[], b: readonly Revision[] = []): Revision[] {
  const union = new Map<string, Revision>();
  for (const list of [a, b]) for (const revision of list) take(union, revision);
  return [...union.values()].sort((p, q) => (p.id < q.id ? -1 : 1));
}

/** Those of `incoming` that a set would gain from: new ids, and redacted forms of what it holds in full. */
export function gain(held: ReadonlyMap<string, Revision>, incoming: readonly Revision[]): Revision[] {
  return merge(incoming).filter((revision) => {
    const before = held.get(revision.id);
    return before === undefined || wins(revision, before);
  });
}

/**
 * The heads of a note: its revisions that no other revision of the same note names as parent, sorted by id.
 * Deleted and redacted ones count like any other here, because whoever saves next has seen them too;
 * `notesOf` decides which of them are alive. A ring of parents, which only a forged file can hold, would
 * leave a note without a head: then all of its revisions are heads, so that it never disappears.
 */
export function heads(revisions: readonly Revision[], note: NoteId): Revision[] {
  return headsOf(merge(revisions).filter((revision) => revision.note === note));
}

/** The heads among the revisions of one note, in the order they come in. */
export function headsOf(ofOneNote: readonly Revision[]): Revision[] {
  const seen = new Set(ofOneNote.flatMap((revision) => revision.parents));
  const open = ofOneNote.filter((revision) => !seen.has(revision.id));
  return open.length > 0 ? open : [...ofOneNote];
}

function take(union: Map<string, Revision>, revision: Revision): void {
  const before = union.get(revision.id);
  if (before === undefined || wins(revision, before)) union.set(revision.id, revision);
}

/** A total order on the forms of one id. Two unlike ones of a rank are forged; any fixed order will do. */
function wins(challenger: Revision, holder: Revision): boolean {
  if (challenger === holder) return false;
  if (isRedacted(challenger) !== isRedacted(holder)) return isRedacted(challenger);
  // The same revision comes again with nearly every import, and this comparison is the quick one.
  if (JSON.stringify(challenger) === JSON.stringify(holder)) return false;
  return canonicalJson(challenger) > canonicalJson(holder);
}
