import { createContext } from 'svelte';
import type { Explorer } from './explorer.svelte.ts';
import type { NoteDesk } from './noteDesk.svelte.ts';
import type { Notebook } from './notebook.svelte.ts';

/** The explorer of this page, for every view. */
export const [getExplorer, setExplorer] = createContext<Explorer>();

/** The place of this page's notebook, for what stands on the page before the notebook is loaded. */
export const [getNoteDesk, setNoteDesk] = createContext<NoteDesk>();

/** The notebook of this page, for every view that is loaded with it; an error for one that comes before it. */
export function getNotebook(): Notebook {
  const { book } = getNoteDesk();
  if (!book) throw new Error('the notebook is not loaded yet: ask getNoteDesk');
  return book;
}
