import { withOne } from '../notes/changes.ts';
import { Clock, newReplica } from '../notes/clock.ts';
import { merge } from '../notes/merge.ts';
import { isRedacted, type NoteId, type Revision } from '../notes/revision.ts';
import type { Briefing } from '../model/briefing.ts';
import { WindowDrafts } from '../store/windowDrafts.ts';
import type { NoteStore } from '../store/noteStore.ts';
import type { StoreKind } from '../store/openStore.ts';
import { Saver } from '../store/saver.ts';
import type { SaveStatus, Unsaved } from '../store/saveStatus.ts';
import { type Draft, storedDraft } from './draft.ts';
import type { Hindrance } from './notebookStatus.ts';
import { currentKey, draftKeys } from './noted.ts';
import { readStored } from './stored.ts';
import { offerUnsaved } from './unsaved.ts';

/** What the rooms of the notebook share: the open store, its saver, the clock, and what was read so far. Views never see it. */
export class Shelf {
  readonly briefing: Briefing;
  store: NoteStore | undefined;
  saver: Saver | undefined;
  clock = new Clock(newReplica());
  replica = '';
  kind = $state.raw<StoreKind>('indexeddb');
  revisions = $state.raw<readonly Revision[]>([]);
  /** Revisions that came inside this file and are only looked at. */
  guests = $state.raw<readonly Revision[]>([]);
  /** What a reader sees: what is held, and the guests. */
  readonly seen: readonly Revision[] = $derived(
    this.guests.length ? merge(this.revisions, this.guests) : this.revisions
  );
  drafts = $state.raw<Readonly<Record<string, Draft>>>({});
  status = $state.raw<SaveStatus>({ state: 'loading' });
  filedUntil = $state.raw('');
  ready = $state(false);
  author = $state('');
  org = $state('');
  named = $state(false);
  hindrance = $state.raw<Hindrance | null>(null);
  /** Why the backup before a text was withdrawn could not be taken, or empty. */
  unbacked = $state.raw('');

  #stops: (() => void)[] = [];
  #withdrawn = '';
  #windowDrafts: WindowDrafts | undefined;

  readonly #current: (entity: string) => string;

  /** `current` gives the id that a record of an older edition has in this one. */
  constructor(briefing: Briefing, current: (entity: string) => string = (id) => id) {
    this.briefing = briefing;
    this.#current = current;
  }

  /** Opens the best store there is, reads what it holds, and keeps following it. Never rejects. */
  async open(target: Window): Promise<void> {
    // The database's library is a third of the script at start, and the first view does without it.
    const { openStore } = await import('../store/openStore.ts');
    const opened = await openStore(this.briefing.id);
    const { store } = opened;
    this.store = store;
    this.kind = opened.kind;
    if (opened.kind !== 'indexeddb')
      // A slow database is not a closed one: it may answer next time, and what is kept meanwhile moves there.
      this.hindrance =
        opened.kind === 'localstorage' && opened.warning?.fault === 'slow' ? 'slow' : opened.kind;
    const drafts = (this.#windowDrafts = new WindowDrafts(store, (key) => currentKey(key, this.#current)));
    const stored = await readStored(store, drafts, this.briefing.markings);
    this.revisions = stored.revisions;
    this.drafts = stored.drafts;
    this.author = stored.author;
    this.org = stored.org;
    this.named = stored.author !== '';
    this.filedUntil = stored.filedUntil;
    this.replica = stored.replica;
    this.clock = new Clock(stored.replica, stored.clock);
    this.#withdrawn = (await store.stamp().catch(() => ({ withdrawn: '' }))).withdrawn;
    this.saver = new Saver(drafts);
    offerUnsaved(() => (this.kind === 'memory' ? this.#onPage : (this.saver?.unsaved ?? [])));
    this.saver.subscribe((status) => (this.status = status));
    this.saver.ready();
    this.#follow(store, target);
    this.ready = true;
  }

  /** Reads the stored revisions again. */
  async reload(): Promise<void> {
    if (this.store) this.revisions = await this.store.load();
  }

  /** Shows a revision that was just stored, without reading all others again. */
  take(revision: Revision): void {
    this.revisions = withOne(this.revisions, revision);
  }

  /** Reads the stored revisions again if another page changed them. */
  async #refresh(): Promise<void> {
    if (!this.store) return;
    const { count, withdrawn } = await this.store.stamp();
    if (count === this.revisions.length && withdrawn === this.#withdrawn) return;
    this.#withdrawn = withdrawn;
    await this.reload();
  }

  /** Keeps again what was written here, stands in an editor and was thrown away by another window. */
  async #keepAgain(): Promise<void> {
    const lost = (await this.#windowDrafts?.lost().catch(() => [])) ?? [];
    // A saved note closes its editor a moment after its draft is gone.
    if (lost.length) await new Promise((done) => setTimeout(done));
    for (const key of lost) this.#keep(key);
  }

  #keep(key: string): void {
    const draft = this.drafts[key];
    const waits = this.saver?.unsaved.some((work) => work.key === key);
    // A text that was withdrawn comes back into the store only by a hand.
    if (draft?.text.trim() && !waits && !this.withdrawnUnder(key)) this.saver?.typed(key, storedDraft(draft));
  }

  /** Whether a draft is a new text of a note whose text was withdrawn. */
  withdrawnUnder(key: string): boolean {
    const of = this.drafts[key]?.of;
    const all = this.revisions.filter(({ note }) => note === of || draftKeys.edit(note) === key);
    return all.length > 0 && all.every(isRedacted);
  }

  /** Lets go of the store for good: nothing is written from here on, and nothing is shown. */
  leave(): void {
    this.saver?.stop();
    this.#stops.forEach((stop) => stop());
    this.store?.close();
    this.store = undefined;
    this.saver = undefined;
    this.revisions = [];
    this.drafts = {};
    this.hindrance = 'wiped';
    this.kind = 'memory';
    this.status = { state: 'saved', at: null };
    this.guests = [];
  }

  /** Keeps what came inside this file about one note, since its reader is about to build on it; a withdrawal is taken in only where it was asked for. */
  async adopt(note: NoteId): Promise<void> {
    const guests = this.guests.filter((revision) => revision.note === note && !isRedacted(revision));
    if (guests.length) await this.store?.add(guests);
  }

  /** The revisions written by this browser. */
  get own(): Revision[] {
    return this.revisions.filter((revision) => revision.hlc.endsWith(`-${this.replica}`));
  }

  /** All revisions, those that are still being saved too; the same list as long as they are the same. */
  get all(): readonly Revision[] {
    const waiting = (this.saver?.unsaved ?? []).flatMap((work) =>
      work.kind === 'commit' ? [work.revision] : []
    );
    return waiting.length ? [...this.revisions, ...waiting] : this.revisions;
  }

  /** All that is here, where nothing can be kept. */
  get #onPage(): Unsaved[] {
    const commits = this.all.map((revision): Unsaved => ({
      kind: 'commit',
      key: revision.note,
      revision,
      since: 0,
      done: () => {}
    }));
    const drafts = Object.entries(this.drafts).map(([key, draft]): Unsaved => ({
      kind: 'draft',
      key,
      value: storedDraft(draft),
      since: 0
    }));
    return [...commits, ...drafts];
  }

  /** Takes a draft off the page. */
  closeDraft(key: string): void {
    const { [key]: _closed, ...rest } = this.drafts;
    this.drafts = rest;
  }

  /** Lets go of a draft that was saved as a revision; what was typed on meanwhile stays open as a new text of that note. */
  saved(key: string, draft: Draft | undefined, { id, note }: Revision): void {
    const now = this.drafts[key];
    if (!now || JSON.stringify(now) === JSON.stringify(draft)) return this.closeDraft(key);
    const next = { ...now, seen: [id], ...(key === draftKeys.edit(note) ? {} : { of: note }) };
    this.drafts = { ...this.drafts, [key]: next };
    this.saver?.typed(key, storedDraft(next));
  }

  /** Writes what waits, lets go of the store and drops everything read: this page shows it to nobody any more. Tells whether all was stored. */
  async close(): Promise<boolean> {
    await this.saver?.flush();
    if (this.saver?.unsaved.length) return false;
    this.#stops.forEach((stop) => stop());
    this.store?.close();
    [this.store, this.saver] = [undefined, undefined];
    [this.revisions, this.guests, this.drafts, this.author, this.ready] = [[], [], {}, '', false];
    return true;
  }

  /** Other tabs' changes arrive by the store's own watch; engines without it are read again when the page is looked at. */
  #follow(store: NoteStore, target: Window): void {
    this.#stops = [
      store.watch(
        (revisions) => (this.revisions = revisions),
        () => undefined,
        this.revisions
      ),
      store.onLost(() => (this.hindrance = 'superseded')),
      store.watchDrafts(() => void this.#keepAgain())
    ];
    const flush = () => void this.saver?.flush();
    target.addEventListener('pagehide', (event) => {
      // What another window threw away a moment ago goes along.
      if (!event.persisted) this.#windowDrafts?.written.forEach((key) => this.#keep(key));
      if (!event.persisted || this.saver?.unsaved.length) return flush();
      // Set aside whole, to be looked at again by going back: it then reads everything anew.
      store.abandon();
      target.addEventListener('pageshow', () => target.location.reload(), { once: true });
    });
    target.document.addEventListener('visibilitychange', flush);
    target.addEventListener('focus', () => {
      void this.#refresh().catch(() => undefined);
      void this.#keepAgain();
    });
  }
}
