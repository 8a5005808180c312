import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NotesFileError } from '../../src/notes/fault.ts';
import { readNotesFile, writeNotesFile } from '../../src/notes/file.ts';
import { readDeck } from '../../src/model/deck.ts';
import { MAX_BYTES } from '../../src/notes/limits.ts';
import { merge } from '../../src/notes/merge.ts';
import { allOf, decksOf, notesOf } from '../../src/notes/note.ts';
import { NoteIndex } from '../../src/notes/noteIndex.ts';
import { isRedacted, redact, revisionId, textOf } from '../../src/notes/revision.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { MAX_DECK } from '../../src/notes/schema.ts';
import { about, many, rev, runs, SEED } from './sample.ts';

const notes = many(4);
const good = writeNotesFile([...notes, redact(rev())], about);
const withEntry = (json: string) => good.replace('"revisions":[\n', `"revisions":[\n${json},\n`);
const refusal = (text: string): string => {
  try {
    readNotesFile(text);
  } catch (error) {
    if (error instanceof NotesFileError) return error.message;
    throw error;
  }
  return '';
};

describe('a hostile or broken notes file', () => {
  const foreign: [string, string, RegExp][] = [
    ['an empty file', '', /is empty/],
    ['white space', ' \r\n\t', /is empty/],
    ['prose', 'Dear colleague', /is not JSON/],
    ['a list', '[]', /does not say "lodestone-notes"/],
    ['null', 'null', /does not say "lodestone-notes"/],
    ['another format', '{"format":"other","revisions":[]}', /does not say "lodestone-notes"/],
    [
      'a format that is inherited',
      '{"__proto__":{"format":"lodestone-notes","revisions":[]}}',
      /does not say/
    ],
    [
      'revisions that are no list',
      '{"format":"lodestone-notes","version":1,"revisions":{}}',
      /is not a list/
    ],
    ['brackets that close too often', '{}}', /is not JSON/]
  ];
  for (const [what, text, message] of foreign)
    it(`[NF20] refuses ${what} with a sentence that says how to mend it`, () => {
      expect(refusal(text)).toMatch(message);
      expect(refusal(text)).toMatch(/^.+: .+\. .+\.$/);
    });

  it('[NF21] refuses a depth bomb before it is parsed, and takes the depth that is allowed', () => {
    const bomb = `{"format":"lodestone-notes","revisions":${'['.repeat(5_000_000)}`;
    const parse = vi.spyOn(JSON, 'parse');
    expect(refusal(bomb)).toMatch(/nested deeper than 6/);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
    expect(refusal('[[[[[[[]]]]]]]')).toMatch(/nested deeper/);
    expect(refusal('[[[[[[]]]]]]')).toMatch(/does not say/);
    expect(readNotesFile(writeNotesFile([rev({ x: { a: { b: {} } } })], about)).damaged).toEqual([]);
  });

  it('[NF21] does not take brackets within a text for depth', () => {
    const brackets = rev({ body: { type: 'text', value: `${'[{'.repeat(50)} \\" [ \\\\` } });
    expect(readNotesFile(writeNotesFile([brackets], about)).revisions).toEqual([brackets]);
  });

  it('[NF22] refuses 51 MB before it is parsed, counted in bytes, and takes 50 MB', () => {
    const padded = (pad: string, count: number) => good.trimEnd().replace(/\}$/, `${pad.repeat(count)}}`);
    expect(refusal(padded(' ', 51_000_000))).toMatch(/more than 50 MB/);
    expect(refusal('ä'.repeat(MAX_BYTES / 2 + 1))).toMatch(/more than 50 MB/);
    expect(refusal('€'.repeat(Math.ceil(MAX_BYTES / 3)))).toMatch(/more than 50 MB/);
    expect(refusal('😀'.repeat(MAX_BYTES / 4 + 1))).toMatch(/more than 50 MB/);
    expect(refusal('😀'.repeat(MAX_BYTES / 4))).toMatch(/is not JSON/);
    expect(refusal('€'.repeat(Math.floor(MAX_BYTES / 3)))).toMatch(/is not JSON/);
    expect(
      readNotesFile(padded(' ', MAX_BYTES - new TextEncoder().encode(good).length)).revisions
    ).toHaveLength(5);
  });

  it('[NF22] is not written either when it would be too large to read', () => {
    const large = (bytes: number) =>
      writeNotesFile([{ ...notes[0]!, x: { large: 'a'.repeat(bytes) } }], about);
    expect(() => large(MAX_BYTES)).toThrow(NotesFileError);
    expect(() => large(MAX_BYTES - 500)).toThrow(NotesFileError); // The entry would fit, the whole file does not.
  });

  it('[NF23] cut off at any place is refused as cut off, and never taken for a whole file', () => {
    const whole = good.trimEnd();
    for (let at = 1; at < whole.length; at += 1) expect(refusal(whole.slice(0, at))).toMatch(/cut off/);
    expect(refusal(whole)).toBe('');
  });

  it('[NF23] cut off within a UTF-8 character is refused too', () => {
    const bytes = new TextEncoder().encode(
      writeNotesFile([rev({ body: { type: 'text', value: '田😀é' } })], about)
    );
    for (let at = 2; at < bytes.length - 1; at += 1)
      expect(refusal(new TextDecoder().decode(bytes.slice(0, at)))).toMatch(/cut off/);
  });

  it('[NF24] with CRLF or a byte order mark reads like the same file without', () => {
    const plain = readNotesFile(good);
    expect(readNotesFile(good.replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(readNotesFile(`\ufeff${good}`)).toEqual(plain);
    expect(plain.damaged).toEqual([]);
  });

  it('[NF25] in UTF-16 is refused by name, whichever end comes first', () => {
    const little = Buffer.from(`\ufeff${good}`, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16(), little.subarray(2)])
      expect(refusal(new TextDecoder().decode(bytes))).toMatch(/UTF-16/);
  });

  it('[NF26] with script text gives it out as plain text, letter by letter', () => {
    const value = '<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1) {{x}} =1+1';
    const [note] = readNotesFile(writeNotesFile([rev({ body: { type: 'text', value } })], about)).revisions;
    expect(note && textOf(note)).toBe(value);
  });

  it('[NF27] with __proto__ anywhere changes nothing but itself', () => {
    const [first] = notes;
    const entry = `{"__proto__":{"polluted":1,"redacted":true},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(first).slice(1)}`;
    const { revisions } = readNotesFile(withEntry(entry).replace('{', '{"__proto__":{"polluted":1},'));
    const taken = revisions.find(({ id }) => id === first!.id)!;
    expect(taken).toEqual(first);
    expect(Object.getPrototypeOf(taken)).toBe(Object.prototype);
    expect(Object.hasOwn(taken, '__proto__')).toBe(false);
    expect('polluted' in {}).toBe(false);
  });

  it('[NF27] with an own __proto__ within x keeps it as a member like any other', () => {
    const made = rev({ x: JSON.parse('{"__proto__":{"polluted":1}}') as Record<string, unknown> });
    const [read] = readNotesFile(writeNotesFile([made], about)).revisions;
    const x = read && !isRedacted(read) ? read.x! : {};
    expect(Object.getOwnPropertyNames(x)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(x)).toBe(Object.prototype);
    expect('polluted' in x).toBe(false);
  });

  it('[NF28] with wrong types in every member of a revision lists it and throws nothing else', () => {
    const values = [null, true, 7, -1e308, '', 'x', [], {}, [[]], [null], { type: 'text' }, '\ud800'];
    for (const member of [...Object.keys(notes[0]!), 'redacted', 'x', 'assess', 'marking'])
      for (const value of values) {
        const entry = { ...many(1)[0]!, [member]: value };
        const { revisions, damaged } = readNotesFile(withEntry(JSON.stringify(entry)));
        expect(revisions.length + damaged.filter(({ path }) => path.startsWith('revisions[0]')).length).toBe(
          6
        );
      }
  });

  const decks: [what: string, value: unknown, sound: boolean][] = [
    ['script text', '{"title":"<script>alert(1)</script>","scenes":[]}', true],
    ['a scene that leaves the page', '{"title":"","scenes":[{"state":"javascript:alert(1)"}]}', true],
    ['no JSON', '{', true],
    ['an own __proto__', '{"__proto__":{"polluted":1},"title":"","scenes":[]}', true],
    ['a depth bomb', '['.repeat(MAX_DECK), true],
    ['an object in place of its text', { title: '', scenes: [] }, false],
    ['more than 200,000 characters', ' '.repeat(MAX_DECK + 1), false]
  ];
  it.each(decks)('[NF30] with a deck that holds %s keeps it as plain text or lists it', (_, value, sound) => {
    const body = { type: 'deck', value };
    const entry = sound ? rev({ body } as object) : { ...notes[0]!, body };
    const { revisions, damaged } = readNotesFile(withEntry(JSON.stringify(entry)));
    const taken = revisions.filter((one) => !isRedacted(one) && one.body?.type === 'deck');
    expect(taken.map(textOf)).toEqual(sound ? [value] : []);
    expect(damaged.map(({ path }) => path).filter((path) => path.startsWith('revisions'))).toEqual(
      sound ? [] : ['revisions[0].body.value']
    );
    const read = readDeck(typeof value === 'string' ? value : JSON.stringify(value));
    // Nothing of it is shown unless it has a deck's shape, and then nothing but that.
    if ('deck' in read) expect(Object.getOwnPropertyNames(read.deck)).toEqual(['title', 'scenes']);
    expect(Object.getPrototypeOf('deck' in read ? read.deck : {})).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  it('[NP27] with a deck under the id of a note, newer or older than it, takes neither the note nor the deck away', () => {
    const [held] = notes;
    for (const hlc of ['2020-01-01T00:00:00.000Z-0000-ffffffff', '9999-12-31T23:59:59.999Z-ffff-ffffffff'])
      for (const parents of [[], [held!.id]]) {
        const body = { type: 'deck', value: '{"title":"Mine","scenes":[]}' };
        const forged = rev({ note: held!.note, hlc, parents, body } as object);
        const taken = readNotesFile(withEntry(JSON.stringify(forged))).revisions;
        const all = merge(notes, taken);
        expect(notesOf(all).map(({ note }) => note)).toContain(held!.note);
        expect(decksOf(all).map(({ note }) => note)).toEqual([held!.note]);
        const index = new NoteIndex(() => undefined);
        index.update(merge(notes));
        expect(index.update(all).notes.map(({ note }) => note)).toContain(held!.note);
        expect(allOf(all).filter(({ note }) => note === held!.note)).toHaveLength(1);
      }
  });

  it('[NF29] with a clock far ahead is taken: time only orders what is shown', () => {
    const ahead = rev({ hlc: '9999-12-31T23:59:59.999Z-ffff-ffffffff' });
    expect(readNotesFile(writeNotesFile([ahead], about))).toMatchObject({ revisions: [ahead], damaged: [] });
  });

  it('[N301] mutated in any way gives only revisions that hash to their id, or a refusal in words', () => {
    const chunk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('"', '{', '}', '[', ']', ',', '\\', 'null', '1e999', '\0')
    );
    const edit = fc.record({ at: fc.nat(good.length), cut: fc.oneof(fc.nat(3), fc.nat(400)), put: chunk });
    const known = new Set<string>(readNotesFile(good).revisions.map(({ id }) => id));
    let taken = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce((t, { at, cut, put }) => t.slice(0, at) + put + t.slice(at + cut), good);
        let revisions: Revision[] = [];
        try {
          revisions = readNotesFile(text).revisions;
        } catch (error) {
          expect(error).toBeInstanceOf(NotesFileError);
        }
        taken += revisions.length;
        for (const revision of revisions) {
          if (isRedacted(revision)) continue;
          expect(revisionId(revision)).toBe(revision.id);
          expect(known).toContain(revision.id);
        }
      }),
      { seed: SEED, numRuns: runs(20_000, 300) }
    );
    expect(taken).toBeGreaterThan(0);
  });
});
