import { csv } from './csv.ts';
import { noteRows } from './noteRows.ts';
import type { NotesHead } from './noteRows.ts';
import type { Note } from '../notes/note.ts';

const COLUMNS = [
  'Briefing',
  'Edition of the briefing',
  'Marking of the briefing',
  'On',
  'Record',
  'Field',
  'Value when noted',
  'Edition when noted',
  'Kind',
  'Text',
  'Assessment',
  'Author (as claimed)',
  'Organisation',
  'Begun by',
  'Begun (UTC)',
  'Written (UTC)',
  'Marking of the note',
  'Alternatives',
  'Sources of the record',
  'Note'
] as const;

/** Notes as a table for a spreadsheet: a living text a row, safe from formulas, with a byte order mark for Excel. */
export function notesCsv(notes: readonly Note[], head: NotesHead): string {
  const rows = noteRows(notes, head).map((row) => [
    head.title,
    head.edition,
    head.marking,
    row.title,
    row.entity,
    row.field,
    row.was,
    row.edition,
    row.kind,
    row.text,
    row.assess.join('\n'),
    row.author,
    row.org,
    row.begunBy || row.author,
    row.created,
    row.written,
    row.marking || 'no marking',
    row.alternative ? 'one of several' : '',
    row.sources.join('\n'),
    row.note
  ]);
  return `\ufeff${csv([COLUMNS, ...rows])}`;
}
