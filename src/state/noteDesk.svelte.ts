import type { Notebook } from './notebook.svelte.ts';

/** Where the notebook comes to lie: the first view stands before the notebook is loaded, and goes without until then. */
export class NoteDesk {
  /** The notebook of this page, once it is loaded. */
  book = $state.raw<Notebook>();
}
