import { gain, merge } from '../notes/merge.ts';
import { plainCopy } from '../notes/plain.ts';
import { parseRevision } from '../notes/revision.ts';
import type { Revision } from '../notes/revision.ts';
import { Listeners } from './listeners.ts';
import type { Check, Draft, NoteStore } from './noteStore.ts';
import { checkRows, toRow } from './row.ts';

/** Notes in the page's memory: the last resort, gone with the tab; the page says so and offers the file. */
export class MemoryStore implements NoteStore {
  #revisions: Revision[] = [];
  readonly #drafts = new Map<string, unknown>();
  readonly #meta = new Map<string, unknown>();
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

  async commit(revision: Revision, draftKey: string): Promise<void> {
    await this.add([revision]);
    this.#drafts.delete(draftKey);
  }

  watch(changed: (revisions: Revision[]) => void): () => void {
    return this.#listeners.add(changed, () => this.load());
  }

  async saveDraft(key: string, value: unknown): Promise<void> {
    this.#drafts.set(key, plainCopy(value));
  }

  async loadDrafts(): Promise<Draft[]> {
    const drafts = [...this.#drafts].map(([key, value]) => ({ key, value: plainCopy(value) }));
    return drafts.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  async dropDraft(key: string): Promise<void> {
    this.#drafts.delete(key);
  }

  async getMeta(key: string): Promise<unknown> {
    return this.#meta.has(key) ? plainCopy(this.#meta.get(key)) : undefined;
  }

  async setMeta(key: string, value: unknown): Promise<void> {
    this.#meta.set(key, plainCopy(value));
  }

  async check(): Promise<Check> {
    return checkRows(this.#revisions.map(toRow));
  }

  onLost(): () => void {
    return () => {}; // Memory is never taken away while the page lives.
  }

  close(): void {}
}
