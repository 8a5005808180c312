import type { RedactedRevision, Revision } from '../notes/revision.ts';
import type { Backup } from './backup.ts';
import type { KeptPlace } from './place.ts';
import type { Receipt } from './receipts.ts';

/** A text being written, kept under a key of the page's choosing until it is committed or dropped. */
export type Draft = { key: string; value: unknown };
/** Whether a draft that is held is the caller's own; without it every draft is. */
export type Mine = (held: unknown) => boolean;
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
  /** Adds a revision and drops the draft it came from (unless `mine` says that it is another's), in one transaction. */
  commit(revision: Revision, draftKey: string, mine?: Mine): Promise<void>;
  /**
   * Adds what an import brings and keeps a receipt, if any, of what was new (setting 'imports'), in one transaction. What it
   * withdraws goes out of the backups too, and out of the drafts of notes with no text left.
   */
  takeIn(revisions: readonly Revision[], receipt?: Omit<Receipt, 'ids'>): Promise<{ added: number }>;
  /** Takes out again what the import of that time added and nothing builds on, and its receipt with it, in one transaction. */
  undoImport(at: string): Promise<{ removed: number; kept: number }>;
  /**
   * Puts redacted forms in place, drops drafts with those beside them, and puts the same forms into every backup, in one transaction. A backup
   * that cannot be read whole is dropped, because the withdrawn text could live on in it.
   */
  redact(
    forms: readonly RedactedRevision[],
    draftKeys: readonly string[]
  ): Promise<{ backups: number; dropped: number }>;
  /** All backups with their texts, oldest first. */
  loadBackups(): Promise<Backup[]>;
  /** Keeps a backup and gives out its id; one with an id replaces the one that has it. */
  saveBackup(backup: Backup): Promise<number>;
  /** Forgets a backup. */
  dropBackup(id: number): Promise<void>;
  /**
   * Calls back soon with all revisions and again after every change, those that stayed the same as the same objects;
   * gives out a function that ends it. Where `held` is what was just read, the first call may be left out.
   */
  watch(
    changed: (revisions: Revision[]) => void,
    failed?: (error: unknown) => void,
    held?: readonly Revision[]
  ): () => void;
  /** Calls back soon after drafts were changed, here or in another window, where the browser tells; gives out a function that ends it. */
  watchDrafts(changed: () => void): () => void;
  /** How many revisions are stored, and a text that changes with every withdrawal: quick to get, and different whenever they are. */
  stamp(): Promise<{ count: number; withdrawn: string }>;
  /** Keeps a draft, in place of an earlier one under the same key; where that is another's, leaves it and gives false. */
  saveDraft(key: string, value: unknown, mine?: Mine): Promise<boolean>;
  /** All drafts, sorted by key. */
  loadDrafts(): Promise<Draft[]>;
  /** Forgets a draft, unless it is another's. */
  dropDraft(key: string, mine?: Mine): Promise<void>;
  /** A setting kept with the notes (author, replica, last export), or undefined. */
  getMeta(key: string): Promise<unknown>;
  /** Keeps a setting. */
  setMeta(key: string, value: unknown): Promise<void>;
  /** The place where a notes file is kept current, or undefined. */
  getPlace(): Promise<KeptPlace | undefined>;
  /** Remembers such a place, or forgets it; rejects where a place cannot outlive the visit. */
  setPlace(place: KeptPlace | undefined): Promise<void>;
  /** Re-hashes everything stored and counts it. */
  check(): Promise<Check>;
  /** Calls back when the store stops working; gives out a function that ends it. */
  onLost(lost: (why: Loss) => void): () => void;
  /** Lets go of the store. */
  close(): void;
  /** Lets go of the store at once: what is still being read or written is called off. */
  abandon(): void;
}
