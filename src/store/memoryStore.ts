import { gain, merge } from '../notes/merge.ts';
import { plainCopy } from '../notes/plain.ts';
import { isRedacted, parseRevision } from '../notes/revision.ts';
import type { RedactedRevision, Revision } from '../notes/revision.ts';
import { undoable } from '../notes/undo.ts';
import type { Backup } from './backup.ts';
import { Listeners } from './listeners.ts';
import type { Check, Draft, Mine, NoteStore } from './noteStore.ts';
import type { KeptPlace } from './place.ts';
import { readReceipts, withReceipt } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { rewriteBackups, takeAway, takenAway } from './rewriteBackups.ts';
import { checkRows, toRow } from './row.ts';

/** Notes in the page's memory: the last resort, gone with the tab; the page says so and offers the file. */
export class MemoryStore implements NoteStore {
  #revisions: Revision[] = [];
  readonly #drafts = new Map<string, unknown>();
  readonly #meta = new Map<string, unknown>();
  readonly #backups = new Map<number, Backup>();
  readonly #listeners = new Listeners<Revision[]>();

  async load(): Promise<Revision[]> {
    return [...this.#revisions];
  }

  async add(revisions: readonly Revision[]): Promise<{ added: number }> {
    const copies = revisions.map((revision) => parseRevision(plainCopy(revision)));
    const fresh = gain(new Map(this.#revisions.map((revision) => [revision.id, revision])), copies);
    this.#revisions = merge(this.#revisions, fresh);
    if (fresh.length > 0) this.#listeners.tell(this.#revisions);
    return { added: fresh.length };
  }

  async takeIn(revisions: readonly Revision[], receipt?: Omit<Receipt, 'ids'>): Promise<{ added: number }> {
    const held = new Set<string>(this.#revisions.map(({ id }) => id));
    const ids = [...new Set<string>(revisions.map(({ id }) => id))].filter((id) => !held.has(id));
    await takeAway(this, await takenAway(this, this.#revisions, revisions));
    const outcome = await this.add(revisions);
    if (receipt) this.#meta.set('imports', withReceipt(this.#meta.get('imports'), { ...receipt, ids }));
    return outcome;
  }

  async undoImport(at: string): Promise<{ removed: number; kept: number }> {
    const receipts = readReceipts(this.#meta.get('imports'));
    const ids = receipts.find((receipt) => receipt.at === at)?.ids ?? [];
    const { goes, stays } = undoable(ids, this.#revisions);
    const unwanted = new Set(goes);
    this.#revisions = this.#revisions.filter((revision) => !unwanted.has(revision.id));
    this.#meta.set(
      'imports',
      receipts.filter((receipt) => receipt.at !== at)
    );
    this.#listeners.tell(this.#revisions);
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
    return [...this.#backups.values()];
  }

  async saveBackup(backup: Backup): Promise<number> {
    const id = backup.id ?? ([...this.#backups.keys()].at(-1) ?? 0) + 1;
    this.#backups.set(id, { ...backup, id });
    return id;
  }

  async dropBackup(id: number): Promise<void> {
    this.#backups.delete(id);
  }

  async commit(revision: Revision, draftKey: string, mine?: Mine): Promise<void> {
    await this.add([revision]);
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
    if (mine && this.#drafts.has(key) && !mine(this.#drafts.get(key))) return false;
    this.#drafts.set(key, plainCopy(value));
    return true;
  }

  async loadDrafts(): Promise<Draft[]> {
    const drafts = [...this.#drafts].map(([key, value]) => ({ key, value: plainCopy(value) }));
    return drafts.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  async dropDraft(key: string, mine?: Mine): Promise<void> {
    if (!mine || mine(this.#drafts.get(key))) this.#drafts.delete(key);
  }

  async getMeta(key: string): Promise<unknown> {
    return this.#meta.has(key) ? plainCopy(this.#meta.get(key)) : undefined;
  }

  async setMeta(key: string, value: unknown): Promise<void> {
    this.#meta.set(key, plainCopy(value));
  }

  async getPlace(): Promise<KeptPlace | undefined> {
    return undefined;
  }

  async setPlace(place: KeptPlace | undefined): Promise<void> {
    if (place) throw new Error('this browser cannot remember it');
  }

  async stamp(): Promise<{ count: number; withdrawn: string }> {
    const revisions = this.#revisions;
    return { count: revisions.length, withdrawn: String(revisions.filter(isRedacted).length) };
  }

  async check(): Promise<Check> {
    return checkRows(this.#revisions.map(toRow));
  }

  onLost(): () => void {
    return () => {}; // Memory is never taken away while the page lives.
  }

  close(): void {}

  abandon(): void {}
}
