import { isRedacted, textOf } from './revision.ts';
import type { FullRevision, Revision } from './revision.ts';
import { assessInWords } from './yardstick.ts';

/** The revisions with content that a revision's author had before them: its parents, and past a deletion what was deleted. */
export function seenBefore(revision: FullRevision, history: readonly Revision[]): FullRevision[] {
  const seen = new Set<string>();
  const found: FullRevision[] = [];
  const look = (ids: readonly string[]) => {
    for (const id of ids) {
      const parent = history.find((one) => one.id === id);
      if (!parent || isRedacted(parent) || seen.has(id)) continue;
      seen.add(id); // A forged ring of parents must not hold us.
      if (parent.op === 'put') found.push(parent);
      else look(parent.parents);
    }
  };
  look(revision.parents);
  return found;
}

/** True where a revision brings back what was deleted, saying the same. */
export function bringsBack(revision: FullRevision, history: readonly Revision[]): boolean {
  const after = history.filter(({ id }) => revision.parents.includes(id));
  const deleted = after.some((one) => !isRedacted(one) && one.op === 'delete');
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
