import { planImport, type ImportPlan } from '../notes/plan.ts';
import { applyImport } from '../store/import.ts';
import { readIncoming, UNREADABLE, type Incoming } from './incoming.ts';
import type { Keeping } from './keeping.svelte.ts';
import { notesFile } from './notesFile.ts';
import type { Shelf } from './shelf.svelte.ts';

/** Notes out into files, and in from files. */
export class Filing {
  readonly #shelf: Shelf;
  readonly #keeping: Keeping;

  constructor(shelf: Shelf, keeping: Keeping) {
    this.#shelf = shelf;
    this.#keeping = keeping;
  }

  /** How many changes made here are in no file yet. */
  get unfiled(): number {
    return this.#shelf.own.filter((revision) => revision.hlc > this.#shelf.filedUntil).length;
  }

  /** The notes file: all revisions, and what is still unsaved. */
  file(): { name: string; text: string } {
    const { briefing, all, author, replica } = this.#shelf;
    return notesFile(briefing, all, author, replica);
  }

  /** Remembers that everything written so far went into a file. */
  filed(): void {
    const shelf = this.#shelf;
    shelf.filedUntil = shelf.own.reduce(
      (latest, revision) => (revision.hlc > latest ? revision.hlc : latest),
      ''
    );
    void shelf.store?.setMeta('filedUntil', shelf.filedUntil).catch(() => undefined);
  }

  /** Reads files and says what taking them in would do; nothing is changed. */
  async planImport(files: readonly File[]): Promise<ImportPlan> {
    const refused: ImportPlan['refused'] = [];
    const read = async (file: File): Promise<Incoming[]> => {
      try {
        return [await readIncoming(file)];
      } catch {
        refused.push({ file: file.name, why: UNREADABLE });
        return [];
      }
    };
    const texts = (await Promise.all(files.map(read))).flat();
    const plan = planImport(this.#shelf.revisions, texts);
    return { ...plan, files: files.length, refused: [...plan.refused, ...refused] };
  }

  /**
   * Takes in what a plan found: all of it, or nothing. A backup is taken before; where that fails (`backup` says why)
   * the import goes on, because it can only add. Without a receipt it cannot be undone, and leaves earlier ones theirs and their backups.
   */
  async applyImport(
    plan: ImportPlan,
    { receipt = true } = {}
  ): Promise<{ added: number; ahead: number; backup: string } | { failed: string }> {
    const { store, clock } = this.#shelf;
    if (!store) return { failed: 'the notes are not open yet' };
    try {
      const backup = await this.#keeping.backUp(receipt ? 'import' : 'kept');
      const { added } = await (receipt ? applyImport(store, plan) : store.takeIn(plan.fresh));
      const ahead = plan.fresh.filter(({ hlc }) => clock.receive(hlc, Date.now()) === 'refused').length;
      await this.#shelf.reload();
      return { added, ahead, backup };
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  }
}
