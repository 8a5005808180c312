import type { ImportPlan } from '../notes/plan.ts';
import type { NoteStore } from './noteStore.ts';

/**
 * Does what a plan says, in one transaction: all sound revisions of all its files, or none. What others have
 * added since the plan was made stays, so `added` may be less than the plan promised.
 */
export function applyImport(
  store: NoteStore,
  plan: ImportPlan,
  now = Date.now()
): Promise<{ added: number }> {
  const files = plan.read.map(({ name }) => name);
  return store.takeIn(plan.fresh, { at: new Date(now).toISOString(), files });
}
