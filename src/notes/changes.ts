import type { Revision } from './revision.ts';

/** Revisions sorted by id with some put in, replaced, or (undefined) taken out, sorted too; the others keep their identity. */
export function withChanges(
  held: readonly Revision[],
  changes: ReadonlyMap<string, Revision | undefined>
): Revision[] {
  const ids = [...changes.keys()].sort();
  const all: Revision[] = [];
  let i = 0;
  const take = () => {
    const change = changes.get(ids[i]!);
    if (change) all.push(change);
    i += 1;
  };
  for (const revision of held) {
    while (i < ids.length && ids[i]! < revision.id) take();
    if (ids[i] === revision.id) take();
    else all.push(revision);
  }
  while (i < ids.length) take();
  return all;
}

/** The same list with one revision more, or another form of one. */
export function withOne(held: readonly Revision[], revision: Revision): Revision[] {
  return withChanges(held, new Map([[revision.id, revision]]));
}
