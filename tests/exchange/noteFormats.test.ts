import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { markdownLine, markdownText } from '../../src/exchange/markdown.ts';
import { notesAnnotations } from '../../src/exchange/notesAnnotations.ts';
import { notesCsv } from '../../src/exchange/notesCsv.ts';
import { notesMarkdown } from '../../src/exchange/notesMarkdown.ts';
import { notesOf } from '../../src/notes/note.ts';
import { newNoteId } from '../../src/notes/newNote.ts';
import type { RevisionFields } from '../../src/notes/revision.ts';
import { rev } from '../notes/sample.ts';
import { head } from './notesSample.ts';

const EVIL =
  '=HYPERLINK("http://example.org")\n<script>alert(1)</script> [x](javascript:alert(1))\n# no heading';
const note = (over: Partial<RevisionFields> = {}) => rev({ note: newNoteId(), ...over });
const marked = note({
  marking: 'TLP:GREEN',
  motivation: 'assessing',
  assess: { scale: 'PHIA-2025', likelihood: 'likely', confidence: 'high', source: 'B2' }
});
const evil = note({ body: { type: 'text', value: EVIL }, motivation: 'correcting' });
const gone = note({ op: 'delete', body: { type: 'text', value: 'deleted text' } });
const reply = note({
  target: { briefing: 'rare-earth-deals', edition: '2025-10', entity: 'gone', field: `note:${evil.note}` },
  motivation: 'linking'
});
const mine = rev({ note: marked.note, parents: [], body: { type: 'text', value: 'another reading' } });
const notes = notesOf([marked, evil, gone, reply, mine]);
const told = { ...head, highest: 'TLP:GREEN' };

/** Reads CSV by RFC 4180, as a spreadsheet does. */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

describe('notes as CSV', () => {
  const rows = cells(notesCsv(notes, told));
  const [columns, ...texts] = rows as [string[], ...string[][]];
  const column = (name: string) => texts.map((row) => row[columns.indexOf(name)]);

  it('[NL10] hold a living text a row, each with briefing, edition, marking and sources', () => {
    expect(texts).toHaveLength(4);
    expect(new Set(texts.map((row) => row.length))).toEqual(new Set([columns.length]));
    expect(new Set(column('Briefing'))).toEqual(new Set(['Rare-earth deals']));
    expect(column('Marking of the note').sort()).toEqual([
      'TLP:GREEN',
      'no marking',
      'no marking',
      'no marking'
    ]);
    expect(column('Sources of the record').filter((text) => text?.includes('White House'))).toHaveLength(3);
    expect(column('Text')).not.toContain('deleted text');
    expect(column('Alternatives').filter(Boolean)).toHaveLength(2);
  });

  it('[NL11] hold no cell that a spreadsheet would run as a formula', () => {
    const lead = ['=1', '+1', '-1+2', '@x', '\t=1', ' =1', '\n=1', '＝1', '－1'];
    const all = lead.map((value) => note({ body: { type: 'text', value }, creator: { name: value } }));
    for (const row of cells(notesCsv(notesOf(all), told)))
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(column('Text')).toContain(`'${EVIL}`);
  });
});

describe('notes as Markdown', () => {
  const text = notesMarkdown(notes, told);

  it('[NL12] tell briefing, edition, markings, authors, assessment and sources of the record', () => {
    for (const part of [
      '# Notes on Rare-earth deals',
      'Edition 2025-11, A publisher',
      'Marking of the briefing: No marking supplied by the source',
      'highest marking inside: TLP:GREEN',
      '## The framework',
      '**TLP:GREEN** · assessment · A. Analyst (Desk 4) · 2025-11-03 09:14 UTC',
      '- Confidence: high',
      '- White House, Framework, 2025-10-28',
      '## Unattached: gone'
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('deleted text');
  });

  it('[NL13] show foreign text letter by letter: no tag, no link, no heading, no hidden sign', () => {
    expect(text).not.toMatch(/<script|\[x\]\(|^# no/m);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('\\# no heading');
    expect(markdownText('http://a.example www.b.example x@y.example')).toBe(
      'http\\://a.example www\\.b.example x\\@y.example'
    );
    expect(markdownText('a\u202eb\u200bc')).toBe('a⟦U+202E⟧b⟦U+200B⟧c');
    expect(markdownText('title\n===\n---\n* * *\n        code')).toBe(
      'title\n\\=\\=\\=\n\\-\\-\\-\n\\* \\* \\*\n   code'
    );
    expect(markdownLine('a\n# b *c*')).toBe('a \\# b \\*c\\*');
  });

  it('[NL13] keep paragraphs, lists and **bold**', () => {
    const kept = 'One **strong** word.\n\n- first\n- second\n\n1. third\n* fourth';
    expect(markdownText(kept)).toBe(kept);
    expect(markdownText('2 * 3')).toBe('2 \\* 3');
  });
});

type Expanded = Record<string, Record<string, unknown>[]>;
const OA = 'http://www.w3.org/ns/oa#';
const FIXTURE = new URL('../fixtures/notes/anno-context.json', import.meta.url);
const context = JSON.parse(readFileSync(FIXTURE, 'utf8')) as jsonld.JsonLdDocument;

describe('notes as W3C Web Annotations', () => {
  const text = notesAnnotations(notes, told);
  const expand = async () => {
    const documentLoader = (documentUrl: string) => {
      expect(documentUrl).toBe('http://www.w3.org/ns/anno.jsonld');
      return Promise.resolve({ documentUrl, document: context });
    };
    // "safe" refuses whatever the context does not know, so that no member is lost unseen.
    const options = { documentLoader, safe: true, base: 'urn:base:' } as unknown as jsonld.Options.Expand;
    return (await jsonld.expand(JSON.parse(text) as jsonld.JsonLdDocument, options)) as unknown as Expanded[];
  };

  it('[NL14] are in the model’s words throughout: every member expands, none is lost', async () => {
    const [collection] = await expand();
    expect(collection!['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollection']);
    const page = collection!['http://www.w3.org/ns/activitystreams#first']![0] as Expanded;
    const list = page['http://www.w3.org/ns/activitystreams#items']![0]!['@list'] as Expanded[];
    expect(list).toHaveLength(4);
    for (const annotation of list) {
      expect(annotation['@type']).toEqual([`${OA}Annotation`]);
      expect(String(annotation['@id'])).toMatch(/^urn:uuid:/);
      expect(annotation[`${OA}hasTarget`]).toHaveLength(1);
      expect(annotation[`${OA}motivatedBy`]![0]!['@id']).toMatch(
        /oa#(assessing|editing|replying|commenting)$/
      );
      expect(annotation['http://purl.org/dc/terms/created']![0]).toMatchObject({
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime'
      });
      expect(annotation['http://purl.org/dc/terms/accessRights']).toHaveLength(1);
      const bodies = annotation[`${OA}hasBody`] as Expanded[];
      for (const body of bodies) expect(body['@type']).toEqual([`${OA}TextualBody`]);
    }
    expect(new Set(list.map((annotation) => annotation['@id'])).size).toBe(4);
  });

  it('[NL15] carry briefing, edition, marking, sources and the value noted, and lead from a reply to its note', () => {
    for (const part of [
      '"dcterms:title": "Rare-earth deals"',
      '"schema:version": "2025-11"',
      '"dcterms:accessRights": "TLP:GREEN"',
      'White House, Framework',
      '"schema:value": 550',
      `"urn:uuid:${evil.note}"`
    ])
      expect(text).toContain(part);
    expect(notesAnnotations([...notes].reverse(), told)).toBe(text);
  });
});
