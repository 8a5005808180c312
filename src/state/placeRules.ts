import { MAX_BYTES } from '../notes/limits.ts';
import { rank } from '../notes/marking.ts';
import type { ImportPlan } from '../notes/plan.ts';

/** How things stand with the file that is kept current: "current" is only ever true of what this page shows. */
export type PlaceStatus =
  | { is: 'absent' | 'none' | 'asks' | 'denied' | 'writing' }
  | { is: 'current'; at: number }
  | { is: 'refuses'; why: string; plan?: ImportPlan }
  | { is: 'behind'; fault: string; detail: string };

/** The rank of a remembered limit; a marking that the list does not know any more lets nothing marked through. */
export function rankUpTo(upTo: string | null, markings: readonly string[]): number {
  if (upTo === null) return markings.length + 1;
  const place = rank(upTo, markings);
  return place > markings.length ? 0 : place;
}

/** Why a file of ours must not be replaced unasked, in words; an empty text where all in it can be read. */
export function unsafeToReplace(plan: ImportPlan, briefing: string): string {
  const [refused] = plan.refused;
  if (refused) return refused.why;
  const [read] = plan.read;
  if (read && read.about.briefing !== briefing)
    return `It belongs to another briefing (“${read.about.briefing}”).`;
  const [damage] = plan.damaged;
  return damage ? `Not all of it can be read (${damage.path}: ${damage.why}).` : '';
}

/** The part of a notes file that holds its notes, so that two files by different writers can be told to hold the same. */
export function bodyOf(text: string): string {
  return text.slice(text.indexOf('"count":'), text.lastIndexOf('"checksum":'));
}

/** The text of our file; of one past every limit so much that it is refused for its size. */
export async function readWhole(file: File): Promise<string> {
  return file.size > MAX_BYTES ? ' '.repeat(MAX_BYTES + 1) : file.text();
}
