import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotesFile, writeNotesFile } from '../../src/notes/file.ts';
import { gain, merge } from '../../src/notes/merge.ts';
import { isRedacted, redact } from '../../src/notes/revision.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { undoable } from '../../src/notes/undo.ts';
import { withdrawFrom } from '../../src/notes/withdraw.ts';
import { about, many, play, rev, SEED, soak, steps } from './sample.ts';

const text = (value: string) => ({ body: { type: 'text' as const, value } });

describe('undoing an import', () => {
  const first = rev();
  const second = rev({ parents: [first.id], ...text('second') });
  const third = rev({ parents: [second.id], ...text('third') });

  it('[NU1] takes out what it added, and nothing that was held before', () => {
    const [held] = many(1);
    expect(undoable([first.id, second.id], [held!, first, second])).toEqual({
      goes: [first.id, second.id],
      stays: []
    });
  });

  it('[NU2] keeps what something since builds on, by way of others too', () => {
    expect(undoable([first.id, second.id], [first, second, third])).toEqual({
      goes: [],
      stays: [first.id, second.id]
    });
    const beside = rev({ parents: [first.id], ...text('beside') });
    expect(undoable([first.id, second.id, beside.id], [first, second, third, beside])).toMatchObject({
      goes: [beside.id]
    });
  });

  it('[NU3] never takes out a redacted form, nor what leads to it', () => {
    expect(undoable([first.id, second.id], [first, redact(second)])).toEqual({
      goes: [],
      stays: [first.id, second.id]
    });
  });

  it('[NU4] names nothing that is not held, and ends on a ring of parents', () => {
    const [a, b] = [redact(first), redact(second)];
    const ring: Revision[] = [
      { ...a, parents: [b.id] },
      { ...b, parents: [a.id] }
    ];
    expect(undoable([first.id, second.id, third.id], ring)).toEqual({ goes: [], stays: [a.id, b.id] });
    expect(undoable([third.id], [])).toEqual({ goes: [], stays: [] });
  });

  it('[N306] after any history leaves every older revision, and no parent of what stays is missing', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const held = play(before).sets.reduce(merge, []);
        const brought = gain(
          new Map(held.map((one) => [one.id, one])),
          play([...before, ...after]).sets.reduce(merge, [])
        );
        const all = merge(held, brought);
        const { goes, stays } = undoable(
          brought.map(({ id }) => id),
          all
        );
        const gone = new Set<string>(goes);
        const left = all.filter(({ id }) => !gone.has(id));
        expect(goes.length + stays.length).toBe(brought.length);
        for (const one of held)
          if (!brought.some(({ id }) => id === one.id)) expect(left).toContainEqual(one);
        for (const one of left) for (const parent of one.parents) expect(gone.has(parent)).toBe(false);
        for (const one of all) if (isRedacted(one)) expect(left).toContainEqual(one);
      }),
      { seed: SEED, numRuns: soak ? 3_000 : 60 }
    );
  });
});

describe('withdrawing a note from a file', () => {
  it('[NW1] leaves its place and not one letter of its text', () => {
    const [kept, secret] = many(2);
    const later = rev({ note: secret!.note, parents: [secret!.id], ...text('the agent is Margarethe') });
    const file = writeNotesFile([kept!, secret!, later], about);
    const without = withdrawFrom(file, new Set([secret!.note]))!;
    expect(without).not.toContain('Margarethe');
    expect(readNotesFile(without)).toMatchObject({
      damaged: [],
      revisions: merge([kept!, redact(secret!), redact(later)], [])
    });
  });

  it('[NW2] changes nothing in a file without it, and refuses one that cannot be read whole', () => {
    const [kept, secret] = many(2);
    const file = writeNotesFile([kept!, redact(secret!)], about);
    expect(withdrawFrom(file, new Set([secret!.note]))).toBeUndefined();
    expect(() => withdrawFrom(file.replace('note 0', 'note 7'), new Set([secret!.note]))).toThrow(/damaged/);
  });
});
