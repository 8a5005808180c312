import type { Note } from '../notes/note.ts';
import type { NotesHead } from './noteRows.ts';
import { notesAnnotations } from './notesAnnotations.ts';
import { notesCsv } from './notesCsv.ts';
import { notesMarkdown } from './notesMarkdown.ts';

/** Notes as text for people and other tools, by the name of the form. */
export const NOTE_FORMATS: Readonly<
  Record<'csv' | 'markdown' | 'annotations', (notes: readonly Note[], head: NotesHead) => string>
> = { csv: notesCsv, markdown: notesMarkdown, annotations: notesAnnotations };
