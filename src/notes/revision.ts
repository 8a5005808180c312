import * as v from 'valibot';
import { digest } from './digest.ts';
import { NoteFault } from './fault.ts';
import { deepFreeze, depthOf, plainCopy, wellFormed } from './plain.ts';
import { FullRevision, RedactedRevision } from './schema.ts';
import type { RevisionId } from './schema.ts';

export type * from './schema.ts';

/** An immutable statement about a note: with its content, or redacted. Tell them apart with `isRedacted`. */
export type Revision = FullRevision | RedactedRevision;
/** What `makeRevision` takes: everything but the id, as plain strings. */
export type RevisionFields = Omit<v.InferInput<typeof FullRevision>, 'id'>;

/** Containers within `x`: the file may be 6 deep, and its head, list and revision take three of them. */
const MAX_DEPTH_OF_X = 3;

/** Checks the fields, sorts `parents`, computes the id and gives out a fresh frozen revision. */
export function makeRevision(fields: RevisionFields): FullRevision {
  const plain = wellFormed(plainCopy(fields));
  const parents = Array.isArray(plain.parents) ? [...new Set(plain.parents)].sort() : plain.parents;
  const checked = checkFull({ ...plain, parents, id: '0'.repeat(32) });
  const unknown = Object.keys(plain).find((key) => !Object.hasOwn(checked, key));
  if (unknown !== undefined)
    throw new NoteFault(
      unknown,
      (plain as Record<string, unknown>)[unknown],
      'unknown member',
      'put it under x'
    );
  return deepFreeze({ ...checked, id: revisionId(checked) });
}

/** The id that a full revision must have: a hash of all its other members. */
export function revisionId(revision: FullRevision): RevisionId {
  const { id: _id, ...rest } = revision;
  return digest(rest).slice(0, 32) as RevisionId;
}

/**
 * Copies a revision out of foreign data, member by known member, and checks its shape and limits. The id is
 * not recomputed here; `checkId` does that, because what comes from our own database need not pay for it.
 */
export function parseRevision(value: unknown): Revision {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw new NoteFault('', value, 'is not a revision:', 'a revision is an object');
  if (!('redacted' in value) || value.redacted !== true) return deepFreeze(checkFull(value));
  return deepFreeze(checked(RedactedRevision, value));
}

/** Throws when a full revision is not what its id was computed from; redacted ones are exempt. */
export function checkId(revision: Revision): void {
  if (isRedacted(revision)) return;
  let id: string;
  try {
    id = revisionId(revision);
  } catch (error) {
    throw new NoteFault(
      '',
      revision.id,
      `cannot be hashed (${String(error)}):`,
      'take the file from its writer again'
    );
  }
  if (id !== revision.id)
    throw new NoteFault(
      'id',
      revision.id,
      'does not match the content:',
      'it was changed after it was written'
    );
}

/** True for what stays of a revision whose content was withdrawn. */
export function isRedacted(revision: Revision): revision is RedactedRevision {
  return 'redacted' in revision;
}

/** The redacted form of a revision: its place in the history without its content. There is no way back. */
export function redact(revision: Revision): RedactedRevision {
  const { id, note, parents, hlc } = revision;
  return deepFreeze({ hlc, id, note, parents: [...parents], redacted: true });
}

/** The text of a revision, empty where it has none (deleted, redacted, or made by a newer version). */
export function textOf(revision: Revision): string {
  return isRedacted(revision) ? '' : (revision.body?.value ?? '');
}

function checkFull(value: unknown): FullRevision {
  const revision = checked(FullRevision, value);
  if (revision.op === 'put' && (!revision.body || !revision.motivation))
    throw new NoteFault(
      revision.body ? 'motivation' : 'body',
      undefined,
      'a "put" lacks it:',
      'say what and why'
    );
  if (revision.x === undefined) return revision;
  const x = plainCopy(revision.x);
  if (depthOf(x) > MAX_DEPTH_OF_X)
    throw new NoteFault('x', x, 'is nested too deeply:', `at most ${MAX_DEPTH_OF_X} levels`);
  return { ...revision, x };
}

function checked<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  // What the schema itself says of a text is for readers; of a type, the library says what was expected.
  const ours = issue.kind === 'validation' || issue.type === 'custom';
  const remedy = ours ? issue.message : `expected ${issue.expected}`;
  throw new NoteFault(v.getDotPath(issue) ?? '', issue.input, 'does not fit:', remedy);
}
