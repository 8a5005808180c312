import type { Note } from '../notes/note.ts';
import { isRedacted, redact, type Revision } from '../notes/revision.ts';
import { undoable } from '../notes/undo.ts';
import { backUp, isWhole, type Occasion } from '../store/backup.ts';
import type { Check } from '../store/noteStore.ts';
import { readReceipts, type Receipt } from '../store/receipts.ts';
import { draftsOf } from '../store/windowDrafts.ts';
import { wipe, type Wiped } from '../store/wipe.ts';
import { notesFile } from './notesFile.ts';
import type { Shelf } from './shelf.svelte.ts';

/** A backup without its text, for a list. */
export type BackupListed = { id: number; at: string; why: Occasion; count: number };
/** What became of a change that needed a backup first. */
export type Kept<T> = ({ done: T } | { failed: string }) & { backup: string };

/** Keeps notes safe and takes them away for good: backups, the check, undoing an import, redaction, wiping. */
export class Keeping {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Takes a backup of what is stored; gives out an empty text, or why it could not be taken. */
  async backUp(why: Occasion): Promise<string> {
    const { store, briefing, author, replica } = this.#shelf;
    if (!store) return 'the notes are not open yet';
    try {
      const write = (revisions: readonly Revision[]) => notesFile(briefing, revisions, author, replica).text;
      await backUp(store, await store.load(), write, why, Date.now());
      return '';
    } catch (error) {
      return reason(error);
    }
  }

  /** The backups of a visit: once a day, and when another release of the page takes over the notes. */
  async backUpOnOpening(): Promise<void> {
    const { store } = this.#shelf;
    if (!store) return;
    const release = await store.getMeta('release');
    const last = (await store.loadBackups()).findLast(({ why }) => why === 'daily');
    if (typeof release === 'string' && release !== __VERSION__) await this.backUp('upgrade');
    else if (!last || dayOf(last.at) !== dayOf(Date.now())) await this.backUp('daily');
    if (release !== __VERSION__) await store.setMeta('release', __VERSION__);
  }

  /** All backups, newest first. */
  async backups(): Promise<BackupListed[]> {
    const all = (await this.#shelf.store?.loadBackups()) ?? [];
    return all.map(({ id, at, why, count }) => ({ id: id!, at, why, count })).reverse();
  }

  /** A backup as a notes file, and whether it can be read whole; undefined where it is gone. */
  async backupFile(id: number): Promise<{ name: string; text: string; whole: boolean } | undefined> {
    const backup = (await this.#shelf.store?.loadBackups())?.find((one) => one.id === id);
    if (!backup) return undefined;
    const { briefing } = this.#shelf;
    const name = `${briefing.id}.backup.${backup.at.slice(0, 19).replaceAll(':', '-')}.notes.json`;
    return { name, text: backup.text, whole: isWhole(backup) };
  }

  /** Re-hashes everything stored and counts it. */
  async check(): Promise<Check | { failed: string }> {
    try {
      return (await this.#shelf.store?.check()) ?? { failed: 'the notes are not open yet' };
    } catch (error) {
      return { failed: reason(error) };
    }
  }

  /** The imports that can be undone, newest first, and what undoing each would do now. */
  async imports(): Promise<(Receipt & { goes: number; stays: number })[]> {
    const { store, revisions } = this.#shelf;
    const receipts = readReceipts(await store?.getMeta('imports')).reverse();
    return receipts.map((receipt) => {
      const { goes, stays } = undoable(receipt.ids, revisions);
      return { ...receipt, goes: goes.length, stays: stays.length };
    });
  }

  /** Takes out again what an import added and nothing builds on. Nothing goes unless a backup was taken before. */
  async undoImport(at: string): Promise<Kept<{ removed: number; kept: number }>> {
    const backup = await this.backUp('undo');
    if (backup || !this.#shelf.store) return { failed: backup || 'the notes are not open yet', backup };
    const { store } = this.#shelf;
    return this.#change(() => store.undoImport(at), backup);
  }

  /**
   * Withdraws the text of a note for good, here and in every backup. A backup is taken before for the sake of the other
   * notes; where that fails the text goes all the same, because a secret cannot wait for disk space.
   */
  async redact(note: Note): Promise<Kept<{ backups: number; dropped: number }>> {
    const backup = await this.backUp('redaction');
    const { store } = this.#shelf;
    if (!store) return { failed: 'the notes are not open yet', backup };
    const forms = note.history.filter((revision) => !isRedacted(revision)).map(redact);
    const onIt = Object.entries(this.#shelf.drafts).flatMap(([key, { of }]) => (of === note.note ? key : []));
    const drafts = [...draftsOf(note.note), ...onIt];
    const outcome = await this.#change(async () => {
      const done = await store.redact(forms, drafts);
      // Only now: a withdrawal that fails leaves what was begun where it is.
      for (const key of drafts) {
        this.#shelf.saver?.discard(key);
        this.#shelf.closeDraft(key);
      }
      return done;
    }, backup);
    this.#shelf.unbacked = 'done' in outcome ? backup : '';
    return outcome;
  }

  /** Deletes everything that this product keeps in this browser, and says what went and what would not. The page keeps nothing from here on. */
  async wipe(): Promise<Wiped> {
    const shelf = this.#shelf;
    shelf.leave();
    return wipe(shelf.briefing.id);
  }

  async #change<T>(change: () => Promise<T>, backup: string): Promise<Kept<T>> {
    try {
      const done = await change();
      await this.#shelf.reload();
      return { done, backup };
    } catch (error) {
      return { failed: reason(error), backup };
    }
  }
}

/** The day by this machine's calendar, as its user counts visits. */
const dayOf = (at: string | number): string => new Date(at).toDateString();

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
