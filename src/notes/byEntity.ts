import { compareHlc } from './clock.ts';
import type { Note } from './note.ts';

/** Notes by the record each stands on, oldest first; notes whose record is unknown are left out. */
export function notesByEntity(
  notes: readonly Note[],
  entityOf: (note: Note) => string | undefined
): ReadonlyMap<string, readonly Note[]> {
  const byEntity = new Map<string, Note[]>();
  for (const note of [...notes].sort((a, b) => compareHlc(a.created, b.created))) {
    const id = entityOf(note);
    if (id === undefined) continue;
    const here = byEntity.get(id);
    if (here) here.push(note);
    else byEntity.set(id, [note]);
  }
  return byEntity;
}
