import { attach } from '../notes/anchor.ts';
import type { Note } from '../notes/note.ts';
import { NoteIndex } from '../notes/noteIndex.ts';
import type { Revision } from '../notes/revision.ts';
import type { Entity } from '../model/entity.ts';
import type { Pack } from '../pack/pack.ts';
import { Filing } from './filing.svelte.ts';
import { Keeping } from './keeping.svelte.ts';
import type { Hindrance, NotebookStatus } from './notebookStatus.ts';
import { unfinishedOn } from './noted.ts';
import { Shelf } from './shelf.svelte.ts';
import { Writing } from './writing.svelte.ts';

/** How long after opening the daily backup is taken. */
const BACKUP_DELAY = 3_000; // ms

/**
 * All notes of this briefing's series in this browser: reads them live and always says truly what is saved. Changes
 * go through `writing`, files through `filing`; `keeping` has the backups, redaction and all that takes notes away.
 */
export class Notebook {
  readonly writing: Writing;
  readonly filing: Filing;
  readonly keeping: Keeping;
  readonly #pack: Pack;
  readonly #shelf: Shelf;
  readonly #index = new NoteIndex((note) => this.entityOf(note)?.id);
  readonly #indexed = $derived.by(() => this.#index.update(this.#shelf.revisions));

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#shelf = new Shelf(pack.briefing);
    this.writing = new Writing(this.#shelf);
    this.keeping = new Keeping(this.#shelf);
    this.filing = new Filing(this.#shelf, this.keeping);
  }

  /** Opens the store and reads it. Resolves when notes can be read and written; never rejects. */
  async start(target: Window): Promise<void> {
    await this.#shelf.open(target);
    // Later, because it hashes everything and the reader waits for the page.
    setTimeout(() => void this.keeping.backUpOnOpening().catch(() => undefined), BACKUP_DELAY);
  }

  /** Lets go of the store and of all that was read, for a page that others look at; false where something is not stored yet. */
  stop(): Promise<boolean> {
    return this.#shelf.close();
  }

  get ready(): boolean {
    return this.#shelf.ready;
  }
  get revisions(): readonly Revision[] {
    return this.#shelf.revisions;
  }
  /** All notes, last changed first. */
  get notes(): readonly Note[] {
    return this.#indexed.notes;
  }
  /** The name the reader's notes carry; claimed, not checked. */
  get author(): string {
    return this.#shelf.author;
  }
  typeAuthor(name: string): void {
    this.#shelf.author = name;
  }
  /** Whether the name was given in an earlier note. */
  get named(): boolean {
    return this.#shelf.named;
  }
  /** What stands in the way of keeping notes, or null. */
  get hindrance(): Hindrance | null {
    return this.#shelf.hindrance;
  }
  /** How things stand with saving: 'saved' is only ever true. */
  get status(): NotebookStatus {
    const { status, kind } = this.#shelf;
    return status.state === 'saved' && kind !== 'indexeddb' ? { ...status, state: kind } : status;
  }

  /** The notes on one record, alive or deleted, oldest first. */
  on(entity: string): readonly Note[] {
    return this.#indexed.byEntity.get(entity) ?? [];
  }
  /** The record a note stands on in this edition, or undefined where it is unattached. */
  entityOf(note: Note): Entity | undefined {
    if (!note.target || note.target.briefing !== this.#pack.briefing.id) return undefined;
    const { state, entity } = attach(
      note.target,
      (id) => this.#pack.entity(id) !== undefined,
      this.#pack.briefing.aliases
    );
    return state === 'attached' ? this.#pack.entity(entity) : undefined;
  }

  /** Records with a text begun and not saved yet, each once. */
  get unfinished(): readonly Entity[] {
    return unfinishedOn(
      this.#shelf.drafts,
      this.#indexed.notes,
      (note) => this.entityOf(note),
      (id) => this.#pack.entity(id)
    );
  }
  /** What stands in an editor, or undefined where none is open. */
  draft(key: string): string | undefined {
    return this.#shelf.drafts[key];
  }
  /** Takes what stands in an editor now. It is in the store within a second, or the status line says that it is not. */
  setDraft(key: string, text: string): void {
    this.#shelf.drafts = { ...this.#shelf.drafts, [key]: text };
    this.#shelf.saver?.typed(key, text);
  }
  /** Throws a draft away, because its writer said so. */
  dropDraft(key: string): void {
    this.#shelf.closeDraft(key);
    this.#shelf.saver?.discard(key);
  }
}
