import type { Revision } from '../notes/revision.ts';
import type { StorageFault } from './storageFault.ts';

/**
 * What the status line may say. 'saved' is said only when all that was given to the saver is stored; `at` is
 * when that happened (null: nothing yet). `retryAt` is null while a slow write is still being awaited.
 */
export type SaveStatus =
  | { state: 'loading' }
  | { state: 'saved'; at: number | null }
  | { state: 'unsaved' }
  | { state: 'saving' }
  | { state: 'failed'; fault: StorageFault; detail: string; retryAt: number | null };

/** Something that is in memory only; `since` is when the oldest part of it was given to the saver. */
export type Unsaved = { key: string; since: number } & (
  | { kind: 'draft'; value: unknown }
  | { kind: 'commit'; revision: Revision; done: () => void }
  | { kind: 'drop' }
);
