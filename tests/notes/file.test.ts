import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotesFile, writeNotesFile } from '../../src/notes/file.ts';
import { merge } from '../../src/notes/merge.ts';
import { redact } from '../../src/notes/revision.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { about, many, play, rev, runs, SEED, steps } from './sample.ts';

const FIXTURE = new URL('../fixtures/notes/version-1.notes.json', import.meta.url);
const FIXTURE_IDS = [
  '0d93cadda4e32fb2e3bc81e7fe94e727',
  '109ae9e285109cf64887dc83cb403ba4',
  '5072021190923a2e0984d5570437b371',
  'a1122a90480558ec2739f7412d2ab906',
  'bffcb495f36e502a21e5614d19506390'
];
const ASSESSED = 2;
const sorted = (revisions: Revision[]) => merge(revisions, []);

describe('a written notes file', () => {
  const text = writeNotesFile(many(3), about);

  it('[NF1] holds format, version, head, count, revisions and checksum, readable without the app', () => {
    const file = JSON.parse(text) as Record<string, unknown>;
    expect(Object.keys(file)).toEqual([
      'format',
      'version',
      'generator',
      'briefing',
      'edition',
      'author',
      'marking',
      'count',
      'revisions',
      'checksum'
    ]);
    expect(file).toMatchObject({ format: 'lodestone-notes', version: 1, count: 3, ...about });
  });

  it('[NF1] carries SHA-256 over the canonical JSON of everything else', () => {
    // The head's members in alphabetical order; each revision's line is canonical already.
    const lines = text
      .split('\n')
      .slice(9, 12)
      .map((line) => line.replace(/,$/, ''));
    const canonical = `{"author":"A. Analyst","briefing":"rare-earth-deals","count":3,"edition":"2025-11","format":"lodestone-notes","generator":"Lodestone 0.1.0","marking":"","revisions":[${lines.join(',')}],"version":1}`;
    const sum = createHash('sha256').update(canonical).digest('hex');
    expect(text).toContain(`"checksum":"${sum}"`);
  });

  it('[NF2] has one revision a line, sorted by id, and ends with a newline', () => {
    const lines = text.split('\n').slice(9, 12);
    const ids = lines.map((line) => (JSON.parse(line.replace(/,$/, '')) as Revision).id as string);
    expect(ids).toEqual([...ids].sort());
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('[NF3] has the same bytes for the same content, in whatever order and however often it comes', () => {
    const notes = many(5);
    expect(writeNotesFile([...notes].reverse().concat(notes), about)).toBe(writeNotesFile(notes, about));
  });

  it('[NF3] of nothing is a file too', () => {
    expect(readNotesFile(writeNotesFile([], about))).toEqual({
      revisions: [],
      damaged: [],
      about,
      version: 1
    });
  });

  it('[N9] gives the same bytes after export, import and export, for any history of four replicas', () => {
    fc.assert(
      fc.property(steps, fc.string({ unit: 'binary' }), (history, author) => {
        const revisions = play(history).sets.reduce(merge, []);
        const once = writeNotesFile(revisions, { ...about, author });
        const read = readNotesFile(once);
        expect(read.damaged).toEqual([]);
        expect(read.revisions).toEqual(revisions);
        expect(writeNotesFile(read.revisions, read.about)).toBe(once);
      }),
      { seed: SEED, numRuns: runs(2_000, 80) }
    );
  });

  it('[NF4] is read whole at 10,000 revisions', () => {
    const large = writeNotesFile(many(10_000), about);
    expect(readNotesFile(large).revisions).toHaveLength(10_000);
  });
});

describe('reading a notes file', () => {
  const notes = many(3);
  const file = () =>
    JSON.parse(writeNotesFile(notes, about)) as Record<string, unknown> & { revisions: unknown[] };
  const read = (over: object) => readNotesFile(JSON.stringify({ ...file(), ...over }));

  it('[N8] takes the frozen file of version 1 whole and writes the same bytes', () => {
    const frozen = readFileSync(FIXTURE, 'utf8');
    const { revisions, damaged, about: head, version } = readNotesFile(frozen);
    expect([damaged, version, revisions.length]).toEqual([[], 1, 5]);
    expect(revisions.map(({ id }) => id)).toEqual(FIXTURE_IDS);
    expect(revisions.find(({ id }) => id === FIXTURE_IDS[ASSESSED])).toMatchObject({
      creator: { name: 'Zoë 田中' },
      assess: { scale: 'PHIA-2025', likelihood: 'likely', confidence: 'moderate', source: 'B2' },
      body: { value: 'Läuft "weiter"\n- **bold** </script> 😀' },
      x: { later: { list: [1, 2.5, null, true] } }
    });
    expect(writeNotesFile(revisions, head)).toBe(frozen);
  });

  it('[NF10] collapses duplicates, a redacted form before the full one', () => {
    const doubled = [...notes, redact(notes[0]!), ...notes];
    const result = readNotesFile(JSON.stringify({ ...file(), revisions: doubled }));
    expect(result.revisions).toEqual(sorted([redact(notes[0]!), notes[1]!, notes[2]!]));
  });

  it('[N300] takes the sound revisions and lists each damaged one with its place and why', () => {
    const wrong: unknown[] = [
      { ...notes[0]!, marking: 'changed after hashing' },
      { ...notes[1]!, hlc: 7 },
      null,
      'text',
      [],
      { ...notes[0]!, body: { type: 'text', value: '\ud800' } },
      { ...redact(notes[0]!), note: 'x' },
      notes[2]!
    ];
    const { revisions, damaged } = read({ revisions: wrong, count: wrong.length });
    expect(revisions).toEqual([notes[2]]);
    expect(damaged.map(({ path }) => path)).toEqual([
      'revisions[0].id',
      'revisions[1].hlc',
      'revisions[2]',
      'revisions[3]',
      'revisions[4]',
      'revisions[5]',
      'revisions[6].note',
      'checksum'
    ]);
    for (const { why } of damaged) expect(why.length).toBeGreaterThan(10);
  });

  it('[NF11] lists a wrong or missing checksum and count but takes what is sound', () => {
    for (const over of [{ checksum: '0'.repeat(64) }, { checksum: undefined }]) {
      const { revisions, damaged } = read(over);
      expect(revisions).toEqual(sorted(notes));
      expect(damaged.map(({ path }) => path)).toEqual(['checksum']);
    }
    expect(read({ count: 4 }).damaged.map(({ path }) => path)).toEqual(['count', 'checksum']);
  });

  it('[NF12] lists a head of wrong types but takes what is sound', () => {
    const { revisions, damaged, about: head } = read({ author: { name: 'x' }, marking: 7 });
    expect(revisions).toHaveLength(3);
    expect(damaged.map(({ path }) => path)).toEqual(['author', 'marking', 'checksum']);
    expect([head.author, head.marking, head.briefing]).toEqual(['', '', 'rare-earth-deals']);
  });

  it('[NF13] takes what it understands of a newer version, and says so', () => {
    const { revisions, damaged, version } = read({ version: 9, brand: { new: true } });
    expect([revisions.length, version]).toEqual([3, 9]);
    expect(damaged[0]).toMatchObject({ path: 'version' });
    expect(read({ version: '1' }).damaged[0]).toMatchObject({ path: 'version' });
  });

  it('[NF16] says of each damage what it is', () => {
    const first = (over: object) => read(over).damaged[0];
    expect(first({ count: 4 })).toEqual({ path: 'count', why: 'says 4, but the list holds 3' });
    for (const version of ['1', 1.5, 0, -1, null, true])
      expect(first({ version })).toEqual({ path: 'version', why: 'is not a whole number from 1' });
    expect(first({ version: 9 })?.why).toBe(
      'is 9, newer than this page knows (1): what it understands was taken'
    );
    const headless = read({ generator: 7, briefing: null, edition: [] });
    expect(headless.damaged.map(({ path, why }) => [path, why])).toEqual([
      ['generator', 'is not a text'],
      ['briefing', 'is not a text'],
      ['edition', 'is not a text'],
      ['checksum', 'does not match: the file was changed after it was written']
    ]);
    expect(headless.about).toEqual({ ...about, generator: '', briefing: '', edition: '' });
    expect(() => readNotesFile(`{"a":"${'\0'.repeat(9)}`)).toThrow(
      'The file: is stored as UTF-16. Save it again as UTF-8, or export it anew.'
    );
    expect(() =>
      readNotesFile('\ufffdPNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u0005\ufffd\0\0\u0003\ufffd\b\u0002\0\0\0')
    ).toThrow('The file: is no text, so it holds no notes.');
    const late = rev({ body: { type: 'text', value: `${'long '.repeat(60)}\0` } });
    expect(() => readNotesFile(JSON.stringify(late).replace('\\u0000', '\0'))).toThrow(/is not JSON/);
  });

  it('[NF14] reads the file of another briefing and says which it is', () => {
    const text = writeNotesFile(notes, { ...about, briefing: 'lithium' });
    expect(readNotesFile(text)).toMatchObject({ damaged: [], about: { briefing: 'lithium' } });
  });

  it('[NM300] gives unknown ops and x out again as they were', () => {
    const newer = rev({ op: 'pin', x: { deep: { list: [1, null, 'a'] } } });
    expect(readNotesFile(writeNotesFile([newer], about)).revisions).toEqual([newer]);
  });

  it('[NF15] gives out frozen revisions that hold nothing but known members', () => {
    const [revision] = readNotesFile(
      JSON.stringify({ ...file(), revisions: [{ ...notes[0]!, evil: 1 }] })
    ).revisions;
    expect(revision).toEqual(notes[0]);
    expect(Object.isFrozen(revision)).toBe(true);
  });
});
