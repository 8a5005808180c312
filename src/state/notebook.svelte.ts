import { hadAHand } from '../notes/leaving.ts';
import { merge } from '../notes/merge.ts';
import type { Note } from '../notes/note.ts';
import type { Revision } from '../notes/revision.ts';
import type { Entity } from '../model/entity.ts';
import type { Pack } from '../pack/pack.ts';
import type { PageParts } from '../exchange/page.ts';
import { Filing } from './filing.svelte.ts';
import { Mailbox } from './mailbox.svelte.ts';
import { Keeping } from './keeping.svelte.ts';
import { Inside } from './inside.svelte.ts';
import type { Hindrance, NotebookStatus } from './notebookStatus.ts';
import { draftKeys, type Unfinished, unfinishedOn } from './noted.ts';
import { currentId } from './current.ts';
import { type Draft, joined, storedDraft } from './draft.ts';
import { Reading } from './reading.svelte.ts';
import { Sharing } from './sharing.ts';
import { Shelf } from './shelf.svelte.ts';
import { Writing } from './writing.svelte.ts';

/** How long after opening the daily backup is taken. */
const BACKUP_DELAY = 3_000; // ms

/**
 * All notes of this briefing's series in this browser: reads them live and always says truly what is saved. Changes
 * go through `writing`, files through `filing`; `keeping` has the backups, redaction and all that takes notes away.
 */
export class Notebook {
  readonly reading: Reading;
  readonly writing: Writing;
  readonly filing: Filing;
  readonly keeping: Keeping;
  readonly sharing: Sharing;
  readonly inside: Inside;
  readonly mailbox: Mailbox;
  readonly #pack: Pack;
  readonly #shelf: Shelf;
  #discarded = $state.raw<{ key: string; draft: Draft } | null>(null);

  /** `page` is the file of this page taken apart, so that it can be copied; `inside` the notes that came inside it. */
  constructor(pack: Pack, page?: PageParts, inside = '') {
    this.#pack = pack;
    this.#shelf = new Shelf(pack.briefing, (id) => currentId(pack, id));
    this.reading = new Reading(pack, this.#shelf);
    this.writing = new Writing(this.#shelf);
    this.keeping = new Keeping(this.#shelf);
    this.filing = new Filing(this.#shelf, this.keeping);
    this.sharing = new Sharing(this.#shelf, this.filing, pack, page);
    this.inside = new Inside(this.#shelf, this.filing, inside);
    this.mailbox = new Mailbox({ shelf: this.#shelf, filing: this.filing, sharing: this.sharing });
  }

  /** Opens the store and reads it. Resolves when notes can be read and written; never rejects. */
  async start(target: Window): Promise<void> {
    await Promise.all([this.sharing.load(), this.#shelf.open(target)]);
    // Later, because it hashes everything and the reader waits for the page.
    setTimeout(() => void this.keeping.backUpOnOpening().catch(() => undefined), BACKUP_DELAY);
    this.inside.open();
    void this.mailbox.open(target);
  }

  /** Lets go of the store and of all that was read, for a page that others look at; false where something is not stored yet. */
  async stop(): Promise<boolean> {
    const done = await this.#shelf.close();
    if (done) this.mailbox.stop();
    return done;
  }

  get ready(): boolean {
    return this.#shelf.ready;
  }
  get revisions(): readonly Revision[] {
    return this.#shelf.seen;
  }
  /** What a reader sees, and what is still on its way into the store. */
  get written(): readonly Revision[] {
    return merge([...this.#shelf.seen], this.#shelf.all);
  }
  /** All notes, last changed first. */
  get notes(): readonly Note[] {
    return this.reading.notes;
  }
  /** The name the reader's notes carry; claimed, not checked. */
  get author(): string {
    return this.#shelf.author;
  }
  /** Where its writer works; may be empty. */
  get org(): string {
    return this.#shelf.org;
  }
  /** Whether the reader had a hand in a note. */
  hadAHand(note: Note): boolean {
    return hadAHand(note.history, this.#shelf);
  }
  /** Takes the name that the reader's next notes will carry; those written before keep theirs. */
  typeAuthor(name: string, org = this.#shelf.org): void {
    this.#shelf.author = name;
    this.#shelf.org = org;
    // Kept with the drafts that are typed beside it.
    const kept = Object.entries({ author: name, org });
    for (const [key, value] of kept) void this.#shelf.store?.setMeta(key, value).catch(() => undefined);
  }
  /** Whether the name was given in an earlier note. */
  get named(): boolean {
    return this.#shelf.named;
  }
  /** What stands in the way of keeping notes, or null. */
  get hindrance(): Hindrance | null {
    return this.#shelf.hindrance;
  }
  /** Why a text was withdrawn without a backup before it; empty once it was, or once this was read. */
  get unbacked(): string {
    return this.#shelf.unbacked;
  }
  /** Takes the word of a failed backup off the page. */
  sawUnbacked(): void {
    this.#shelf.unbacked = '';
  }
  /** How things stand with saving: 'saved' is only ever true. */
  get status(): NotebookStatus {
    const { status, kind } = this.#shelf;
    return status.state === 'saved' && kind !== 'indexeddb' ? { ...status, state: kind } : status;
  }

  /** The notes on one record, alive or deleted, oldest first. */
  on(entity: string): readonly Note[] {
    return this.reading.on(entity);
  }
  /** How many living notes stand on a record. */
  count(entity: string): number {
    return this.reading.count(entity);
  }
  /** The record a note stands on in this edition, or undefined where it is unattached. */
  entityOf(note: Note): Entity | undefined {
    return this.reading.entityOf(note);
  }

  /** What texts begun and not saved yet are about, each once. */
  get unfinished(): readonly Unfinished[] {
    return unfinishedOn(
      this.#shelf.drafts,
      this.notes,
      (note) => this.entityOf(note),
      (id) => this.#pack.entity(id)
    );
  }
  /** What stands in an editor, or undefined where none is open. */
  draft(key: string): Draft | undefined {
    return this.#shelf.drafts[key];
  }
  /** The keys of all open editors that begin so. */
  openDrafts(begin: string): string[] {
    return Object.keys(this.#shelf.drafts).filter((key) => key.startsWith(begin));
  }
  /** Opens an editor with what stands in it already, else with what is given. */
  openDraft(key: string, draft: Draft = { text: '' }): void {
    this.setDraft(key, this.draft(key) ?? draft);
  }
  /** What was thrown away last, unless its editor is open again. */
  get discarded(): { key: string; draft: Draft } | null {
    return this.#discarded && !this.draft(this.#discarded.key) ? this.#discarded : null;
  }
  /** Opens the editor again with what was thrown away last. */
  undoDiscard(): void {
    if (this.discarded) this.setDraft(this.discarded.key, this.discarded.draft);
    this.#discarded = null;
  }
  /** Takes what stands in an editor now. It is in the store within a second, or the status line says that it is not. */
  setDraft(key: string, draft: Draft): void {
    this.#shelf.drafts = { ...this.#shelf.drafts, [key]: draft };
    this.#shelf.saver?.typed(key, storedDraft(draft));
  }
  /** Puts a text begun on what this edition lacks on the briefing as a whole, below what is begun there. */
  moveDraft(key: string): void {
    const { seen: _ends, of: _note, ...draft } = this.draft(key) ?? { text: '' };
    if (!this.draft(key)) return;
    const whole = draftKeys.fresh(this.#pack.briefing.id);
    const there = this.draft(whole);
    this.setDraft(whole, joined([...(there ? [there] : []), draft], this.#pack.briefing.markings)!);
    this.#shelf.closeDraft(key);
    this.#shelf.saver?.discard(key);
  }
  /** Whether something exists in this page's memory only, so that leaving it would lose that. */
  get atRisk(): boolean {
    const { status, kind } = this.#shelf;
    return (
      status.state === 'failed' || (kind === 'memory' && this.filing.unfiled + this.unfinished.length > 0)
    );
  }
  /** Whether a draft is a new text of a note that was withdrawn, so that it is kept only where its writer goes on. */
  withdrawnUnder(key: string): boolean {
    return this.#shelf.withdrawnUnder(key);
  }
  /** Throws a draft away, because its writer said so; until the next one, or until the page is left, that can be undone. */
  dropDraft(key: string): void {
    const draft = this.draft(key);
    this.#discarded = draft?.text.trim() ? { key, draft } : null;
    this.#shelf.closeDraft(key);
    this.#shelf.saver?.discard(key);
  }
}
