import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withChanges } from '../../src/notes/changes.ts';
import { merge } from '../../src/notes/merge.ts';
import { notesOf } from '../../src/notes/note.ts';
import { NoteIndex } from '../../src/notes/noteIndex.ts';
import { redact } from '../../src/notes/revision.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { many, play, rev, SEED, soak, steps } from './sample.ts';

const onTarget = new Map<string, string>();
const entityOf = ({ note, target }: { note: string; target: unknown }) =>
  target === undefined ? undefined : (onTarget.get(note) ?? `record ${note.slice(-1)}`);
const sets = fc.array(steps, { minLength: 1, maxLength: 4 });

describe('the index of notes', () => {
  it('[NI1] gives the same notes as working all of them out, after any changes, in and out', () => {
    fc.assert(
      fc.property(sets, (histories) => {
        const index = new NoteIndex(entityOf);
        for (const history of [...histories, []]) {
          const revisions = play(history).sets.reduce(merge, []);
          expect(index.update(revisions)).toEqual(new NoteIndex(entityOf).update(revisions));
          expect(index.update(revisions).notes).toEqual(notesOf(revisions));
        }
      }),
      { seed: SEED, numRuns: soak ? 2_000 : 60 }
    );
  });

  it('[NI2] leaves every note that did not change the same object', () => {
    const index = new NoteIndex(entityOf);
    const revisions = merge(many(20), []);
    const before = index.update(revisions).notes;
    const edit = rev({ note: before[3]!.note, parents: before[3]!.heads.map(({ id }) => id) });
    const after = index.update(merge(revisions, [edit])).notes;
    expect(after.filter((note) => !before.includes(note))).toHaveLength(1);
  });

  it('[NI3] works out 2,000 new notes at once, and one more, as from the start', () => {
    const index = new NoteIndex(entityOf);
    const all = merge(many(2_001), []);
    index.update(all.slice(0, 2_000));
    const grown = index.update(all);
    expect(grown.notes).toEqual(notesOf(all));
    expect([...grown.byEntity.values()].flat()).toHaveLength(2_001);
  });
});

describe('changes to a sorted list of revisions', () => {
  const pool: Revision[] = many(8).flatMap((full) => [full, redact(full)]);
  it('[NI4] put in, replace and take out, and keep the order', () => {
    const set = fc.array(fc.constantFrom(...pool), { maxLength: 12 });
    fc.assert(
      fc.property(set, set, fc.array(fc.constantFrom(...pool), { maxLength: 4 }), (held, put, out) => {
        const start = merge(held, []);
        const changes = new Map<string, Revision | undefined>([
          ...put.map((one): [string, Revision] => [one.id, one]),
          ...out.map((one): [string, undefined] => [one.id, undefined])
        ]);
        const want = new Map<string, Revision>(start.map((one) => [one.id, one]));
        for (const [id, one] of changes)
          if (one) want.set(id, one);
          else want.delete(id);
        expect(withChanges(start, changes)).toEqual(
          [...want.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
        );
      }),
      { seed: SEED, numRuns: 200 }
    );
  });
});
