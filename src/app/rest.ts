/** All that the first view does without: it lies packed in the file and is loaded behind the first view, by `ui/later.ts`. */
export { default as Announcer } from './Announcer.svelte';
export { default as About } from '../views/About.svelte';
export { default as Audience } from '../views/present/Audience.svelte';
export { default as DealsView } from '../views/DealsView.svelte';
export { default as Dossier } from '../views/dossier/Dossier.svelte';
export { default as FlowsView } from '../views/FlowsView.svelte';
export { default as HandOver } from '../views/handover/HandOver.svelte';
export { default as Help } from './Help.svelte';
export { default as Hindrances } from './Hindrances.svelte';
export { default as InsideNotes } from '../views/notes/share/InsideNotes.svelte';
export { default as NotesView } from '../views/NotesView.svelte';
export { default as SaveLine } from './SaveLine.svelte';
export { default as SearchBox } from '../views/SearchBox.svelte';
export { default as SheetFoot } from '../views/print/SheetFoot.svelte';
export { default as SpeakerWindow } from '../views/present/SpeakerWindow.svelte';
export { default as TimelineView } from '../views/TimelineView.svelte';
export { Notebook } from '../state/notebook.svelte.ts';
export { keepPlace } from '../ui/keepPlace.ts';
export { shippedNotes } from '../state/speakerNotes.ts';
// Behind the styles of all components above, and print's again, since of two equal rules the last one holds.
import './css/print.css?again';
import './css/sheets.css';
import './css/paper.css';
import './css/present.css';
import './css/presentAnswer.css';
import './css/presentBrief.css';
