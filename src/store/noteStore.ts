import type { Revision } from '../notes/revision.ts';

/** A text being written, kept under a key of the page's choosing until it is committed or dropped. */
export type Draft = { key: string; value: unknown };
/** Why a store stopped working while it was open. */
export type Loss = 'newer-copy' | 'deleted' | 'closed';
/** What a check of everything stored found; damaged rows stay where they are. */
export type Check = { sound: number; redacted: number; damaged: { path: string; why: string }[] };

/**
 * Where notes live. Everything given in is copied at once, so later changes to it cannot reach the store; a
 * promise resolves only after what it promises is stored, and rejects when nothing of it is.
 */
export interface NoteStore {
  /** All readable revisions, sorted by id, checked for shape and frozen. */
  load(): Promise<Revision[]>;
  /** Adds what is not there yet, all or nothing. A redacted form replaces the full one; nothing else goes. */
  add(revisions: readonly Revision[]): Promise<{ added: number }>;
  /** Adds a revision and drops the draft it came from, in one transaction. */
  commit(revision: Revision, draftKey: string): Promise<void>;
  /** Calls back soon with all revisions and again after every change; gives out a function that ends it. */
  watch(changed: (revisions: Revision[]) => void, failed?: (error: unknown) => void): () => void;
  /** Keeps a draft, in place of an earlier one under the same key. */
  saveDraft(key: string, value: unknown): Promise<void>;
  /** All drafts, sorted by key. */
  loadDrafts(): Promise<Draft[]>;
  /** Forgets a draft. */
  dropDraft(key: string): Promise<void>;
  /** A setting kept with the notes (author, replica, last export), or undefined. */
  getMeta(key: string): Promise<unknown>;
  /** Keeps a setting. */
  setMeta(key: string, value: unknown): Promise<void>;
  /** Re-hashes everything stored and counts it. */
  check(): Promise<Check>;
  /** Calls back when the store stops working; gives out a function that ends it. */
  onLost(lost: (why: Loss) => void): () => void;
  /** Lets go of the store. */
  close(): void;
}
