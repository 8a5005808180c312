import './guard.ts';
import { newReplica } from '../notes/clock.ts';
import { gain } from '../notes/merge.ts';
import { plainCopy } from '../notes/plain.ts';
import { isRedacted } from '../notes/revision.ts';
import type { RedactedRevision, Revision } from '../notes/revision.ts';
import { undoable } from '../notes/undo.ts';
import type { Backup } from './backup.ts';
import type { NotesDatabase } from './database.ts';
import { followDrafts, followRevisions } from './live.ts';
import type { Check, Draft, Loss, Mine, NoteStore } from './noteStore.ts';
import type { KeptPlace } from './place.ts';
import { readReceipts, withReceipt } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { rewriteBackups, takeAway, takenAway } from './rewriteBackups.ts';
import { checkRows, heldBy, readRows, toRow } from './row.ts';
import type { Row } from './row.ts';

/** Notes in IndexedDB, through Dexie: the first choice. Every method that writes is one strict transaction. */
export class IndexedDbStore implements NoteStore {
  readonly #database: NotesDatabase;

  constructor(database: NotesDatabase) {
    this.#database = database;
  }

  async load(): Promise<Revision[]> {
    return readRows(await this.#database.revisions.toArray());
  }

  async add(revisions: readonly Revision[]): Promise<{ added: number }> {
    const rows = revisions.map(toRow);
    const { revisions: table } = this.#database;
    return this.#database.transaction('rw', table, async () => ({ added: (await this.#put(rows)).written }));
  }

  async takeIn(revisions: readonly Revision[], receipt?: Omit<Receipt, 'ids'>): Promise<{ added: number }> {
    const rows = revisions.map(toRow);
    const { revisions: table, meta, drafts, backups } = this.#database;
    return this.#database.transaction('rw', table, meta, drafts, backups, async () => {
      if (revisions.some(isRedacted))
        await takeAway(this, await takenAway(this, await this.load(), revisions));
      const { written, fresh } = await this.#put(rows);
      if (receipt) {
        const value = withReceipt((await meta.get('imports'))?.value, { ...receipt, ids: fresh });
        await meta.put({ key: 'imports', value });
      }
      if (revisions.some(isRedacted)) await meta.put({ key: 'withdrawn', value: newReplica() });
      return { added: written };
    });
  }

  async undoImport(at: string): Promise<{ removed: number; kept: number }> {
    const { revisions: table, meta } = this.#database;
    return this.#database.transaction('rw', table, meta, async () => {
      const receipts = readReceipts((await meta.get('imports'))?.value);
      const ids = receipts.find((receipt) => receipt.at === at)?.ids ?? [];
      const { goes, stays } = undoable(ids, await this.load());
      await table.bulkDelete(goes);
      await meta.put({ key: 'imports', value: receipts.filter((receipt) => receipt.at !== at) });
      return { removed: goes.length, kept: stays.length };
    });
  }

  async redact(
    forms: readonly RedactedRevision[],
    draftKeys: readonly string[]
  ): Promise<{ backups: number; dropped: number }> {
    const rows = forms.map(toRow);
    const { revisions, drafts, backups, meta } = this.#database;
    return this.#database.transaction('rw', revisions, drafts, backups, meta, async () => {
      await this.#put(rows);
      await meta.put({ key: 'withdrawn', value: newReplica() });
      const { changed, broken } = rewriteBackups(await this.loadBackups(), forms);
      await takeAway(this, { changed, broken, drafts: draftKeys, typedOn: [] });
      return { backups: changed.length, dropped: broken.length };
    });
  }

  async loadBackups(): Promise<Backup[]> {
    return this.#database.backups.orderBy(':id').toArray();
  }

  async saveBackup(backup: Backup): Promise<number> {
    return this.#database.backups.put(plainCopy(backup));
  }

  async dropBackup(id: number): Promise<void> {
    await this.#database.backups.delete(id);
  }

  async commit(revision: Revision, draftKey: string, mine?: Mine): Promise<void> {
    const rows = [toRow(revision)];
    const { revisions, drafts } = this.#database;
    await this.#database.transaction('rw', revisions, drafts, async () => {
      await this.#put(rows);
      if (await this.#isMine(draftKey, mine)) await drafts.delete(draftKey);
    });
  }

  watch(
    changed: (revisions: Revision[]) => void,
    failed?: (error: unknown) => void,
    held?: readonly Revision[]
  ): () => void {
    return followRevisions(this.#database, held, changed, failed);
  }

  watchDrafts(changed: () => void): () => void {
    return followDrafts(this.#database, changed);
  }

  async saveDraft(key: string, value: unknown, mine?: Mine): Promise<boolean> {
    const entry = { key, value: plainCopy(value) };
    const { drafts } = this.#database;
    return this.#database.transaction('rw', drafts, async () => {
      if (!(await this.#isMine(key, mine))) return false;
      await drafts.put(entry);
      return true;
    });
  }

  async loadDrafts(): Promise<Draft[]> {
    return this.#database.drafts.orderBy('key').toArray();
  }

  async dropDraft(key: string, mine?: Mine): Promise<void> {
    const { drafts } = this.#database;
    await this.#database.transaction('rw', drafts, async () => {
      if (await this.#isMine(key, mine)) await drafts.delete(key);
    });
  }

  async getMeta(key: string): Promise<unknown> {
    return (await this.#database.meta.get(key))?.value;
  }

  async setMeta(key: string, value: unknown): Promise<void> {
    const entry = { key, value: plainCopy(value) };
    await this.#database.meta.put(entry);
  }

  async getPlace(): Promise<KeptPlace | undefined> {
    return (await this.#database.meta.get('place'))?.value as KeptPlace | undefined;
  }

  async setPlace(value: KeptPlace | undefined): Promise<void> {
    // Not a plain copy: what the browser's picker gave is kept as it is.
    if (value) await this.#database.meta.put({ key: 'place', value });
    else await this.#database.meta.delete('place');
  }

  async stamp(): Promise<{ count: number; withdrawn: string }> {
    const withdrawn = await this.getMeta('withdrawn');
    return { count: await this.#database.revisions.count(), withdrawn: String(withdrawn ?? '') };
  }

  async check(): Promise<Check> {
    return checkRows(await this.#database.revisions.toArray());
  }

  onLost(lost: (why: Loss) => void): () => void {
    return this.#database.onLost(lost);
  }

  close(): void {
    this.#database.close();
  }

  abandon(): void {
    this.#database.abandon();
  }

  /** Whether a draft may be replaced; must run within a transaction on it. */
  async #isMine(key: string, mine: Mine | undefined): Promise<boolean> {
    const held = mine && (await this.#database.drafts.get(key));
    return !mine || !held || mine(held.value);
  }

  /** Writes what the table would gain from; must run within a transaction on it. */
  async #put(rows: readonly Row[]): Promise<{ written: number; fresh: string[] }> {
    const held = new Map<string, Revision>();
    const newer = new Set<string>();
    for (const row of await this.#database.revisions.bulkGet(rows.map((row) => row.id))) {
      const before = row && heldBy(row);
      if (before === 'newer') newer.add(row!.id);
      else if (before) held.set(before.id, before);
    }
    const welcome = rows.map((row) => row.revision).filter((r) => !newer.has(r.id) || isRedacted(r));
    const gained = gain(held, welcome).map(toRow);
    await this.#database.revisions.bulkPut(gained);
    const fresh = gained.map(({ id }) => id).filter((id) => !held.has(id) && !newer.has(id));
    return { written: gained.length, fresh };
  }
}
