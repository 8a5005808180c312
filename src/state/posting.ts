import { digest } from '../notes/digest.ts';
import { planImport, sparing, type ImportPlan } from '../notes/plan.ts';
import type { Revision } from '../notes/revision.ts';
import { findOwn, writeOwn, type KeptPlace } from '../store/place.ts';
import type { Filing } from './filing.svelte.ts';
import { bodyOf, rankUpTo, readWhole, unsafeToReplace } from './placeRules.ts';
import type { Sharing } from './sharing.ts';
import type { Shelf } from './shelf.svelte.ts';

/** What posting needs of the notebook. */
export type Desk = { shelf: Shelf; filing: Filing; sharing: Sharing };
/**
 * What became of it: the revisions that stand in the file now; or why it was left as it is, or the plan of what it would
 * take away here, for its reader to choose; nothing where the place was let go of meanwhile.
 */
export type Posted =
  { revisions: readonly Revision[]; written: string } | { refuses: string; plan?: ImportPlan } | undefined;

/**
 * Brings our file at a place up to date. What it holds and this browser does not is taken in first; a file that cannot be
 * read whole, or that withdraws a text held here, is left as it is unless `replace` says otherwise. `still` tells whether the place is still wanted.
 */
export async function post(
  kept: KeptPlace,
  { shelf, filing, sharing }: Desk,
  replace: boolean,
  still: () => boolean
): Promise<Posted> {
  const file = await findOwn(kept);
  const before = file ? await readWhole(file) : '';
  if (before && digest(before) !== kept.written) {
    const planned = () => planImport(shelf.revisions, [{ name: kept.name, text: before }]);
    const plan = planned();
    const refuses = unsafeToReplace(plan, shelf.briefing.id);
    if (refuses && !replace) return { refuses };
    // A text goes for good only where its reader says so.
    const spared = sparing(plan, shelf.revisions);
    if (spared.fresh.length) {
      const outcome = await filing.applyImport(spared, { receipt: false });
      if ('failed' in outcome) throw new Error(outcome.failed);
    }
    if (plan.withdraws.length && !replace && shelf.store) return { refuses: '', plan: planned() };
  }
  // Wiped or let go of meanwhile: what an empty page holds must not be written.
  if (!shelf.store || !still()) return undefined;
  const { revisions } = shelf;
  const what = sharing.preview('all', rankUpTo(kept.upTo, sharing.markings));
  const { text } = sharing.write('notes', what);
  const same = bodyOf(before) === bodyOf(text);
  if (!same) await writeOwn(kept, text);
  sharing.written('notes', what);
  return { revisions, written: digest(same ? before : text) };
}
