import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gain, heads, merge } from '../../src/notes/merge.ts';
import { isRedacted, redact } from '../../src/notes/revision.ts';
import type { Revision, RevisionId } from '../../src/notes/revision.ts';
import { many, play, rev, runs, SEED, steps } from './sample.ts';

const pool: Revision[] = many(12).flatMap((full) => [
  full,
  redact(full),
  { ...redact(full), parents: [full.id] }
]);
const set = fc.array(fc.constantFrom(...pool), { maxLength: 20 });
const options = { seed: SEED, numRuns: runs(10_000, 300) };

describe('merge', () => {
  it('[NM20] is commutative', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(merge(a, b)).toEqual(merge(b, a));
      }),
      options
    );
  });

  it('[NM20] is associative', () => {
    const law = (a: Revision[], b: Revision[], c: Revision[]) => {
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
    };
    fc.assert(fc.property(set, set, set, law), options);
  });

  it('[NM20] is idempotent', () => {
    fc.assert(
      fc.property(set, (a) => {
        expect(merge(merge(a, a), a)).toEqual(merge(a, []));
      }),
      options
    );
  });

  it('[NM21] is a union sorted by id: every id of both sides, once', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const ids = merge(a, b).map(({ id }) => id as string);
        expect(ids).toEqual([...new Set([...a, ...b].map(({ id }) => id as string))].sort());
      }),
      options
    );
  });

  it('[NM22] lets a redacted form win over the full one, from either side', () => {
    const full = rev();
    expect(merge([full], [redact(full)])).toEqual([redact(full)]);
    expect(merge([redact(full)], [full])).toEqual([redact(full)]);
  });

  it('[NM22] gains from new ids and from redactions only', () => {
    const [a, b] = [rev(), rev({ op: 'delete' })];
    const held = new Map<string, Revision>([[a.id, a]]);
    expect(gain(held, [a])).toEqual([]);
    expect(gain(held, [a, b, b])).toEqual([b]);
    expect(gain(held, [redact(a)])).toEqual([redact(a)]);
    expect(gain(new Map([[a.id, redact(a)]]), [a])).toEqual([]);
  });

  it('[NM22] gains nothing from the same revision whose members come in another order', () => {
    const a = rev();
    const turned = Object.fromEntries(Object.entries(a).reverse()) as Revision;
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(a));
    expect(gain(new Map([[a.id, a]]), [turned])).toEqual([]);
    expect(gain(new Map([[a.id, turned]]), [a])).toEqual([]);
    expect(merge([a], [turned])[0]).toBe(a);
  });

  it('[NM22] takes the same one of two forged forms of an id, whichever comes first', () => {
    const a = rev();
    const one: Revision = { ...a, marking: 'A' };
    const two: Revision = { ...a, marking: 'B' };
    expect(merge([one], [two])).toEqual([two]);
    expect(merge([two], [one])).toEqual([two]);
  });

  it('[NM23] takes 10,000 revisions, half of them twice, and keeps each once', () => {
    const all = many(10_000);
    expect(merge(all, all.slice(5_000))).toHaveLength(10_000);
  });
});

describe('heads', () => {
  const first = rev();
  const second = rev({ parents: [first.id], body: { type: 'text', value: 'second' } });
  const other = rev({ parents: [first.id], body: { type: 'text', value: 'other' } });
  const solved = rev({ parents: [second.id, other.id], body: { type: 'text', value: 'solved' } });
  const ids = (revisions: Revision[]) => revisions.map(({ id }) => id).sort();

  it('[NM24] are the revisions that no revision names as parent', () => {
    expect(ids(heads([first], first.note))).toEqual([first.id]);
    expect(ids(heads([second, first], first.note))).toEqual([second.id]);
    expect(ids(heads([first, second, other], first.note))).toEqual(ids([second, other]));
    expect(ids(heads([first, second, other, solved], first.note))).toEqual([solved.id]);
  });

  it('[NM24] include deletions and redacted revisions', () => {
    const deleted = rev({ parents: [first.id], op: 'delete' });
    expect(ids(heads([first, second, deleted], first.note))).toEqual(ids([second, deleted]));
    expect(heads([first, redact(second)], first.note)).toEqual([redact(second)]);
  });

  it('[NM25] of one note are not taken away by another note that names them as parents', () => {
    const stranger = rev({ note: '019a4952-1c5b-7000-8000-00000000ffff', parents: [first.id] });
    expect(ids(heads([first, stranger], first.note))).toEqual([first.id]);
  });

  it('[NM26] are all revisions where forged ones form a ring, so that no note disappears', () => {
    const [a, b] = [redact(first), redact(second)];
    const ring: Revision[] = [
      { ...a, parents: [b.id] },
      { ...b, parents: [a.id] }
    ];
    expect(ids(heads(ring, first.note))).toEqual(ids(ring));
  });

  it('[N5] of every note exist after any history, and every text two people wrote unseen is among them', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { sets, written } = play(history);
        const all = sets.reduce(merge, []);
        const named = new Set(written.flatMap(({ parents }) => parents as RevisionId[]));
        for (const { id, note } of written) {
          const tops = heads(all, note).map((head) => head.id);
          expect(tops.length).toBeGreaterThan(0);
          if (!named.has(id)) expect(tops).toContain(id);
        }
      }),
      { seed: SEED, numRuns: runs(5_000, 150) }
    );
  });

  it('[NM27] nothing that four replicas with jumping clocks wrote is ever lost, only redacted', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { sets, written, redacted } = play(history);
        const forward = sets.reduce(merge, []);
        expect([...sets].reverse().reduce(merge, [])).toEqual(forward);
        const byId = new Map(forward.map((revision) => [revision.id, revision]));
        for (const made of written) {
          const kept = byId.get(made.id);
          if (redacted.has(made.id)) expect(kept && isRedacted(kept)).toBe(true);
          else expect(kept).toEqual(made);
        }
      }),
      { seed: SEED, numRuns: runs(5_000, 150) }
    );
  });
});
