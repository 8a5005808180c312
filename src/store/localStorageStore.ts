import { gain, merge } from '../notes/merge.ts';
import { plainCopy } from '../notes/plain.ts';
import { isRedacted } from '../notes/revision.ts';
import type { RedactedRevision, Revision } from '../notes/revision.ts';
import { undoable } from '../notes/undo.ts';
import type { Backup } from './backup.ts';
import { Listeners } from './listeners.ts';
import type { Check, Draft, Mine, NoteStore } from './noteStore.ts';
import type { KeptPlace } from './place.ts';
import { readReceipts, withReceipt } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { rewriteBackups, takeAway, takenAway } from './rewriteBackups.ts';
import { checkRows, heldBy, readRows, toRow } from './row.ts';
import type { Row } from './row.ts';

/**
 * Notes in localStorage, for browsers that refuse IndexedDB (Firefox, when the file's path is long). It has no
 * transactions, so each `add` is one item of its own, written whole or not at all, and what is stored is the
 * union of the items. Two tabs therefore cannot overwrite each other either.
 */
export class LocalStorageStore implements NoteStore {
  readonly #storage: Storage;
  readonly #prefix: string;
  readonly #listeners = new Listeners<Revision[]>();

  constructor(briefingId: string, storage: Storage) {
    this.#storage = storage;
    this.#prefix = `lodestone-${briefingId}/`;
  }

  async load(): Promise<Revision[]> {
    return merge(readRows(this.#rows()), []);
  }

  async add(revisions: readonly Revision[]): Promise<{ added: number }> {
    const held = new Map<string, Revision>((await this.load()).map((revision) => [revision.id, revision]));
    const fresh = gain(held, plainCopy(revisions));
    if (fresh.length === 0) return { added: 0 };
    this.#storage.setItem(this.#key('add', crypto.randomUUID()), JSON.stringify(fresh.map(toRow)));
    const redacted = idsOf(fresh.filter(isRedacted));
    // Reading already prefers the redacted form; now the text itself goes too.
    this.#takeOut((revision) => redacted.has(revision.id) && !isRedacted(revision));
    this.#listeners.tell(await this.load());
    return { added: fresh.length };
  }

  async takeIn(revisions: readonly Revision[], receipt?: Omit<Receipt, 'ids'>): Promise<{ added: number }> {
    const before = await this.load();
    const held = idsOf(before);
    const ids = [...idsOf(revisions)].filter((id) => !held.has(id));
    await takeAway(this, await takenAway(this, before, revisions));
    // The receipt comes first: a browser killed in between leaves one that names what never came, which undoes nothing.
    if (receipt)
      await this.setMeta('imports', withReceipt(await this.getMeta('imports'), { ...receipt, ids }));
    return this.add(revisions);
  }

  async undoImport(at: string): Promise<{ removed: number; kept: number }> {
    const receipts = readReceipts(await this.getMeta('imports'));
    const ids = receipts.find((receipt) => receipt.at === at)?.ids ?? [];
    const { goes, stays } = undoable(ids, await this.load());
    const unwanted = new Set<string>(goes);
    this.#takeOut((revision) => unwanted.has(revision.id));
    await this.setMeta(
      'imports',
      receipts.filter((receipt) => receipt.at !== at)
    );
    this.#listeners.tell(await this.load());
    return { removed: goes.length, kept: stays.length };
  }

  async redact(
    forms: readonly RedactedRevision[],
    draftKeys: readonly string[]
  ): Promise<{ backups: number; dropped: number }> {
    const { changed, broken } = rewriteBackups(await this.loadBackups(), forms);
    await takeAway(this, { changed, broken, drafts: draftKeys, typedOn: [] });
    await this.add(forms);
    return { backups: changed.length, dropped: broken.length };
  }

  async loadBackups(): Promise<Backup[]> {
    const all = this.#items('backup').map(({ name, value }) => ({ ...(value as Backup), id: Number(name) }));
    return all.sort((a, b) => a.id - b.id);
  }

  async saveBackup(backup: Backup): Promise<number> {
    const id = backup.id ?? ((await this.loadBackups()).at(-1)?.id ?? 0) + 1;
    this.#storage.setItem(this.#key('backup', String(id)), JSON.stringify({ ...backup, id }));
    return id;
  }

  async dropBackup(id: number): Promise<void> {
    this.#storage.removeItem(this.#key('backup', String(id)));
  }

  async commit(revision: Revision, draftKey: string, mine?: Mine): Promise<void> {
    await this.add([revision]);
    // A browser killed just here leaves note and draft both, which loses nothing.
    await this.dropDraft(draftKey, mine);
  }

  watch(changed: (revisions: Revision[]) => void): () => void {
    return this.#listeners.add(changed, () => this.load());
  }

  /** This medium does not tell; the page looks by itself when it is looked at. */
  watchDrafts(): () => void {
    return () => undefined;
  }

  async saveDraft(key: string, value: unknown, mine?: Mine): Promise<boolean> {
    if (!this.#isMine(key, mine)) return false;
    this.#storage.setItem(this.#key('draft', key), JSON.stringify(plainCopy(value)));
    return true;
  }

  async loadDrafts(): Promise<Draft[]> {
    return this.#items('draft').map(({ name, value }) => ({ key: name, value }));
  }

  async dropDraft(key: string, mine?: Mine): Promise<void> {
    if (this.#isMine(key, mine)) this.#storage.removeItem(this.#key('draft', key));
  }

  async getMeta(key: string): Promise<unknown> {
    return (await this.loadMeta()).find((entry) => entry.key === key)?.value;
  }

  async setMeta(key: string, value: unknown): Promise<void> {
    this.#storage.setItem(this.#key('meta', key), JSON.stringify(plainCopy(value)));
  }

  async getPlace(): Promise<KeptPlace | undefined> {
    return undefined;
  }

  async setPlace(place: KeptPlace | undefined): Promise<void> {
    if (place) throw new Error('this browser cannot remember it');
  }

  async stamp(): Promise<{ count: number; withdrawn: string }> {
    const revisions = await this.load();
    return { count: revisions.length, withdrawn: String(revisions.filter(isRedacted).length) };
  }

  async check(): Promise<Check> {
    return checkRows(this.#rows());
  }

  onLost(): () => void {
    return () => {}; // A browser never takes localStorage away while the page lives.
  }

  close(): void {}

  abandon(): void {}

  /** Takes out revisions that a better store holds now. */
  async forgetRevisions(revisions: readonly Revision[]): Promise<void> {
    const ids = idsOf(revisions);
    this.#takeOut((revision) => ids.has(revision.id));
  }

  /** All settings. */
  async loadMeta(): Promise<Draft[]> {
    return this.#items('meta').map(({ name, value }) => ({ key: name, value }));
  }

  #isMine(key: string, mine: Mine | undefined): boolean {
    const held = mine && this.#storage.getItem(this.#key('draft', key));
    return !mine || held == null || mine(parsed(held));
  }

  #rows(): unknown[] {
    return this.#items('add').flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  }

  #takeOut(unwanted: (revision: Revision) => boolean): void {
    for (const { name, value } of this.#items('add')) {
      if (!Array.isArray(value)) continue;
      const rows = value as Row[];
      const kept = rows.filter((row) => {
        const revision = heldBy(row);
        return revision === undefined || revision === 'newer' || !unwanted(revision);
      });
      if (kept.length === 0) this.#storage.removeItem(this.#key('add', name));
      else if (kept.length < rows.length) this.#storage.setItem(this.#key('add', name), JSON.stringify(kept));
    }
  }

  #items(kind: 'add' | 'draft' | 'meta' | 'backup'): { name: string; value: unknown }[] {
    const start = this.#key(kind, '');
    const keys = Array.from({ length: this.#storage.length }, (_, i) => this.#storage.key(i) ?? '');
    return keys
      .filter((key) => key.startsWith(start))
      .sort()
      .map((key) => ({ name: key.slice(start.length), value: parsed(this.#storage.getItem(key)) }));
  }

  #key(kind: string, name: string): string {
    return `${this.#prefix}${kind}/${name}`;
  }
}

function idsOf(revisions: readonly Revision[]): Set<string> {
  return new Set(revisions.map((revision) => revision.id));
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return text; // A broken item stays, and `check` lists it.
  }
}
