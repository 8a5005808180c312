/** What stands behind "Present" at the desk, loaded when it is first asked for. */
export { Decks } from '../../state/decks.svelte.ts';
export { default as ScenesPanel } from './ScenesPanel.svelte';
export { shippedNotes } from '../../state/speakerNotes.ts';
