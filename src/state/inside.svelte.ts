import { highestMarking } from '../notes/marking.ts';
import { decksOf, notesOf } from '../notes/note.ts';
import { planImport, sparing, type ImportPlan } from '../notes/plan.ts';
import type { Revision } from '../notes/revision.ts';
import type { Filing } from './filing.svelte.ts';
import type { Shelf } from './shelf.svelte.ts';

/** What became of the notes inside a saved copy: being asked about, only looked at, put aside, or taken in. */
export type Guests = 'none' | 'asking' | 'looking' | 'aside' | 'taken';

/** How many notes and how many decks of scenes some revisions make. */
export type Count = { notes: number; decks: number };
const countOf = (revisions: readonly Revision[]): Count => ({
  notes: notesOf(revisions).length,
  decks: decksOf(revisions).length
});

/**
 * The notes that came inside this file. They are shown at once and mixed with nothing: what this browser holds gains
 * from them only when its reader says so.
 */
export class Inside {
  readonly #shelf: Shelf;
  readonly #filing: Filing;
  readonly #text: string;
  #state = $state.raw<Guests>('none');
  #plan = $state.raw<ImportPlan | null>(null);
  #fault = $state('');
  readonly #looked = $derived.by(() => {
    const { guests, revisions } = this.#shelf;
    if (!guests.length) return null;
    // What its reader built on was kept with it.
    const held = Object.fromEntries(revisions.map(({ id }) => [id, true]));
    const left = guests.filter(({ id }) => !held[id]);
    return left.length ? countOf(left) : null;
  });

  constructor(shelf: Shelf, filing: Filing, text: string) {
    this.#shelf = shelf;
    this.#filing = filing;
    this.#text = text;
  }

  /** Compares what came inside with what is held, once that is read; asks only where something is new. */
  open(): void {
    if (!this.#text.trim()) return;
    const plan = planImport(this.#shelf.revisions, [{ name: 'this file', text: this.#text }]);
    this.#plan = plan;
    this.#fault = plan.refused[0]?.why ?? '';
    if (plan.fresh.length === 0) return;
    this.#shelf.guests = sparing(plan, this.#shelf.revisions).fresh;
    this.#state = 'asking';
  }

  get state(): Guests {
    return this.#state;
  }
  /** What taking them in would do; null where nothing came inside. */
  get plan(): ImportPlan | null {
    return this.#plan;
  }
  /** Why nothing could be read of what came inside; an empty text where it could. */
  get fault(): string {
    return this.#fault;
  }
  /** How many notes and decks gain something from what came inside. */
  get count(): Count {
    return countOf(this.#plan?.fresh ?? []);
  }
  /** How many of them are on screen and kept nowhere but in this file; null where none is. */
  get looked(): Count | null {
    return this.#looked;
  }
  /** The highest marking of what came inside; an empty text where nothing is marked. */
  get marking(): string {
    return highestMarking(this.#plan?.fresh ?? [], this.#shelf.briefing.markings);
  }

  /** Goes on showing them without keeping any. */
  look(): void {
    this.#state = 'looking';
    this.#shelf.guests = this.#plan ? sparing(this.#plan, this.#shelf.revisions).fresh : [];
  }
  /** Takes them out of view; they stay in the file. */
  putAside(): void {
    this.#state = 'aside';
    this.#shelf.guests = [];
  }
  /** Takes them in: all or nothing; what would take away a text that is held only where it was asked for. Gives out why it failed, or an empty text. */
  async takeIn(withdrawing = false): Promise<string> {
    if (!this.#plan) return '';
    const outcome = await this.#filing.applyImport(
      withdrawing ? this.#plan : sparing(this.#plan, this.#shelf.revisions)
    );
    if ('failed' in outcome) return outcome.failed;
    this.#shelf.guests = [];
    this.#state = 'taken';
    return '';
  }
}
