import { compareHlc } from './clock.ts';
import { lastChangedFirst, noteOfGroup, notesOf, type Note } from './note.ts';
import type { NoteId, Revision } from './revision.ts';

/** All notes, last changed first, and those on each record, oldest first. */
export type IndexedNotes = {
  notes: readonly Note[];
  byEntity: ReadonlyMap<string, readonly Note[]>;
};

/** How many notes may change at once before everything is worked out anew. */
const FEW = 1_000;

/**
 * Works out notes from revisions and, when asked again, only those that changed, so that writing one of 100,000 notes
 * costs what writing one costs. Revisions are told apart by identity and must come sorted by id.
 */
export class NoteIndex {
  readonly #entityOf: (note: Note) => string | undefined;
  #revisions: readonly Revision[] = [];
  readonly #groups = new Map<NoteId, Revision[]>();
  readonly #held = new Map<NoteId, Note>();
  #notes: readonly Note[] = [];
  #byEntity = new Map<string, readonly Note[]>();

  constructor(entityOf: (note: Note) => string | undefined) {
    this.#entityOf = entityOf;
  }

  /** The notes of a set of revisions. */
  update(revisions: readonly Revision[]): IndexedNotes {
    const touched = this.#regroup(this.#revisions, revisions);
    this.#revisions = revisions;
    if (touched.size > FEW) this.#all(revisions);
    else if (touched.size > 0) this.#some(touched);
    return { notes: this.#notes, byEntity: this.#byEntity };
  }

  /** Brings the groups up to date and gives out the notes that gained or lost a revision. */
  #regroup(before: readonly Revision[], after: readonly Revision[]): Set<NoteId> {
    const touched = new Set<NoteId>();
    let i = 0;
    const drop = (revision: Revision) => {
      touched.add(revision.note);
      const rest = this.#groups.get(revision.note)!.filter((one) => one !== revision);
      if (rest.length > 0) this.#groups.set(revision.note, rest);
      else this.#groups.delete(revision.note);
    };
    for (const revision of after) {
      for (let old = before[i]; old && old.id < revision.id; old = before[i]) {
        drop(old);
        i += 1;
      }
      const old = before[i];
      if (old?.id === revision.id) i += 1;
      if (old === revision) continue;
      if (old?.id === revision.id) drop(old);
      touched.add(revision.note);
      const group = this.#groups.get(revision.note);
      if (group) group.push(revision);
      else this.#groups.set(revision.note, [revision]);
    }
    before.slice(i).forEach(drop);
    return touched;
  }

  #all(revisions: readonly Revision[]): void {
    this.#notes = notesOf(revisions);
    this.#held.clear();
    const byEntity = new Map<string, Note[]>();
    for (const note of [...this.#notes].sort(oldestFirst)) {
      this.#held.set(note.note, note);
      const entity = this.#entityOf(note);
      const here = entity === undefined ? undefined : byEntity.get(entity);
      if (here) here.push(note);
      else if (entity !== undefined) byEntity.set(entity, [note]);
    }
    this.#byEntity = byEntity;
  }

  #some(touched: ReadonlySet<NoteId>): void {
    const entities = new Set<string | undefined>();
    const fresh: Note[] = [];
    for (const id of touched) {
      const before = this.#held.get(id);
      if (before) entities.add(this.#entityOf(before));
      const group = this.#groups.get(id);
      const note = group && noteOfGroup(group);
      if (!note) {
        this.#held.delete(id);
        continue;
      }
      this.#held.set(id, note);
      fresh.push(note);
      entities.add(this.#entityOf(note));
    }
    this.#notes = mergeIn(this.#notes, touched, fresh);
    const byEntity = new Map(this.#byEntity);
    for (const entity of entities) {
      if (entity === undefined) continue;
      const stay = (byEntity.get(entity) ?? []).filter(({ note }) => !touched.has(note));
      const here = [...stay, ...fresh.filter((note) => this.#entityOf(note) === entity)].sort(oldestFirst);
      if (here.length > 0) byEntity.set(entity, here);
      else byEntity.delete(entity);
    }
    this.#byEntity = byEntity;
  }
}

/** The notes without those touched, and the fresh ones in their places. */
function mergeIn(notes: readonly Note[], touched: ReadonlySet<NoteId>, fresh: readonly Note[]): Note[] {
  const queue = [...fresh].sort(lastChangedFirst);
  const all: Note[] = [];
  for (const note of notes) {
    if (touched.has(note.note)) continue;
    while (queue[0] && lastChangedFirst(queue[0], note) < 0) all.push(queue.shift()!);
    all.push(note);
  }
  return [...all, ...queue];
}

function oldestFirst(a: Note, b: Note): number {
  return compareHlc(a.created, b.created) || (a.note < b.note ? -1 : 1);
}
