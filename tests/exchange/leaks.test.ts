import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPage } from '../../src/exchange/copy.ts';
import { notesAnnotations } from '../../src/exchange/notesAnnotations.ts';
import { notesCsv } from '../../src/exchange/notesCsv.ts';
import { notesMarkdown } from '../../src/exchange/notesMarkdown.ts';
import { writeNotesFile } from '../../src/notes/file.ts';
import { leaving } from '../../src/notes/leaving.ts';
import { rank } from '../../src/notes/marking.ts';
import { notesOf } from '../../src/notes/note.ts';
import { redact } from '../../src/notes/revision.ts';
import type { FullRevision, Revision } from '../../src/notes/revision.ts';
import { about, rev, SEED, soak } from '../notes/sample.ts';
import { head, LIST, page } from './notesSample.ts';

const MARKINGS = [undefined, '', ...LIST, 'tlp:red ', 'EYES ONLY', '\u200bTLP:CLEAR'];

/** Every member that can carry a text carries one that occurs nowhere else; so each can be looked for in the bytes. */
function planted(turn: number, over: Partial<Revision>, marking: string | undefined): FullRevision {
  const secret = (what: string) => `secret${what}z${turn}z`;
  return rev({
    creator: { name: secret('name'), org: secret('org') },
    target: {
      briefing: 'rare-earth-deals',
      edition: secret('edition'),
      entity: secret('entity'),
      field: secret('field'),
      was: secret('was')
    },
    body: { type: 'text', value: secret('text') },
    assess: { scale: 'PHIA-2025', likelihood: secret('likely'), confidence: secret('sure') },
    x: { deep: { [secret('key')]: secret('x') } },
    ...(marking === undefined ? {} : { marking }),
    ...(over as object)
  });
}

const step = fc.record({
  note: fc.nat(5),
  marking: fc.constantFrom(...MARKINGS),
  op: fc.constantFrom('put', 'put', 'put', 'delete', 'pin'),
  deck: fc.boolean(),
  concurrent: fc.boolean(),
  redact: fc.integer({ min: 0, max: 9 }),
  reply: fc.option(fc.nat(5), { nil: undefined })
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const noteId = (n: number) => `019a4952-1c5b-7000-8000-00000000000${n}` as Revision['note'];

function play(history: readonly Step[]): { set: Revision[]; full: FullRevision[] } {
  const set: Revision[] = [];
  const full: FullRevision[] = [];
  history.forEach((at, turn) => {
    const before = set.filter(({ note }) => note === noteId(at.note)).at(-1);
    const parents = before && !at.concurrent ? [before.id] : [];
    const made = planted(
      turn,
      { note: noteId(at.note), parents, op: at.op } as Partial<Revision>,
      at.marking
    );
    const answering =
      at.reply === undefined
        ? made
        : rev({
            ...withoutId(made),
            target: { ...made.target, field: `note:${noteId(at.reply)}` }
          });
    full.push(answering);
    set.push(at.redact === 0 ? redact(answering) : answering);
  });
  return { set, full };
}

const withoutId = ({ id: _id, ...rest }: FullRevision) => rest;

describe('no export', () => {
  it('[NL7] of any format holds a byte of a note above the chosen marking, and the notes file holds all below it', () => {
    let withheld = 0;
    let left = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), fc.nat(LIST.length + 1), (history, upTo) => {
        const { set, full } = play(history);
        const { revisions, marking, staying } = leaving(set, { what: 'all' }, { upTo, list: LIST });
        const notes = notesOf(revisions);
        const file = writeNotesFile(revisions, { ...about, marking });
        const told = { ...head, highest: marking };
        const exports = {
          file,
          copy: copyPage(page(), file),
          markdown: notesMarkdown(notes, told),
          csv: notesCsv(notes, told),
          annotations: notesAnnotations(notes, told)
        };
        const high = full.filter((revision) => set.includes(revision) && rank(revision.marking, LIST) > upTo);
        const kept = new Set(staying.map(({ note }) => note));
        for (const [format, text] of Object.entries(exports)) {
          for (const revision of full) {
            if (!kept.has(revision.note)) continue;
            const turn = full.indexOf(revision);
            const found = text.match(new RegExp(`secret[a-z]+z${turn}z`, 'g'));
            expect(found, `${format}: ${revision.marking}`).toBeNull();
            expect(text, format).not.toContain(revision.id);
            expect(text, format).not.toContain(revision.note);
          }
        }
        for (const revision of high) expect(kept).toContain(revision.note);
        for (const revision of set)
          if (!kept.has(revision.note)) expect(file).toContain(`"id":"${revision.id}"`);
        withheld += kept.size;
        left += notes.length;
      }),
      { seed: SEED, numRuns: soak ? 5_000 : 150 }
    );
    expect(Math.min(withheld, left)).toBeGreaterThan(50);
  });
});
