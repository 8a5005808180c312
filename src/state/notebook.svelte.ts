import { attach } from '../notes/anchor.ts';
import { notesByEntity } from '../notes/byEntity.ts';
import { Clock, newReplica } from '../notes/clock.ts';
import { notesOf, type Note } from '../notes/note.ts';
import { planImport, type ImportPlan } from '../notes/plan.ts';
import type { Motivation, Revision, RevisionFields, Target } from '../notes/revision.ts';
import { makeRevision, newNoteId } from '../notes/revision.ts';
import type { Entity } from '../model/entity.ts';
import type { Pack } from '../pack/pack.ts';
import { applyImport } from '../store/import.ts';
import type { NoteStore } from '../store/noteStore.ts';
import { openStore, type StoreKind } from '../store/openStore.ts';
import { Saver } from '../store/saver.ts';
import type { SaveStatus } from '../store/saveStatus.ts';
import type { Hindrance, NotebookStatus } from './notebookStatus.ts';
import { unfinishedOn, valueOn } from './noted.ts';
import { notesFile } from './notesFile.ts';
import { readStored } from './stored.ts';

/** All notes of this briefing's series in this browser: reads them live, writes through the saver, and always says truly what is saved. */
export class Notebook {
  readonly #pack: Pack;
  #store: NoteStore | undefined;
  #saver: Saver | undefined;
  #clock = new Clock(newReplica());
  #replica = '';
  #kind = $state.raw<StoreKind>('indexeddb');
  #revisions = $state.raw<readonly Revision[]>([]);
  #drafts = $state.raw<Readonly<Record<string, string>>>({});
  #status = $state.raw<SaveStatus>({ state: 'loading' });
  #filedUntil = $state.raw('');
  #ready = $state(false);
  #author = $state('');
  #named = $state(false);
  #hindrance = $state.raw<Hindrance | null>(null);
  readonly #notes = $derived(notesOf(this.#revisions));
  readonly #byEntity = $derived.by(() => notesByEntity(this.#notes, (note) => this.entityOf(note)?.id));

  constructor(pack: Pack) {
    this.#pack = pack;
  }

  /** Opens the best store there is, reads what it holds, and keeps following it. Resolves when notes can be read and written; never rejects. */
  async start(target: Window): Promise<void> {
    const opened = await openStore(this.#pack.briefing.id);
    const { store } = opened;
    this.#store = store;
    this.#kind = opened.kind;
    if (opened.kind !== 'indexeddb') this.#hindrance = opened.kind;
    const stored = await readStored(store);
    this.#revisions = stored.revisions;
    this.#drafts = stored.drafts;
    this.#author = stored.author;
    this.#named = stored.author !== '';
    this.#filedUntil = stored.filedUntil;
    this.#replica = stored.replica;
    this.#clock = new Clock(stored.replica, stored.clock);
    this.#saver = new Saver(store);
    this.#saver.subscribe((status) => (this.#status = status));
    this.#saver.ready();
    this.#follow(store, target);
    this.#ready = true;
  }

  get ready(): boolean {
    return this.#ready;
  }
  get revisions(): readonly Revision[] {
    return this.#revisions;
  }
  /** All notes, last changed first. */
  get notes(): readonly Note[] {
    return this.#notes;
  }
  /** The name the reader's notes carry; claimed, not checked. */
  get author(): string {
    return this.#author;
  }
  /** Whether the name was given in an earlier note. */
  get named(): boolean {
    return this.#named;
  }
  /** What stands in the way of keeping notes, or null. */
  get hindrance(): Hindrance | null {
    return this.#hindrance;
  }
  /** How things stand with saving: 'saved' is only ever true. */
  get status(): NotebookStatus {
    const status = this.#status;
    return status.state === 'saved' && this.#kind !== 'indexeddb' ? { ...status, state: this.#kind } : status;
  }
  /** How many changes made here are in no file yet. */
  get unfiled(): number {
    return this.#own.filter((revision) => revision.hlc > this.#filedUntil).length;
  }

  /** The notes on one record, alive or deleted, oldest first. */
  on(entity: string): readonly Note[] {
    return this.#byEntity.get(entity) ?? [];
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
      this.#drafts,
      this.#notes,
      (note) => this.entityOf(note),
      (id) => this.#pack.entity(id)
    );
  }

  /** What stands in an editor, or undefined where none is open. */
  draft(key: string): string | undefined {
    return this.#drafts[key];
  }
  /** Takes what stands in an editor now. It is in the store within a second, or the status line says that it is not. */
  setDraft(key: string, text: string): void {
    this.#drafts = { ...this.#drafts, [key]: text };
    this.#saver?.typed(key, text);
  }
  /** Throws a draft away, because its writer said so. */
  dropDraft(key: string): void {
    this.#closeDraft(key);
    this.#saver?.discard(key);
  }
  typeAuthor(name: string): void {
    this.#author = name;
  }

  /** Writes a new note; the editor closes only once it is stored. */
  async write(entity: Entity, text: string, motivation: Motivation, draftKey: string): Promise<void> {
    const { id: briefing, edition } = this.#pack.briefing;
    const was = valueOn(entity);
    const target = { briefing, edition, entity: entity.id, ...(was === undefined ? {} : { was }) };
    await this.#commit(
      { note: newNoteId(), parents: [], op: 'put', target, body: { type: 'text', value: text }, motivation },
      draftKey
    );
  }
  /** Writes a new text of a note in place of all its living ones, which stay in its history. */
  async revise(note: Note, text: string, motivation: Motivation, draftKey: string): Promise<void> {
    await this.#commit(
      { ...this.#next(note), op: 'put', body: { type: 'text', value: text }, motivation },
      draftKey
    );
  }
  /** Deletes a note; this can be undone. */
  async remove(note: Note): Promise<void> {
    await this.#commit({ ...this.#next(note), op: 'delete' }, `delete:${note.note}`);
  }
  /** Brings back the text a deleted note had last. */
  async restore(note: Note): Promise<void> {
    const last = note.history.find((revision) => !('redacted' in revision) && revision.op === 'put');
    if (!last || 'redacted' in last || !last.body || !last.motivation) return;
    const { body, motivation } = last;
    await this.#commit({ ...this.#next(note), op: 'put', body, motivation }, `restore:${note.note}`);
  }

  /** The notes file: all revisions, and what is still unsaved. */
  file(): { name: string; text: string } {
    const waiting = (this.#saver?.unsaved ?? []).flatMap((work) =>
      work.kind === 'commit' ? [work.revision] : []
    );
    return notesFile(this.#pack.briefing, [...this.#revisions, ...waiting], this.#author, this.#replica);
  }
  /** Remembers that everything written so far went into a file. */
  filed(): void {
    this.#filedUntil = this.#own.reduce(
      (latest, revision) => (revision.hlc > latest ? revision.hlc : latest),
      ''
    );
    void this.#store?.setMeta('filedUntil', this.#filedUntil).catch(() => undefined);
  }
  /** Reads files and says what taking them in would do; nothing is changed. */
  async planImport(files: readonly File[]): Promise<ImportPlan> {
    const texts = await Promise.all(
      files.map(async (file) => ({ name: file.name, text: await file.text() }))
    );
    return planImport(this.#revisions, texts);
  }
  /** Takes in what a plan found: all of it, or nothing. */
  async applyImport(plan: ImportPlan): Promise<{ added: number; ahead: number } | { failed: string }> {
    if (!this.#store) return { failed: 'the notes are not open yet' };
    try {
      const { added } = await applyImport(this.#store, plan);
      const ahead = plan.fresh.filter(({ hlc }) => this.#clock.receive(hlc, Date.now()) === 'refused').length;
      this.#revisions = await this.#store.load();
      return { added, ahead };
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  }

  get #own(): Revision[] {
    return this.#revisions.filter((revision) => revision.hlc.endsWith(`-${this.#replica}`));
  }

  async #commit(fields: Omit<RevisionFields, 'hlc' | 'creator'>, draftKey: string): Promise<void> {
    const saver = this.#saver;
    const store = this.#store;
    if (!saver || !store) return;
    const hlc = this.#clock.tick(Date.now());
    const name = this.#author.trim() || 'unnamed';
    await saver.commit(makeRevision({ ...fields, hlc, creator: { name } }), draftKey);
    this.#named = this.#author.trim() !== '';
    this.#closeDraft(draftKey);
    this.#revisions = await store.load();
    await Promise.all([store.setMeta('author', name), store.setMeta('clock', hlc)]).catch(() => undefined);
  }
  #next(note: Note): Pick<RevisionFields, 'note' | 'parents' | 'target'> {
    const target: Target = note.target ?? {
      briefing: this.#pack.briefing.id,
      edition: this.#pack.briefing.edition,
      entity: 'briefing'
    };
    return { note: note.note, parents: note.heads.map((head) => head.id), target };
  }
  #closeDraft(key: string): void {
    const { [key]: _closed, ...rest } = this.#drafts;
    this.#drafts = rest;
  }
  /** Other tabs' changes arrive by the store's own watch; engines without it are read again when the page is looked at. */
  #follow(store: NoteStore, target: Window): void {
    store.watch((revisions) => (this.#revisions = revisions));
    store.onLost(() => (this.#hindrance = 'superseded'));
    const flush = () => void this.#saver?.flush();
    target.addEventListener('pagehide', flush);
    target.document.addEventListener('visibilitychange', flush);
    target.addEventListener(
      'focus',
      () =>
        void store.load().then(
          (revisions) => (this.#revisions = revisions),
          () => undefined
        )
    );
  }
}
