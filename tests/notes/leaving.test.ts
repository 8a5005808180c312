import { describe, expect, it } from 'vitest';
import { deletedAmong } from '../../src/notes/note.ts';
import { leavesInWords } from '../../src/views/notes/share/words.ts';
import { leaving } from '../../src/notes/leaving.ts';
import { merge } from '../../src/notes/merge.ts';
import { newNoteId } from '../../src/notes/newNote.ts';
import { redact } from '../../src/notes/revision.ts';
import type { Revision, RevisionFields } from '../../src/notes/revision.ts';
import { many, rev } from './sample.ts';

const LIST = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];
const upTo = (rank: number) => ({ upTo: rank, list: LIST });
const note = (over: Partial<RevisionFields> = {}) => rev({ note: newNoteId(), ...over });
const all = { what: 'all' } as const;

describe('what leaves', () => {
  it('[NL4] is every note up to the marking, and nothing above it', () => {
    const plain = note();
    const green = note({ marking: 'tlp:green' });
    const red = note({ marking: 'TLP:RED' });
    const unknown = note({ marking: 'EYES ONLY' });
    const set = [plain, green, red, unknown];
    const out = (rank: number) => leaving(set, all, upTo(rank)).revisions.map(({ id }) => id);
    expect(out(0)).toEqual([plain.id]);
    expect(out(2).sort()).toEqual([plain.id, green.id].sort());
    expect(out(5)).not.toContain(unknown.id);
    expect(out(6)).toHaveLength(4);
  });

  it('[NL5] is a note with its whole history or not at all: an earlier marking keeps it back', () => {
    const first = note({ marking: 'TLP:RED' });
    const second = rev({ note: first.note, parents: [first.id], marking: 'TLP:CLEAR' });
    expect(leaving([first, second], all, upTo(2))).toEqual({
      revisions: [],
      notes: 0,
      decks: 0,
      staying: [{ note: first.note, marking: 'TLP:RED', why: 'marking' }],
      marking: ''
    });
    const withdrawn = leaving([redact(first), second], all, upTo(2));
    expect(withdrawn).toMatchObject({ notes: 1, staying: [], marking: 'TLP:CLEAR' });
  });

  it('[NL5] holds back what names a note that stays: a reply, and the reply to it', () => {
    const red = note({ marking: 'TLP:RED' });
    const target = { briefing: 'b', edition: 'e', entity: 'JPN' };
    const reply = note({ target: { ...target, field: `note:${red.note}` }, motivation: 'linking' });
    const second = note({ target: { ...target, field: `note:${reply.note.toUpperCase()}` } });
    const quoting = note({ x: { seen: [{ id: red.id }] } });
    const other = note();
    const { revisions, staying } = leaving([red, reply, second, quoting, other], all, upTo(2));
    expect(revisions).toEqual([other]);
    expect(staying.map(({ why }) => why).sort()).toEqual(['marking', 'reference', 'reference', 'reference']);
  });

  it('[NL9] says that deleted texts and the speaker’s words go along, and of what people read that they do not', () => {
    const deck = note({ body: { type: 'deck', value: '{}' } });
    const gone = note();
    const deletion = rev({ note: gone.note, parents: [gone.id], op: 'delete' });
    const out = leaving([deck, note(), gone, deletion], all, upTo(6));
    expect(deletedAmong(out.revisions)).toEqual({ notes: 1, decks: 0 });
    expect(leavesInWords(out)).toMatch(
      /^2 notes and 1 deck of scenes leave, each with its whole history; the text of 1 deleted one goes along, .*; what the speaker says goes along with the deck; /
    );
    expect(leavesInWords(out, 'csv')).toMatch(
      /^What 1 note says now leaves, without earlier texts, what was deleted and decks of scenes; /
    );
    expect(deletedAmong([redact(gone), redact(deletion)])).toEqual({ notes: 0, decks: 0 });
  });

  it('[NL8] counts decks of scenes apart from notes', () => {
    const deck = note({ body: { type: 'deck', value: '{}' } });
    expect(leaving([deck, note(), note()], all, upTo(6))).toMatchObject({ notes: 2, decks: 1 });
    expect(leavesInWords(leaving([deck, note()], all, upTo(6)))).toMatch(
      /^1 note and 1 deck of scenes leave, /
    );
    expect(leavesInWords(leaving([deck], all, upTo(6)))).toMatch(/^1 deck of scenes leaves, /);
    expect(leavesInWords(leaving([], all, upTo(6)))).toBe('No note leaves.');
  });

  it('[NL6] is only what was asked for: mine by replica or by name, or some by name', () => {
    const mine = note({ hlc: '2025-11-03T09:14:22.123Z-0003-00000001', creator: { name: 'Other' } });
    const named = note({ hlc: '2025-11-03T09:14:22.123Z-0003-00000002', creator: { name: 'Me ' } });
    const theirs = note({ hlc: '2025-11-03T09:14:22.123Z-0003-00000003', creator: { name: 'Them' } });
    const answered = rev({ note: theirs.note, parents: [theirs.id], hlc: mine.hlc });
    const set = [mine, named, theirs];
    const who = { what: 'mine', replica: '00000001', author: 'Me' } as const;
    expect(leaving(set, who, upTo(6)).revisions).toEqual(merge([mine, named], []));
    expect(leaving([...set, answered], who, upTo(6)).notes).toBe(3);
    expect(leaving(set, { what: 'some', notes: [theirs.note] }, upTo(6)).revisions).toEqual([theirs]);
    expect(leaving(set, { ...who, author: '' }, upTo(6)).revisions).toEqual([mine]);
  });

  it('[NL6] says which of the asked-for notes stay, and the highest marking of those that leave', () => {
    const set: Revision[] = [
      note({ marking: 'TLP:RED' }),
      note({ marking: 'TLP:GREEN' }),
      note(),
      ...many(3)
    ];
    const { notes, staying, marking } = leaving(set, all, upTo(3));
    expect([notes, staying.length, marking]).toEqual([5, 1, 'TLP:GREEN']);
    expect(leaving(set, { what: 'some', notes: [set[2]!.note] }, upTo(3)).staying).toEqual([]);
  });
});
