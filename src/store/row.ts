import { NoteFault } from '../notes/fault.ts';
import { plainCopy } from '../notes/plain.ts';
import { checkId, isRedacted, parseRevision } from '../notes/revision.ts';
import type { Revision } from '../notes/revision.ts';
import type { Check } from './noteStore.ts';

/** The shape of stored rows, one number a shape; a new one goes here and into `steps`. */
export type RowVersion = 1;
/** A revision as it is stored. Each row carries the version of its shape, because an older copy of the page
 * may write into a database that a newer one has changed. */
export type Row = { v: RowVersion; id: string; note: string; entity?: string; revision: Revision };

const CURRENT = 1 satisfies RowVersion;
type Outdated = Exclude<RowVersion, typeof CURRENT>;
type Step = (row: Record<string, unknown>) => Record<string, unknown>;

/** From each outdated shape to the next; leaving one out does not compile. */
const steps: Record<Outdated, Step> = {};

/** A fresh row that shares nothing with the revision it was made from. */
export function toRow(revision: Revision): Row {
  const { id, note } = revision;
  const entity = isRedacted(revision) ? {} : { entity: revision.target.entity };
  return plainCopy({ v: CURRENT, id, note, ...entity, revision });
}

/** The revision of a stored row, brought up to date; throws a NoteFault when it cannot be read. */
function fromRow(row: unknown): Revision {
  if (typeof row !== 'object' || row === null)
    throw new NoteFault('', row, 'is not a row:', 'nothing to mend');
  let current = row as Record<string, unknown>;
  for (let step = stepFor(current); step; step = stepFor(current)) current = step(current);
  return parseRevision(current['revision']);
}

/**
 * What already stands in a row: its revision; 'newer' when only a newer version of the page can read it, so
 * that it must stay; `undefined` when it is broken, so that a sound copy may heal it.
 */
export function heldBy(row: unknown): Revision | 'newer' | undefined {
  try {
    return fromRow(row);
  } catch {
    return Number((row as Partial<Row> | null)?.v) > CURRENT ? 'newer' : undefined;
  }
}

/** The readable revisions of some rows, sorted by id; `checkRows` names the others. */
export function readRows(rows: readonly unknown[]): Revision[] {
  const revisions = rows.flatMap((row) => {
    try {
      return [fromRow(row)];
    } catch {
      return []; // It stays in the database, and `checkRows` lists it.
    }
  });
  return revisions.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Re-hashes rows and says which are sound, redacted or damaged. */
export function checkRows(rows: readonly unknown[]): Check {
  const report: Check = { sound: 0, redacted: 0, damaged: [] };
  rows.forEach((row, i) => {
    try {
      const revision = fromRow(row);
      checkId(revision);
      if (isRedacted(revision)) report.redacted += 1;
      else report.sound += 1;
    } catch (error) {
      report.damaged.push({
        path: `rows[${i}]`,
        why: error instanceof Error ? error.message : String(error)
      });
    }
  });
  return report;
}

function stepFor(row: Record<string, unknown>): Step | undefined {
  return (steps as Record<number, Step>)[Number(row['v'])];
}
