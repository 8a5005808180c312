import type { SaveStatus } from '../store/saveStatus.ts';

/** What stands in the way of keeping notes the usual way. */
export type Hindrance = 'localstorage' | 'slow' | 'memory' | 'superseded' | 'wiped';
/** How things stand with saving; a store that is not the browser's database is told apart. */
export type NotebookStatus = SaveStatus | { state: 'localstorage' | 'memory'; at: number | null };
