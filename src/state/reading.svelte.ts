import type { Entity } from '../model/entity.ts';
import { attach } from '../notes/anchor.ts';
import { rowOf, type Row } from '../notes/list.ts';
import type { Note } from '../notes/note.ts';
import { NoteIndex } from '../notes/noteIndex.ts';
import type { NoteId, Target } from '../notes/revision.ts';
import { answers, beginningOf, byNoteId, repliesOf } from '../notes/thread.ts';
import type { Scale } from '../notes/yardstick.ts';
import type { Pack } from '../pack/pack.ts';
import { changeOf, figureOf } from './figures.ts';
import type { Shelf } from './shelf.svelte.ts';

/** The notes as a reader meets them: each with where it stands in this edition, its thread, and its row in a list. */
export class Reading {
  readonly #pack: Pack;
  readonly #shelf: Shelf;
  readonly #index = new NoteIndex((note) => this.#at(this.#targetOf(note))?.id);
  readonly #indexed = $derived.by(() => this.#index.update(this.#shelf.seen));
  /** Where notes stood when they were read first: one that is withdrawn while this page is open stays in its place. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what was asked of it before changes nothing that is drawn
  readonly #stood = new Map<NoteId, Target>();
  readonly #byId = $derived(byNoteId(this.#indexed.notes));
  readonly #replies = $derived(repliesOf(this.#indexed.notes));
  /** What was counted of these notes: a picture asks for each of its marks, several times. */
  readonly #counted = $derived.by(() => {
    void this.#replies;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew where the notes change; until then its numbers hold
    return new Map<string, number>();
  });
  /** Where threads were found to begin, since each note of one leads back through all before it. */
  readonly #begun = $derived.by(() => {
    void this.#byId;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- as above
    return new Map<Note, Note>();
  });
  readonly #rows: readonly Row[] = $derived.by(() => this.#indexed.notes.map((note) => this.#row(note)));
  /** Rows made before, by the note they were made of; a reply's row is made anew, since it follows its thread. */
  readonly #made = new WeakMap<Note, { row: Row; replies: number }>();

  constructor(pack: Pack, shelf: Shelf) {
    this.#pack = pack;
    this.#shelf = shelf;
  }

  /** All notes, last changed first. */
  get notes(): readonly Note[] {
    return this.#indexed.notes;
  }
  /** The rows of a list of all notes, last changed first. */
  get rows(): readonly Row[] {
    return this.#rows;
  }
  /** The notes on one record, alive or deleted, oldest first; replies stand under what they answer, where that is here. */
  on(entity: string): readonly Note[] {
    return this.#standing(entity).filter((note) => this.#beginning(note) === note);
  }
  /** How many living notes stand on a record, replies too. */
  count(entity: string): number {
    const counted = this.#counted;
    const known = counted.get(entity);
    if (known !== undefined) return known;
    const sum = this.on(entity).reduce((all, note) => all + this.#living(note, 0), 0);
    counted.set(entity, sum);
    return sum;
  }
  /** How many living notes stand on one figure of a record. */
  countOn(entity: string, field: string): number {
    return this.#standing(entity).filter((note) => note.live.length > 0 && note.target?.field === field)
      .length;
  }
  /** The living replies to a note, oldest first. */
  repliesTo(note: Note): readonly Note[] {
    return this.#replies.get(note.note) ?? [];
  }
  /** The record a note stands on in this edition, or undefined where it is unattached; a reply stands where its thread begins. */
  entityOf(note: Note): Entity | undefined {
    return this.#at(this.#targetOf(this.#beginning(note)));
  }
  /** What the author of a note saw and what stands there now, where the two differ. */
  changeOf(note: Note): { was: string; now: string } | null {
    const entity = this.entityOf(note);
    return entity && note.target ? changeOf(note.target, entity) : null;
  }
  /** What a note is about, in words: the record, and the figure where it is about one. */
  titleOf(note: Note): string {
    const entity = this.entityOf(note);
    if (!entity) return note.target?.entity ?? 'nothing known';
    const field = note.target?.field;
    const figure = field === undefined ? undefined : figureOf(entity, field);
    return figure ? `${entity.title}: ${figure.label}` : entity.title;
  }
  /** The yardstick the last assessment was written on; the usual one where there is none. */
  get scale(): Scale {
    return this.#indexed.notes.find((note) => note.live[0]?.assess)?.live[0]?.assess?.scale ?? 'PHIA-2025';
  }

  #beginning(note: Note): Note {
    return beginningOf(note, this.#byId, (one) => this.#targetOf(one) !== undefined, this.#begun);
  }
  #targetOf(note: Note): Target | undefined {
    if (note.target) this.#stood.set(note.note, note.target);
    return note.target ?? this.#stood.get(note.note);
  }

  #standing(entity: string): readonly Note[] {
    return this.#indexed.byEntity.get(entity) ?? [];
  }

  /** A note and all its replies, as far as they live. */
  #living(note: Note, depth: number): number {
    const replies = depth < 20 ? this.repliesTo(note) : [];
    return replies.reduce((sum, one) => sum + this.#living(one, depth + 1), note.live.length > 0 ? 1 : 0);
  }

  #at(target: Target | undefined): Entity | undefined {
    if (!target || target.briefing !== this.#pack.briefing.id) return undefined;
    const { state, entity } = attach(
      target,
      (id) => this.#pack.entity(id) !== undefined,
      this.#pack.briefing.aliases
    );
    return state === 'attached' ? this.#pack.entity(entity) : undefined;
  }

  #row(note: Note): Row {
    const replies = this.repliesTo(note).length;
    const made = this.#made.get(note);
    if (made && made.replies === replies && answers(note) === undefined) return made.row;
    const entity = this.entityOf(note);
    const row = rowOf(
      note,
      {
        entity: entity?.id,
        recordKind: entity?.kind,
        title: this.titleOf(note),
        changed: this.changeOf(note) !== null
      },
      replies,
      this.#pack.briefing.markings
    );
    this.#made.set(note, { row, replies });
    return row;
  }
}
