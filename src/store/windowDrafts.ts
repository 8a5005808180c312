import { newReplica } from '../notes/clock.ts';
import type { NoteId, Revision } from '../notes/revision.ts';
import type { NoteStore } from './noteStore.ts';

/** A draft as windows left it: one value, or several where more than one window wrote under its key. */
export type DraftFound = { key: string; values: unknown[] };

const ASIDE = /~[0-9a-f]{8}$/;

/**
 * The drafts of one window. Windows of one browser share a store, and two of them may write on the same record: where
 * another one's text stands under a key, this window's is kept beside it, and neither takes the other's away.
 */
export class WindowDrafts {
  readonly #store: NoteStore;
  readonly #suffix = besides('');
  /** Rows by the key they stand for; this window writes into the first. */
  readonly #rows = new Map<string, string[]>();
  /** What this window read in a row or put there, as JSON; a try may have been stored although nobody said so. */
  readonly #known = new Map<string, string[]>();

  /** The drafts that were written in this window and not given up or saved since. */
  readonly #written = new Set<string>();
  readonly #leads: (key: string) => string;

  /** `leads` gives the key under which this edition has what an older one stored under another. */
  constructor(store: NoteStore, leads: (key: string) => string = (key) => key) {
    this.#store = store;
    this.#leads = leads;
  }

  /** All drafts of all windows, each key once. */
  async load(): Promise<DraftFound[]> {
    const found = new Map<string, unknown[]>();
    for (const { key: row, value } of await this.#store.loadDrafts()) {
      const key = this.#leads(row.replace(ASIDE, ''));
      found.set(key, [...(found.get(key) ?? []), value]);
      this.#rows.set(key, [...(this.#rows.get(key) ?? []), row]);
      this.#known.set(row, [JSON.stringify(value)]);
    }
    return [...found].map(([key, values]) => ({ key, values }));
  }

  /** Keeps a draft; resolves once it is stored. */
  async saveDraft(key: string, value: unknown): Promise<void> {
    this.#written.add(key);
    const [row = key, ...others] = this.#rowsOf(key);
    let own = row;
    if (!(await this.#put(row, value))) {
      own = key + this.#suffix;
      await this.#put(own, value);
    }
    // What was shown together stands in this text now, as its writer left it.
    for (const other of others) await this.#store.dropDraft(other, this.#mine(other));
    this.#rows.set(key, [own]);
  }

  /** Forgets a draft, and what was shown together with it, as far as no other window has gone on with that. */
  async dropDraft(key: string): Promise<void> {
    for (const row of this.#rowsOf(key)) await this.#store.dropDraft(row, this.#mine(row));
    this.#forget(key);
  }

  /** Adds a revision and forgets the draft it came from in one transaction, and what was shown together with it. */
  async commit(revision: Revision, key: string): Promise<void> {
    const [row = key, ...others] = this.#rowsOf(key);
    await this.#store.commit(revision, row, this.#mine(row));
    for (const other of others) await this.#store.dropDraft(other, this.#mine(other));
    this.#forget(key);
  }

  /** The keys of the drafts that were written in this window. */
  get written(): readonly string[] {
    return [...this.#written];
  }

  /** Drafts written in this window that are no longer stored, because another window threw them away. */
  async lost(): Promise<string[]> {
    if (!this.#written.size) return [];
    const held = new Set((await this.#store.loadDrafts()).map(({ key }) => key));
    return [...this.#written].filter((key) => !this.#rowsOf(key).some((row) => held.has(row)));
  }

  #rowsOf(key: string): string[] {
    return this.#rows.get(key) ?? [key];
  }

  async #put(row: string, value: unknown): Promise<boolean> {
    const text = JSON.stringify(value);
    const mine = this.#mine(row);
    this.#known.set(row, [...(this.#known.get(row) ?? []), text]);
    if (!(await this.#store.saveDraft(row, value, mine))) return false;
    this.#known.set(row, [text]);
    return true;
  }

  /** Whether a row still holds what this window knows of it. */
  #mine(row: string): (held: unknown) => boolean {
    return (held) => (this.#known.get(row) ?? []).includes(JSON.stringify(held));
  }

  #forget(key: string): void {
    this.#written.delete(key);
    for (const row of this.#rowsOf(key)) this.#known.delete(row);
    this.#rows.delete(key);
  }
}

/** A row for a draft beside the one that another window left under the same key. */
export function besides(key: string): string {
  return `${key.replace(ASIDE, '')}~${newReplica()}`;
}

/** Whether a row of drafts stands for one of these keys. */
export function standsFor(row: string, keys: readonly string[]): boolean {
  return keys.includes(row.replace(ASIDE, ''));
}

/** The keys of the drafts that hold new texts of a note itself; replies have keys of their own. */
export function draftsOf(note: NoteId): string[] {
  return [`edit:${note}`, `restore:${note}`, `delete:${note}`];
}
