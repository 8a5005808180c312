import type { ImportPlan } from '../notes/plan.ts';
import type { NoteStore } from './noteStore.ts';

/**
 * Does what a plan says, in one transaction: all sound revisions of all its files, or none. What others have
 * added since the plan was made stays, so `added` may be less than the plan promised.
 */
export function applyImport(store: NoteStore, plan: ImportPlan): Promise<{ added: number }> {
  return store.add(plan.fresh);
}
