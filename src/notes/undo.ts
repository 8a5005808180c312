import { isRedacted } from './revision.ts';
import type { Revision, RevisionId } from './revision.ts';

/**
 * Which of the revisions that an import added can go again: those that nothing from elsewhere builds on, not even by
 * way of another of them. A redacted form stays, because without it an old file could bring its text back.
 */
export function undoable(
  added: readonly string[],
  held: readonly Revision[]
): { goes: RevisionId[]; stays: RevisionId[] } {
  const candidates = new Set(added);
  const byId = new Map<string, Revision>(held.map((revision) => [revision.id, revision]));
  const needed = new Set<string>();
  const open = held.filter((revision) => !candidates.has(revision.id) || isRedacted(revision));
  for (let next = open.pop(); next; next = open.pop())
    for (const parent of next.parents) {
      const before = byId.get(parent);
      if (!before || needed.has(parent)) continue;
      needed.add(parent);
      if (candidates.has(parent)) open.push(before);
    }
  const present = held.filter(({ id }) => candidates.has(id));
  const goes = present.filter((revision) => !needed.has(revision.id) && !isRedacted(revision));
  const gone = new Set(goes);
  return {
    goes: goes.map(({ id }) => id),
    stays: present.filter((revision) => !gone.has(revision)).map(({ id }) => id)
  };
}
