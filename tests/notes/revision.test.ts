import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/notes/digest.ts';
import { NoteFault } from '../../src/notes/fault.ts';
import { newNoteId } from '../../src/notes/newNote.ts';
import {
  checkId,
  isRedacted,
  makeRevision,
  parseRevision,
  redact,
  textOf
} from '../../src/notes/revision.ts';
import type { RevisionFields } from '../../src/notes/revision.ts';
import { MAX_TEXT } from '../../src/notes/schema.ts';
import { fields, rev } from './sample.ts';

describe('a revision', () => {
  it('[NM1] has as id the first 32 hex digits of SHA-256 over the canonical JSON of all other members', () => {
    const made = rev();
    const byHand = `{"body":{"type":"text","value":"The US$ 550 bn is announced, not signed."},"creator":{"name":"A. Analyst","org":"Desk 4"},"hlc":"2025-11-03T09:14:22.123Z-0003-7f3a9c21","motivation":"commenting","note":"019a4952-1c5b-7000-8000-000000000001","op":"put","parents":[],"target":{"briefing":"rare-earth-deals","edition":"2025-11","entity":"us-jpn-framework","was":550}}`;
    expect(made.id).toBe(createHash('sha256').update(byHand).digest('hex').slice(0, 32));
    expect(made.id).toBe('a1122a90480558ec2739f7412d2ab906');
  });

  it('[NM1] changes its id when any member changes', () => {
    const others: Partial<RevisionFields>[] = [
      { note: newNoteId() },
      { parents: ['0'.repeat(32)] },
      { hlc: '2025-11-03T09:14:22.123Z-0004-7f3a9c21' },
      { op: 'delete' },
      { creator: { name: 'B' } },
      { target: { briefing: 'b', edition: '', entity: 'e' } },
      { body: { type: 'text', value: '' } },
      { motivation: 'linking' },
      { assess: { scale: 'PHIA-2025', likelihood: 'likely', confidence: 'low', source: 'B2' } },
      { marking: 'OFFICIAL' },
      { x: { later: 1 } }
    ];
    const ids = [rev(), ...others.map(rev)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(others.length + 1);
  });

  it('[NM2] is fresh, frozen all the way down and shares nothing with what it was made from', () => {
    const input = fields({ x: { deep: { list: [1] } } });
    const made = makeRevision(input);
    input.target.entity = 'changed';
    expect(made.target.entity).toBe('us-jpn-framework');
    for (const part of [made, made.target, made.creator, made.parents, made.x, made.x?.['deep']])
      expect(Object.isFrozen(part)).toBe(true);
    expect(() => Object.assign(made.target, { entity: 'other' })).toThrow(TypeError);
  });

  it('[NM2] is made of plain data even when it was given a proxy, as Svelte state is', () => {
    const made = makeRevision(new Proxy(fields(), {}));
    expect(made).toEqual(rev());
    expect(structuredClone(made)).toEqual(made);
  });

  it('[NM3] names its parents sorted and once each, in whatever order they were given', () => {
    const [a, b] = ['a'.repeat(32), 'b'.repeat(32)];
    expect(rev({ parents: [b, a, b] }).parents).toEqual([a, b]);
    expect(rev({ parents: [b, a] }).id).toBe(rev({ parents: [a, b] }).id);
  });

  const bad: [string, string, unknown][] = [
    ['note', 'a note id that is no UUID', { note: 'n1' }],
    ['parents.0', 'a parent that is no id', { parents: ['x'] }],
    ['parents', 'parents that are no list', { parents: 'x' }],
    ['hlc', 'a time without a counter', { hlc: '2025-11-03T09:14:22.123Z' }],
    ['hlc', 'a day that does not exist', { hlc: '2025-13-03T09:14:22.123Z-0003-7f3a9c21' }],
    ['op', 'an empty op', { op: '' }],
    ['creator.name', 'an author without a name', { creator: { name: '' } }],
    ['target', 'no target', { target: undefined }],
    ['target.entity', 'an entity that is a number', { target: { briefing: 'b', edition: 'e', entity: 7 } }],
    ['body', 'a put without a text', { body: undefined }],
    ['motivation', 'a put without a motivation', { motivation: undefined }],
    ['motivation', 'an unknown motivation', { motivation: 'shouting' }],
    ['body.value', 'a text that is too long', { body: { type: 'text', value: 'a'.repeat(MAX_TEXT + 1) } }],
    ['body.type', 'a text that is html', { body: { type: 'html', value: '' } }],
    ['assess.scale', 'an unknown yardstick', { assess: { scale: 'gut' } }],
    ['assess.source', 'a grading off the scale', { assess: { scale: 'PHIA-2025', source: 'G7' } }],
    ['x', 'an x that is nested too deeply', { x: { a: { b: { c: {} } } } }],
    ['extra', 'an unknown member', { extra: 1 }]
  ];
  for (const [path, what, over] of bad)
    it(`[NM4] refuses ${what}, with path, value and remedy`, () => {
      let fault: unknown;
      try {
        makeRevision({ ...fields(), ...(over as Partial<RevisionFields>) });
      } catch (error) {
        fault = error;
      }
      expect(fault).toBeInstanceOf(NoteFault);
      if (!(fault instanceof NoteFault)) return;
      expect(fault.path).toBe(path);
      expect(fault.remedy).not.toBe('');
      expect(fault.message).toContain(fault.remedy);
      expect(fault.message.startsWith(path)).toBe(true);
    });

  const said: [what: string, act: () => unknown, message: string | (() => string)][] = [
    ['an unknown member', () => rev({ extra: 1 } as object), 'extra: unknown member 1 (put it under x)'],
    [
      'a list in place of a revision',
      () => parseRevision([1]),
      'note: is not a revision: [1] (a revision is an object)'
    ],
    [
      'a number in place of one',
      () => parseRevision(7),
      'note: is not a revision: 7 (a revision is an object)'
    ],
    [
      'nothing in place of one',
      () => parseRevision(null),
      'note: is not a revision: null (a revision is an object)'
    ],
    [
      'a broken character',
      () => checkId({ ...rev(), body: { type: 'text', value: '\ud800' } }),
      () =>
        `note: cannot be hashed (Error: Lone surrogate is not allowed): "${rev().id}" (take the file from its writer again)`
    ],
    [
      'a change after hashing',
      () => checkId({ ...rev(), marking: 'x' }),
      () => `id: does not match the content: "${rev().id}" (it was changed after it was written)`
    ],
    [
      'a put without a text',
      () => rev({ body: undefined } as object),
      'body: a "put" lacks it: nothing (say what and why)'
    ],
    [
      'a put without a kind',
      () => rev({ motivation: undefined } as object),
      'motivation: a "put" lacks it: nothing (say what and why)'
    ],
    [
      'too deep an x',
      () => rev({ x: { a: { b: { c: {} } } } }),
      'x: is nested too deeply: {"a":{"b":{"c":{}}}} (at most 3 levels)'
    ],
    [
      'too long a text',
      () => rev({ body: { type: 'text', value: 'a'.repeat(MAX_TEXT + 1) } }),
      `body.value: does not fit: "${'a'.repeat(78)}… (at most 20000 characters; split the note)`
    ],
    [
      'half a time',
      () => rev({ hlc: '2025' }),
      'hlc: does not fit: "2025" (a time such as "2025-11-03T09:14:22.123Z-0003-7f3a9c21")'
    ],
    ['a number as note', () => rev({ note: 7 } as object), 'note: does not fit: 7 (expected string)'],
    [
      'an empty author',
      () => rev({ creator: { name: '' } }),
      'creator.name: does not fit: "" (a text that is not empty)'
    ],
    ['a text as x', () => rev({ x: 'x' } as object), 'x: does not fit: "x" (an object)']
  ];
  it.each(said)('[NM9] of %s says where, what stands there, and how to mend it', (_what, act, said) => {
    const message = typeof said === 'string' ? said : said();
    expect(act).toThrow(NoteFault);
    expect(act).toThrow(expect.objectContaining({ message }) as Error);
  });

  it('[NM9] has no text where it has none, and takes "redacted" for a withdrawal only where it is true', () => {
    const { body: _body, motivation: _motivation, ...bare } = fields({ op: 'delete' });
    expect(textOf(makeRevision(bare))).toBe('');
    expect(parseRevision({ ...rev(), redacted: false })).toEqual(rev());
    expect(parseRevision({ ...rev(), redacted: 'true' })).toEqual(rev());
  });

  it('[NM9] keeps a list and a member called __proto__ of x in canonical order, and hashes them alike', () => {
    const x = JSON.parse('{"b":1,"__proto__":{"z":[3,1]},"a":"\\\\ud83d","10":1,"9":2}') as Record<
      string,
      unknown
    >;
    const turned = Object.fromEntries(Object.entries(x).reverse());
    expect(rev({ x }).id).toBe(rev({ x: turned }).id);
    expect(canonicalJson({ x })).toBe('{"x":{"10":1,"9":2,"__proto__":{"z":[3,1]},"a":"\\\\ud83d","b":1}}');
  });

  it('[NM4] takes a text of exactly the greatest length and an x of exactly the greatest depth', () => {
    expect(textOf(rev({ body: { type: 'text', value: 'a'.repeat(MAX_TEXT) } }))).toHaveLength(MAX_TEXT);
    expect(rev({ x: { a: { b: {} } } }).x).toEqual({ a: { b: {} } });
  });

  it('[NM4] refuses what has no JSON with a fault, not with a crash', () => {
    const ring: Record<string, unknown> = {};
    ring['ring'] = ring;
    expect(() => rev({ x: ring })).toThrow(NoteFault);
    expect(() => rev({ x: { n: 1n } })).toThrow(NoteFault);
  });

  it('[NM5] mends broken surrogates, so that a UTF-8 file gives back the very same text', () => {
    const made = rev({ body: { type: 'text', value: 'half \ud83d pair, whole 😀' } });
    expect(textOf(made)).toBe('half \ufffd pair, whole 😀');
    expect(new TextDecoder().decode(new TextEncoder().encode(textOf(made)))).toBe(textOf(made));
  });

  it('[NM6] redacted keeps only its place in the history and is exempt from hashing', () => {
    const full = rev();
    const gone = redact(full);
    expect(gone).toEqual({ id: full.id, note: full.note, parents: [], hlc: full.hlc, redacted: true });
    expect(canonicalJson(gone)).not.toContain('announced');
    expect(() => checkId(gone)).not.toThrow();
    expect([isRedacted(gone), isRedacted(full), textOf(gone)]).toEqual([true, false, '']);
  });

  it('[NM6] redacted loses whatever content a foreign file left in it', () => {
    expect(parseRevision({ ...rev(), redacted: true })).toEqual(redact(rev()));
  });

  it('[NM7] keeps an unknown op and the members of x as they are', () => {
    const {
      body: _body,
      motivation: _motivation,
      ...bare
    } = fields({ op: 'pin', x: { colour: 'red', n: [1, { a: null }] } });
    const made = makeRevision(bare);
    expect(parseRevision(JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(made.op).toBe('pin');
  });

  it('[NM8] mints note ids that are UUIDv7 and differ', () => {
    expect(newNoteId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newNoteId()).not.toBe(newNoteId());
  });
});
