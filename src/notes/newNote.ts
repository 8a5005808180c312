import { v7 } from 'uuid';
import type { NoteId } from './schema.ts';

/** The identity of a new note. It stands apart from the revisions, since what the start reads makes no note. */
export function newNoteId(): NoteId {
  return v7() as NoteId;
}
