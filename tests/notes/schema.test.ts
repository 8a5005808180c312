import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeNotesFile } from '../../src/notes/file.ts';
import schema from '../../src/notes/notes-file.schema.json' with { type: 'json' };
import { isRedacted, parseRevision, redact } from '../../src/notes/revision.ts';
import { about, many, rev } from './sample.ts';

type Schema = { [word: string]: unknown };
type Json = { [key: string]: unknown };
const HANDLED =
  'type required properties additionalProperties items anyOf const enum pattern minLength maxLength minimum $ref';

/** Whether a value fits a JSON Schema made of the words above; any other word that checks something throws. */
function fits(rule: Schema, value: unknown): boolean {
  for (const word of Object.keys(rule))
    if (!`${HANDLED} $schema title description $defs`.split(' ').includes(word))
      throw new Error(`unhandled: ${word}`);
  const text = typeof value === 'string';
  const object =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  const types: Record<string, boolean> = {
    string: text,
    number: typeof value === 'number',
    integer: Number.isInteger(value),
    array: Array.isArray(value),
    object: object !== undefined
  };
  const properties = (rule['properties'] ?? {}) as Record<string, Schema>;
  const keys = Object.keys(object ?? {});
  return (
    (!rule['$ref'] ||
      fits((schema.$defs as Record<string, Schema>)[String(rule['$ref']).slice(8)]!, value)) &&
    (!rule['type'] || types[String(rule['type'])] === true) &&
    (!('const' in rule) || rule['const'] === value) &&
    (!rule['enum'] || (rule['enum'] as unknown[]).includes(value)) &&
    (!rule['anyOf'] || (rule['anyOf'] as Schema[]).some((one) => fits(one, value))) &&
    (!rule['pattern'] || !text || new RegExp(String(rule['pattern'])).test(value)) &&
    (!text ||
      (value.length >= Number(rule['minLength'] ?? 0) &&
        value.length <= Number(rule['maxLength'] ?? Infinity))) &&
    (typeof value !== 'number' || value >= Number(rule['minimum'] ?? -Infinity)) &&
    (!rule['required'] ||
      !object ||
      (rule['required'] as string[]).every((key) => Object.hasOwn(object, key))) &&
    (rule['additionalProperties'] !== false || keys.every((key) => Object.hasOwn(properties, key))) &&
    keys.every((key) => !properties[key] || fits(properties[key], object?.[key])) &&
    (!rule['items'] || !Array.isArray(value) || value.every((one) => fits(rule['items'] as Schema, one)))
  );
}

describe('the JSON Schema of the notes file', () => {
  it('[NF40] fits every file we write, and the frozen one', () => {
    const frozen = readFileSync(new URL('../fixtures/notes/version-1.notes.json', import.meta.url), 'utf8');
    for (const text of [
      frozen,
      writeNotesFile([], about),
      writeNotesFile([...many(3), redact(rev())], about)
    ])
      expect(fits(schema, JSON.parse(text))).toBe(true);
  });

  it('[NF40] and the reader refuse the same changes to a revision, member by member', () => {
    const full = rev({
      assess: { scale: 'ICD203', likelihood: 'likely', confidence: 'low', source: 'A1' },
      marking: 'OFFICIAL',
      x: { later: 1 }
    });
    const values = [
      null,
      7,
      '',
      'x',
      'a'.repeat(1_001),
      'a'.repeat(20_001),
      [],
      {},
      ['x'],
      { type: 'html', value: '' },
      { type: 'deck', value: '{}' },
      { type: 'deck', value: 'a'.repeat(200_001) },
      { type: 'text', value: 'a'.repeat(20_001) }
    ];
    const entry = { anyOf: schema.properties.revisions.items.anyOf } as Schema;
    const reads = (value: unknown): boolean => {
      try {
        return isRedacted(parseRevision(value)) || true;
      } catch {
        return false;
      }
    };
    let refused = 0;
    for (const base of [full, redact(full)] as Json[])
      for (const member of Object.keys(base))
        for (const value of values) {
          const changed = { ...base, [member]: value };
          refused += reads(changed) ? 0 : 1;
          expect([member, value, fits(entry, changed)]).toEqual([member, value, reads(changed)]);
        }
    expect(refused).toBeGreaterThan(100);
  });
});
