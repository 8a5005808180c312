import { isRedacted, textOf } from './revision.ts';
import type { FullRevision, Revision } from './revision.ts';
import { assessInWords } from './yardstick.ts';

type Known = { byId: Map<string, Revision>; seen: Map<FullRevision, FullRevision[]> };
/** What was looked up of a history, since each of its thousands of revisions may ask. */
const KNOWN = new WeakMap<readonly Revision[], Known>();

function knownOf(history: readonly Revision[]): Known {
  let known = KNOWN.get(history);
  if (!known)
    KNOWN.set(history, (known = { byId: new Map(history.map((one) => [one.id, one])), seen: new Map() }));
  return known;
}

/** The parents of a revision that are here with their content. */
function parentsOf({ parents }: FullRevision, history: readonly Revision[]): FullRevision[] {
  const { byId } = knownOf(history);
  return parents.flatMap((id) => {
    const one = byId.get(id);
    return one && !isRedacted(one) ? [one] : [];
  });
}

/** The revisions with content that a revision's author had before them: its parents, and past a deletion what was deleted. */
export function seenBefore(revision: FullRevision, history: readonly Revision[]): readonly FullRevision[] {
  const { seen } = knownOf(history);
  const begun = new Set<FullRevision>(); // A forged ring of parents must not hold us.
  const open = [revision];
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const parents = parentsOf(at, history);
    if (!begun.has(at)) {
      begun.add(at);
      for (const one of parents) if (one.op !== 'put' && !seen.has(one) && !begun.has(one)) open.push(one);
      continue;
    }
    open.pop();
    const found = parents.map((one) => (one.op === 'put' ? [one] : (seen.get(one) ?? [])));
    if (!seen.has(at)) seen.set(at, found.length === 1 ? found[0]! : [...new Set(found.flat())]);
  }
  return seen.get(revision)!;
}

/** True where a revision brings back what was deleted, saying the same. */
export function bringsBack(revision: FullRevision, history: readonly Revision[]): boolean {
  const deleted = parentsOf(revision, history).some((one) => one.op === 'delete');
  return (
    revision.op === 'put' &&
    deleted &&
    seenBefore(revision, history).some((one) => textOf(one) === textOf(revision))
  );
}

/** What a revision changed beside the text: its record, or its kind, assessment or marking; nothing for a note's first. */
export function changedBeside(
  revision: FullRevision,
  history: readonly Revision[]
): { attachedTo: string | undefined; chosen: boolean } {
  const before = seenBefore(revision, history);
  if (revision.op !== 'put' || before.length === 0) return { attachedTo: undefined, chosen: false };
  const { entity } = revision.target;
  return {
    attachedTo: before.some(({ target }) => target.entity === entity) ? undefined : entity,
    chosen: !before.some((one) => choices(one) === choices(revision))
  };
}

function choices({ motivation, marking, assess }: FullRevision): string {
  return JSON.stringify([motivation, marking ?? '', assess ? assessInWords(assess) : []]);
}
