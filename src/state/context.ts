import { createContext } from 'svelte';
import type { Explorer } from './explorer.svelte.ts';
import type { Notebook } from './notebook.svelte.ts';

/** The explorer of this page, for every view. */
export const [getExplorer, setExplorer] = createContext<Explorer>();

/** The notebook of this page, for every view. */
export const [getNotebook, setNotebook] = createContext<Notebook>();
