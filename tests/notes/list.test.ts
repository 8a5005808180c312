import { describe, expect, test, vi } from 'vitest';
import {
  beginnings,
  choicesOf,
  countNotes,
  rowOf,
  siftNotes,
  type NoteSift,
  type Row
} from '../../src/notes/list.ts';
import { notesOf, type Note } from '../../src/notes/note.ts';
import type { Revision, RevisionFields } from '../../src/notes/revision.ts';
import { redact } from '../../src/notes/revision.ts';
import { beginningOf, byNoteId, repliesOf, replyField } from '../../src/notes/thread.ts';
import { many, rev } from './sample.ts';

const id = (n: number) => `019a4952-1c5b-7000-8000-${String(n).padStart(12, '0')}`;
const at = (n: number) => `2025-11-03T09:${String(n % 60).padStart(2, '0')}:00.000Z-0000-7f3a9c21`;
const write = (n: number, over: Partial<RevisionFields> & { text?: string; by?: string; on?: string }) => {
  const { text = `note ${n}`, by = 'Ada', on = 'deal-a', ...rest } = over;
  return rev({
    note: id(n),
    hlc: at(n),
    creator: { name: by },
    target: { briefing: 'rare-earth-deals', edition: '2025-11', entity: on },
    body: { type: 'text', value: text },
    ...rest
  });
};
const reply = (n: number, to: number) =>
  write(n, {
    motivation: 'linking',
    target: {
      briefing: 'rare-earth-deals',
      edition: '2025-11',
      entity: 'deal-a',
      field: replyField(id(to) as never)
    }
  });

const MARKINGS = ['Open', 'Limited'];

function rows(revisions: readonly Revision[]): Row[] {
  const notes = notesOf(revisions);
  const replies = repliesOf(notes);
  return notes.map((note) => {
    const entity = note.target?.entity;
    const known = entity !== 'gone';
    return rowOf(
      note,
      {
        entity: known ? entity : undefined,
        recordKind: known ? entity?.split('-')[0] : undefined,
        title: entity ?? '',
        changed: note.target?.was === 7
      },
      replies.get(note.note)?.length ?? 0,
      MARKINGS
    );
  });
}
const first = write(1, { text: 'Who pays the LOAN?', motivation: 'questioning' });
const all = [
  first,
  write(2, { text: 'Lenaïg doubts it', by: 'Bo', on: 'claim-b', marking: 'Limited' }),
  write(3, { on: 'gone', motivation: 'correcting' }),
  write(4, { motivation: 'questioning' }),
  reply(5, 4),
  write(6, { parents: [], text: 'mine' }),
  write(6, { hlc: at(7), by: 'Cy', text: 'theirs' }),
  write(8, {}),
  rev({
    note: id(8),
    hlc: at(9),
    parents: [write(8, {}).id],
    op: 'delete',
    target: { briefing: 'rare-earth-deals', edition: '2025-11', entity: 'deal-a' }
  }),
  write(10, { by: 'Di', on: 'site-c', marking: 'Unheard of' })
];
const numbers = (sift: NoteSift) =>
  siftNotes(rows(all), sift, MARKINGS).map((row) => Number(row.note.note.slice(-4)));

describe('the list of notes', () => {
  test.each<[NoteSift, number[]]>([
    [{}, [10, 6, 5, 4, 3, 2, 1]],
    [{ words: 'loan PAYS' }, [1]],
    [{ words: 'lenaig' }, [2]],
    [{ words: 'theirs cy' }, [6]],
    [{ words: 'nothing like it' }, []],
    [{ kind: 'questioning' }, [4, 1]],
    [{ by: 'Cy' }, [6]],
    [{ about: 'claim-b' }, [2]],
    [{ about: 'site' }, [10]],
    [{ marking: 'Limited' }, [2]],
    [{ marking: 'none', kind: 'correcting' }, [3]],
    [{ only: 'open' }, [1]],
    [{ only: 'alternatives' }, [6]],
    [{ only: 'unattached' }, [3]],
    [{ only: 'deleted' }, [8]]
  ])('[N27] %j leaves what it says', (sift, left) => {
    expect(numbers(sift)).toEqual(left);
  });

  test('[N27] orders by target, by author, and by marking with an unknown text as the highest', () => {
    expect(numbers({ order: 'target' })).toEqual([2, 6, 5, 4, 1, 3, 10]);
    expect(numbers({ order: 'author' }).slice(-2)).toEqual([6, 10]);
    expect(numbers({ order: 'marking' }).slice(0, 2)).toEqual([10, 2]);
  });

  test('[N85] ranks a note by the highest marking of its texts, in whatever letters it is written', () => {
    const list = rows([
      write(1, { marking: 'Open' }),
      write(2, { hlc: at(5), marking: 'Open', text: 'newer' }),
      write(2, { marking: ' limited' }),
      write(3, { hlc: at(6), marking: '  ' }),
      write(4, { marking: 'LIMITED' })
    ]);
    const order = siftNotes(list, { order: 'marking' }, MARKINGS);
    expect(order.map((row) => [Number(row.note.note.slice(-4)), row.marking])).toEqual([
      [2, 'limited'],
      [4, 'LIMITED'],
      [1, 'Open'],
      [3, '  ']
    ]);
  });

  test('[N314] there is to choose what the notes have, in order, and nothing that has no name', () => {
    const { authors, markings, kinds } = choicesOf(rows(all));
    for (const list of [authors, markings, kinds]) {
      expect(list.length).toBeGreaterThan(0);
      expect(list).toEqual([...new Set(list)].filter(Boolean).sort());
    }
    expect(authors).toContain('Ada');
  });

  test('[N27] counts what each choice would leave', () => {
    expect(countNotes(rows(all))).toEqual({
      alive: 7,
      open: 1,
      alternatives: 1,
      unattached: 1,
      changed: 0,
      deleted: 1
    });
  });

  test('[N59] a deleted note keeps its kind, its words and who wrote it in the list', () => {
    const gone = write(1, { hlc: at(9), op: 'delete', parents: [first.id], by: 'Bo' });
    const { body, motivation, ...deletion } = gone as unknown as RevisionFields & { id: string };
    expect([body, motivation]).toBeDefined();
    const { id: _id, ...fields } = deletion;
    const [row] = rows([first, rev(fields)]);
    expect([row!.note.deleted, row!.kind, row!.authors]).toEqual([true, 'questioning', ['Ada']]);
  });

  test('[N27] a note whose texts were all withdrawn is listed with the deleted ones', () => {
    expect(siftNotes(rows([redact(first)]), { only: 'deleted' })).toHaveLength(1);
    expect(siftNotes(rows([redact(first)]), {})).toEqual([]);
  });

  test('[N27] ten thousand notes go through every choice', () => {
    const list = rows(many(10_000));
    expect(siftNotes(list, { words: 'note 99' })).toHaveLength(
      list.filter((r) => r.haystack.includes('99')).length
    );
    expect(siftNotes(list, { order: 'target' })).toHaveLength(10_000);
  });
});

describe('threads', () => {
  test('[N58] a reply to a withdrawn note stands where it says itself, since the note no longer says where', () => {
    const notes = notesOf([redact(write(1, {})), reply(2, 1), reply(3, 2)]);
    const byId = new Map(notes.map((note) => [note.note, note]));
    expect(beginningOf(byId.get(id(3) as never)!, byId).note).toBe(id(2));
    expect(beginningOf(byId.get(id(3) as never)!, byId, () => true).note).toBe(id(1));
  });

  test('[N28] replies stand under what they answer, oldest first, and out of the list when that is in it', () => {
    const list = rows([...all, reply(11, 4)]);
    const replies = repliesOf(list.map((row) => row.note));
    expect(replies.get(id(4) as never)?.map((note) => Number(note.note.slice(-4)))).toEqual([5, 11]);
    expect(beginnings(list).some((row) => row.note.note === id(5))).toBe(false);
    expect(beginnings(rows([reply(5, 4)]))).toHaveLength(1);
  });

  test('[N90] thousands of replies in a row are led back each, and a ring has no beginning', () => {
    const chain = [write(1, {}), ...Array.from({ length: 6_000 }, (_, i) => reply(i + 2, i + 1))];
    const ring = [7_001, 7_002, 7_003].map((n) => reply(n, n === 7_003 ? 7_001 : n + 1));
    const notes = notesOf([...chain, ...ring]);
    const byId = byNoteId(notes);
    const known = new Map<Note, Note>();
    // A view may still ask for a note as it was.
    const before = { ...byId.get(id(1) as never)! };
    expect(beginningOf(before, byId, undefined, known)).toBe(before);
    const looked = vi.spyOn(byId, 'get');
    const begin = notes.filter((note) => beginningOf(note, byId, undefined, known) === note);
    expect(looked.mock.calls.length).toBeLessThan(7_000);
    expect(begin.map(({ note }) => note)).toEqual([id(1)]);
  });

  test('[N28] a thread leads back to its beginning, and a forged ring ends', () => {
    const notes = notesOf([write(1, {}), reply(2, 1), reply(3, 2), reply(4, 5), reply(5, 4)]);
    const byId = new Map(notes.map((note) => [note.note, note]));
    expect(beginningOf(byId.get(id(3) as never)!, byId).note).toBe(id(1));
    expect([id(4), id(5)]).toContain(beginningOf(byId.get(id(4) as never)!, byId).note);
  });
});
