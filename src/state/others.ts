import type { ImportPlan } from '../notes/plan.ts';
import { othersIn, type KeptPlace } from '../store/place.ts';
import type { Filing } from './filing.svelte.ts';

/** What the others' files in the folder hold; `stamp` tells by their names, sizes and times whether they are the same files. */
export type Others = { files: number; at: number; plan: ImportPlan; stamp: string };

/** Reads the others' files at a place, none where it is no folder; the same files are not read again while `settled` says that nothing changed here. */
export async function readOthers(
  { place, name }: KeptPlace,
  filing: Filing,
  before: Others | null,
  at: number,
  settled: boolean
): Promise<Others | null> {
  if (place.kind !== 'directory') return null;
  const files = await othersIn(place, name);
  const stamp = files.map((file) => `${file.name}:${file.size}:${file.lastModified}`).join('\n');
  if (settled && before?.stamp === stamp && before.plan.fresh.length === 0) return { ...before, at };
  return { files: files.length, at, plan: await filing.planImport(files), stamp };
}
