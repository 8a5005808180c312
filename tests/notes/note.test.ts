import { describe, expect, it, vi } from 'vitest';
import { attach } from '../../src/notes/anchor.ts';
import { notesFileName } from '../../src/notes/fileName.ts';
import { decksOf, deletedTexts, notesOf, writtenIn } from '../../src/notes/note.ts';
import { parseRevision, redact, textOf } from '../../src/notes/revision.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { many, rev } from './sample.ts';

const time = (minute: number) => `2025-11-03T09:${String(minute).padStart(2, '0')}:00.000Z-0000-7f3a9c21`;
const first = rev({ hlc: time(1) });
const edit = rev({ hlc: time(2), parents: [first.id], body: { type: 'text', value: 'mine' } });
const rival = rev({ hlc: time(3), parents: [first.id], body: { type: 'text', value: 'theirs' } });
const removal = rev({ hlc: time(4), parents: [first.id], op: 'delete' });
const one = (...revisions: Revision[]) => notesOf(revisions)[0]!;

describe('a note', () => {
  it('[N303] stays its writer’s when another undoes a deletion or moves it, and is whose words it holds once they change', () => {
    const body = { type: 'text', value: 'Ann’s words' } as const;
    const bob = { name: 'Bob' };
    const written = rev({ hlc: time(1), creator: { name: 'Ann' }, body });
    const gone = rev({ hlc: time(2), parents: [written.id], op: 'delete', creator: bob });
    const back = rev({ hlc: time(3), parents: [gone.id], creator: bob, body });
    const moved = rev({
      hlc: time(4),
      parents: [back.id],
      creator: bob,
      body,
      target: { briefing: 'rare-earth-deals', edition: '2025-11', entity: 'elsewhere' }
    });
    for (const all of [
      [written, gone, back],
      [written, gone, back, moved]
    ]) {
      const note = one(...all);
      expect(writtenIn(note, note.live[0]!)).toBe(written);
    }
    const changed = rev({
      hlc: time(5),
      parents: [moved.id],
      creator: bob,
      body: { type: 'text', value: 'Bob’s' }
    });
    const again = rev({ hlc: time(6), parents: [changed.id], creator: { name: 'Cy' }, body });
    const note = one(written, gone, back, moved, changed);
    expect(writtenIn(note, note.live[0]!)).toBe(changed);
    const last = one(written, gone, back, moved, changed, again);
    // Who writes the same words once more, after others, wrote them.
    expect(writtenIn(last, last.live[0]!)).toBe(again);
    expect(writtenIn(one(written, edit), written)).toBe(written);
  });

  it('[N91] with thousands of ends and of deleted texts that say the same is worked out in one pass', () => {
    const body = { type: 'text', value: 'the same' } as const;
    const at = (i: number) =>
      `2025-11-03T09:00:00.${String(i % 1_000).padStart(3, '0')}Z-000${(i / 1_000) | 0}-7f3a9c21`;
    const ends = Array.from({ length: 2_000 }, (_, i) => rev({ hlc: at(i), body }));
    const note = one(...ends);
    const gone = rev({ hlc: time(2), parents: ends.map(({ id }) => id), op: 'delete' });
    const deleted = one(...ends, gone);
    const read = vi.spyOn(JSON, 'stringify');
    expect(note.live.every((end) => writtenIn(note, end) === note.history.at(-1))).toBe(true);
    expect(deletedTexts(deleted)).toHaveLength(2_000);
    // Not each text once more for each of the ends.
    expect(read.mock.calls.length).toBeLessThan(5_000);
    read.mockRestore();
  });

  it('[NM30] shows its newest text, when it was made and when it was last changed', () => {
    const note = one(edit, first);
    expect(note.live.map(textOf)).toEqual(['mine']);
    expect([note.created, note.changed]).toEqual([time(1), time(2)]);
    expect([note.alternatives, note.deleted, note.redacted]).toEqual([false, false, false]);
    expect(note.history.map(({ id }) => id)).toEqual([edit.id, first.id]);
    expect(note.target?.entity).toBe('us-jpn-framework');
  });

  it('[N302] shows both texts, newest first, when two people changed it unseen', () => {
    const note = one(first, edit, rival);
    expect(note.alternatives).toBe(true);
    expect(note.live.map(textOf)).toEqual(['theirs', 'mine']);
  });

  it('[N302] has one text again after a revision that names both as parents', () => {
    const solved = rev({ hlc: time(5), parents: [edit.id, rival.id], body: { type: 'text', value: 'both' } });
    const note = one(first, edit, rival, solved);
    expect([note.alternatives, note.live.map(textOf)]).toEqual([false, ['both']]);
  });

  it('[N6] deleted by one and edited by another keeps the edit', () => {
    const note = one(first, edit, removal);
    expect([note.deleted, note.alternatives, note.live.map(textOf)]).toEqual([false, false, ['mine']]);
    expect(note.heads).toHaveLength(2);
  });

  it('[N6] deleted still holds its text and comes back with a revision on top of the deletion', () => {
    const gone = one(first, removal);
    expect([gone.deleted, gone.redacted, gone.live]).toEqual([true, false, []]);
    expect(gone.history.map(textOf)).toContain(textOf(first));
    const back = rev({ hlc: time(6), parents: [removal.id] });
    expect(one(first, removal, back).deleted).toBe(false);
  });

  it('[N6] deleted with two texts side by side gives both back, and with one only that', () => {
    const both = rev({ hlc: time(6), parents: [edit.id, rival.id], op: 'delete' });
    expect(deletedTexts(one(first, edit, rival, both)).map(textOf)).toEqual(['theirs', 'mine']);
    expect(deletedTexts(one(first, removal))).toEqual([first]);
    // Two people deleted it, one of them with an older text in sight.
    const other = rev({ hlc: time(7), parents: [edit.id], op: 'delete' });
    expect(deletedTexts(one(first, removal, edit, other)).map(textOf)).toEqual(['mine']);
    // Some of what a deletion names may not be here.
    expect(deletedTexts(one(first, rival, both)).map(textOf)).toEqual(['theirs']);
    const again = rev({ hlc: time(8), parents: [both.id], op: 'delete' });
    expect(deletedTexts(one(first, edit, rival, both, again))).toHaveLength(1);
  });

  it('[NM31] redacted has no text, and a target only while some revision still says it', () => {
    expect(one(redact(first))).toMatchObject({ redacted: true, deleted: false, live: [], target: undefined });
    expect(one(first, rev({ hlc: time(7), parents: [first.id], op: 'redact' })).redacted).toBe(true);
    expect(one(redact(edit), first).target?.entity).toBe('us-jpn-framework');
  });

  it('[NM31] redacted in one head still shows the other', () => {
    expect(one(first, redact(rival), edit)).toMatchObject({ redacted: false, live: [{ id: edit.id }] });
  });

  it('[NM301] with an op of a newer version is shown, not hidden', () => {
    expect(one(rev({ op: 'pin' })).live).toHaveLength(1);
  });

  it('[NM32] sorts notes by last change and takes 10,000 of them', () => {
    const all = many(10_000);
    const notes = notesOf(all);
    expect(notes).toHaveLength(10_000);
    expect(notes[0]!.note).toBe(all.at(-1)!.note);
  });
});

describe('attaching', () => {
  const known = (id: string) => id === 'new' || id === 'e10';
  const chain = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`e${i}`, `e${i + 1}`]));

  it('[N7] finds an entity that is there, and one that was renamed', () => {
    expect(attach({ entity: 'new' }, known, {})).toEqual({ state: 'attached', entity: 'new' });
    expect(attach({ entity: 'old' }, known, { old: 'mid', mid: 'new' })).toEqual({
      state: 'attached',
      entity: 'new'
    });
  });

  it('[N7] prefers the id itself to a renaming of it', () => {
    expect(attach({ entity: 'new' }, known, { new: 'e10' }).entity).toBe('new');
  });

  it('[N7] keeps what leads nowhere as unattached under its old id', () => {
    expect(attach({ entity: 'old' }, known, { old: 'mid' })).toEqual({ state: 'unattached', entity: 'old' });
    expect(attach({ entity: 'toString' }, known, {})).toEqual({ state: 'unattached', entity: 'toString' });
  });

  it('[N7] follows ten renamings, not eleven, and survives a circle', () => {
    expect(attach({ entity: 'e0' }, known, chain).state).toBe('attached');
    expect(attach({ entity: 'e11' }, known, chain).state).toBe('unattached');
    expect(attach({ entity: 'before' }, known, { ...chain, before: 'e0' }).state).toBe('unattached');
    expect(attach({ entity: 'a' }, known, { a: 'b', b: 'a' }).state).toBe('unattached');
  });
});

describe('the file name', () => {
  it('[NF300] says briefing, author and replica in plain ASCII', () => {
    expect(notesFileName('rare-earth-deals', 'Zoë Müller (J2)', '7f3a9c21')).toBe(
      'rare-earth-deals.zoe-muller-j2.7f3a9c21.notes.json'
    );
  });

  it('[NF300] is never empty, long or a path, whatever the author is called', () => {
    for (const author of ['', '田中', '../../etc', 'a'.repeat(500), 'CON', '\u202e<>:"|?*\0']) {
      const name = notesFileName('b', author, '7f3a9c21');
      expect(name).toMatch(/^b\.[a-z0-9]+(-[a-z0-9]+)*\.7f3a9c21\.notes\.json$/);
      expect(name.length).toBeLessThan(80);
    }
    expect(notesFileName('b', '田中', '7f3a9c21')).toBe('b.analyst.7f3a9c21.notes.json');
    const marked = (...more: string[]) => notesFileName('b', 'ada', '7f3a9c21', ...more);
    expect(marked('', 'TLP:AMBER+STRICT')).toBe('b.ada.7f3a9c21.TLP-AMBER-STRICT.notes.json');
    expect(marked('selection', 'TLP:RED')).toBe('b.ada.7f3a9c21.selection.TLP-RED.notes.json');
    expect(marked('', '機密')).toBe('b.ada.7f3a9c21.marked.notes.json');
    expect(marked('', '../..')).not.toContain('/');
  });
});

describe('a deck of scenes', () => {
  const deck = rev({
    note: '019a4952-1c5b-7000-8000-0000000000d1',
    target: { briefing: 'rare-earth-deals', edition: '2025-11', entity: 'rare-earth-deals' },
    body: { type: 'deck', value: '{"scenes":[],"title":"Mine"}' }
  });

  it('[NM40] is kept like a note and counted among the decks only, deleted or not', () => {
    const gone = rev({ ...deckFields(deck), op: 'delete', parents: [deck.id], hlc: time(9) });
    expect(notesOf([first, deck]).map(({ note }) => note)).toEqual([first.note]);
    expect(decksOf([first, deck]).map(({ note }) => note)).toEqual([deck.note]);
    expect(notesOf([first, deck, gone])).toHaveLength(1);
    expect(decksOf([first, deck, gone])[0]!.deleted).toBe(true);
  });

  it('[NM41] has at most 200 000 characters, ten times those of a note, and no other kind of body is read', () => {
    const long = (type: string, length: number) => ({ ...deck, body: { type, value: 'a'.repeat(length) } });
    expect(() => parseRevision(long('deck', 200_000))).not.toThrow();
    expect(() => parseRevision(long('deck', 200_001))).toThrow('at most 200000');
    expect(() => parseRevision(long('text', 20_001))).toThrow('at most 20000');
    expect(() => parseRevision(long('picture', 1))).toThrow('"deck"');
  });
});

function deckFields({ note, target }: ReturnType<typeof rev>) {
  return { note, target };
}
