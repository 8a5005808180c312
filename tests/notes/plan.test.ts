import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNotesFile } from '../../src/notes/file.ts';
import { merge } from '../../src/notes/merge.ts';
import { planImport, sparing } from '../../src/notes/plan.ts';
import { redact } from '../../src/notes/revision.ts';
import { damagedLines } from '../../src/ui/notesMessages.ts';
import { about, many, play, rev, runs, SEED, steps } from './sample.ts';

const file = (name: string, revisions: Parameters<typeof writeNotesFile>[0], over = {}) => ({
  name,
  text: writeNotesFile(revisions, { ...about, ...over })
});

describe('the plan of an import', () => {
  const [a, b, c] = many(3) as [ReturnType<typeof rev>, ReturnType<typeof rev>, ReturnType<typeof rev>];

  it('[N304] adds up several files in one report: new, known, damaged, refused', () => {
    const broken = file('broken', [c]);
    broken.text = broken.text.replace('note 2', 'note 3');
    const plan = planImport(
      [a],
      [file('one', [a, b]), file('two', [b, c]), broken, { name: 'three', text: 'no notes' }]
    );
    expect(plan).toMatchObject({ files: 4, fresh: merge([b, c], []), known: 1, alternatives: 0 });
    expect(plan.damaged.map(({ file: name, path }) => [name, path])).toEqual([
      ['broken', 'revisions[0].id'],
      ['broken', 'checksum']
    ]);
    expect(plan.refused).toEqual([{ file: 'three', why: expect.stringContaining('is not JSON') as string }]);
    expect(plan.read.map(({ name }) => name)).toEqual(['one', 'two', 'broken']);
  });

  it('[N81] lists any number of damaged parts, and a file that fails in an unforeseen way keeps no other out', () => {
    const entries = Array.from({ length: 130_000 }, () => '0').join();
    const text = file('x', []).text.replace('"revisions":[', `"revisions":[${entries}`);
    const plan = planImport(
      [],
      [{ name: 'many', text }, { name: 'odd', text: null as never }, file('one', [a])]
    );
    expect(plan.each.map(({ damaged }) => damaged)).toEqual([130_001, 0]);
    expect(damagedLines(plan.damaged).slice(-2)).toEqual([
      expect.stringMatching(/^many, change 100 .*: /),
      expect.stringMatching(/^and 129.902 more$/)
    ]);
    expect(plan.refused.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^The file: cannot be read \(TypeError: .*\)\. Export it anew\.$/)
    ]);
    expect(plan.fresh).toEqual([a]);
  });

  it('[N3] adds nothing the second time', () => {
    const plan = planImport([a, b], [file('one', [a, b])]);
    expect([plan.fresh, plan.known]).toEqual([[], 2]);
  });

  it('[NP20] names the notes whose text the files withdraw, and can be had without that', () => {
    const plan = planImport([a, b], [file('new', [redact(a), redact(c), b])]);
    expect(plan.withdraws).toEqual([a.note]);
    const spared = sparing(plan, [a, b]);
    expect(spared.fresh).toEqual([redact(c)]);
    expect(spared.withdraws).toEqual([]);
    expect(planImport([redact(a)], [file('again', [redact(a)])]).withdraws).toEqual([]);
  });

  it('[NP32] names a note that a withdrawn end unknown here would end, and can be had without it', () => {
    const on = (over = {}) => rev({ parents: [a.id], note: a.note, ...over });
    const ended = [redact(on()), on({ op: 'redact', body: undefined, motivation: undefined } as never)];
    for (const end of ended) {
      const plan = planImport([a], [file('forged', [end, b])]);
      expect(plan.withdraws).toEqual([a.note]);
      expect(sparing(plan, [a]).fresh).toEqual([b]);
      expect(planImport([], [file('new', [a, end])]).withdraws).toEqual([]);
    }
    const other = on({ body: { type: 'text', value: 'beside it' } });
    const mine = on({ body: { type: 'text', value: 'mine' } });
    const hides = redact(rev({ parents: [mine.id], note: a.note }));
    const plan = planImport([a, mine, other], [file('forged', [hides])]);
    expect([plan.withdraws, sparing(plan, [a, mine, other]).fresh]).toEqual([[a.note], []]);
  });

  it('[NP32] asks about no withdrawn version that a living text follows, nor about a deletion', () => {
    const mid = redact(rev({ parents: [a.id], note: a.note }));
    const next = rev({ parents: [mid.id], note: a.note, body: { type: 'text', value: 'goes on' } });
    const gone = rev({ parents: [mid.id], note: a.note, op: 'delete', body: undefined } as never);
    for (const end of [next, gone]) {
      const plan = planImport([a], [file('f', [mid, end])]);
      expect(plan.withdraws).toEqual([]);
      expect(sparing(plan, [a]).fresh).toEqual(merge([mid, end]));
    }
  });

  it('[NP21] names the notes that were deleted here and come back, since somebody changed them meanwhile', () => {
    const gone = rev({
      parents: [a.id],
      note: a.note,
      op: 'delete',
      body: undefined,
      motivation: undefined
    } as never);
    const theirs = rev({ parents: [a.id], note: a.note, body: { type: 'text', value: 'theirs' } });
    expect(planImport([a, gone, b], [file('f', [a, theirs, c])]).revives).toEqual([a.note]);
    expect(planImport([a, b], [file('f', [a, theirs, c])]).revives).toEqual([]);
    expect(planImport([a, gone], [file('f', [a, c])]).revives).toEqual([]);
  });

  it('[NP300] counts decks of scenes too, with two texts side by side or coming back', () => {
    const body = (value: string) => ({ type: 'deck', value }) as never;
    const deck = rev({ note: c.note, body: body('{}') });
    const [mine, theirs] = ['{"a":1}', '{"b":2}'].map((value) =>
      rev({ note: c.note, parents: [deck.id], body: body(value) })
    );
    expect(planImport([deck, mine!], [file('f', [theirs!])])).toMatchObject({
      alternatives: 1,
      each: [{ parted: [c.note] }]
    });
    const gone = rev({ note: c.note, parents: [deck.id], op: 'delete', body: undefined } as never);
    expect(planImport([deck, gone], [file('f', [deck, theirs!])]).revives).toEqual([c.note]);
  });

  it('[N3] never brings back what was redacted, and takes a redaction over', () => {
    expect(planImport([redact(a)], [file('old', [a])])).toMatchObject({ fresh: [], known: 1 });
    expect(planImport([a], [file('new', [redact(a)])])).toMatchObject({ fresh: [redact(a)], known: 0 });
  });

  it('[N305] counts the notes that have alternatives now and had none before', () => {
    const mine = rev({ parents: [a.id], note: a.note, body: { type: 'text', value: 'mine' } });
    const theirs = rev({ parents: [a.id], note: a.note, body: { type: 'text', value: 'theirs' } });
    const third = rev({ parents: [a.id], note: a.note, body: { type: 'text', value: 'third' } });
    expect(planImport([a, mine], [file('f', [a, theirs, b])]).alternatives).toBe(1);
    expect(planImport([a, mine, theirs], [file('f', [third])]).alternatives).toBe(0);
    expect(planImport([a], [file('f', [theirs])]).alternatives).toBe(0);
  });

  it('[N305] names, file by file, the notes that will have alternatives through it', () => {
    const edit = (value: string) => rev({ parents: [a.id], note: a.note, body: { type: 'text', value } });
    const plan = planImport([a, edit('mine')], [file('theirs', [a, edit('theirs')]), file('others', [a, b])]);
    expect(plan.each.map(({ name, parted }) => [name, parted])).toEqual([
      ['theirs', [a.note]],
      ['others', []]
    ]);
  });

  it('[NF301] names the briefing of each file, so that another one can be asked about', () => {
    const plan = planImport([], [file('f', [a], { briefing: 'lithium' })]);
    expect(plan.read).toEqual([{ name: 'f', about: { ...about, briefing: 'lithium' } }]);
  });

  it('[N3] of any files into any set only adds, and holds afterwards all that was in either', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const [own, ...others] = play(history).sets;
        const files = others.map((set, i) => file(`${i}`, set));
        const plan = planImport(own!, files);
        const after = merge(own!, plan.fresh);
        expect(after).toEqual([own!, ...others].reduce(merge, []));
        expect(planImport(after, files).fresh).toEqual([]);
      }),
      { seed: SEED, numRuns: runs(2_000, 60) }
    );
  });
});
