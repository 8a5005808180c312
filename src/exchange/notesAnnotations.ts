import { canonicalJson } from '../notes/digest.ts';
import type { Note } from '../notes/note.ts';
import { noteRows } from './noteRows.ts';
import type { NoteRow, NotesHead } from './noteRows.ts';

/** The W3C model knows no "correcting"; "editing" is its word for asking that the target be changed. */
const MOTIVATION: Readonly<Record<string, string>> = { correcting: 'editing', '': 'commenting' };

/**
 * Notes in the W3C Web Annotation Data Model, as one collection with one page (JSON-LD): an annotation a living
 * text, on a part of the briefing that its id selects. The same notes give the same bytes.
 */
export function notesAnnotations(notes: readonly Note[], head: NotesHead): string {
  const collection = `urn:lodestone:${encodeURIComponent(head.briefing)}`;
  const items = noteRows(notes, head).map((row) => annotation(row, head, collection));
  const file = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${collection}:notes`,
    type: 'AnnotationCollection',
    label: `Notes on ${head.title}, edition ${head.edition}`,
    generator: { type: 'Software', name: head.generator },
    'dcterms:accessRights': head.highest || 'no note is marked',
    total: items.length,
    first: { id: `${collection}:notes:1`, type: 'AnnotationPage', startIndex: 0, items }
  };
  return `${JSON.stringify(JSON.parse(canonicalJson(file)), null, 1)}\n`;
}

function annotation(row: NoteRow, head: NotesHead, collection: string) {
  const id = `urn:uuid:${row.note}`;
  const motivation = row.answers ? 'replying' : (MOTIVATION[row.motivation] ?? row.motivation);
  return {
    id: row.alternative ? `${id}#${row.revision}` : id,
    type: 'Annotation',
    motivation,
    creator: {
      type: 'Person',
      name: row.author,
      ...(row.org && { 'schema:affiliation': { type: 'Organization', name: row.org } })
    },
    created: row.created,
    modified: row.written,
    'dcterms:accessRights': row.marking || 'no marking',
    body: [
      { type: 'TextualBody', value: row.text, format: 'text/plain', purpose: motivation },
      ...row.assess.map((value) => ({
        type: 'TextualBody',
        value,
        format: 'text/plain',
        purpose: 'assessing'
      }))
    ],
    target: {
      type: 'SpecificResource',
      source: {
        id: collection,
        type: 'Dataset',
        'dcterms:title': head.title,
        'dcterms:publisher': head.publisher,
        'dcterms:accessRights': head.marking,
        'schema:version': row.edition
      },
      selector: { type: 'FragmentSelector', value: row.field ? `${row.entity}/${row.field}` : row.entity },
      'dcterms:title': row.title,
      ...(row.was !== '' && { 'schema:value': row.was }),
      ...(row.sources.length && { 'dcterms:source': row.sources })
    },
    ...(row.answers && { 'schema:parentItem': { id: `urn:uuid:${row.answers}` } })
  };
}
