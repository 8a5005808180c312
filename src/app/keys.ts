import type { Explorer } from '../state/explorer.svelte.ts';
import type { NoteDesk } from '../state/noteDesk.svelte.ts';
import { draftKeys } from '../state/noted.ts';
import { VIEWS } from '../state/route.ts';
import { fromDossier, toDossier } from '../ui/betweenParts.ts';
import { singleKeys, taken } from '../ui/singleKeys.ts';

/** The page's shortcuts: "/" or Ctrl+K searches, 1–5 change the view, t opens the table twin, n writes a note on the selection, d goes to its dossier and back, Escape lets go of it, ? helps. */
export function shortcuts(
  target: Window,
  explorer: Explorer,
  notes: NoteDesk,
  open: { search: () => void; help: () => void }
): () => void {
  /** Waits for the notes after an early n; until then no letter is a shortcut, since it is meant for the text. */
  let early: ReturnType<typeof setInterval> | undefined;
  const stopWaiting = () => {
    clearInterval(early);
    early = undefined;
  };
  const waitAndWrite = () => {
    // Where the part of the file that keeps notes is damaged, none ever come.
    let tries = 400;
    early = setInterval(() => {
      if (notes.book?.ready) write();
      if (notes.book?.ready || notes.book?.hindrance || !(tries -= 1)) stopWaiting();
    }, 50);
  };
  /** Opens a new note on what is selected; with nothing selected, on the briefing as a whole. */
  const write = () => {
    const about = explorer.selected?.id ?? explorer.pack.briefing.id;
    if (!explorer.selected) target.location.hash = explorer.href({ on: about });
    notes.book?.openDraft(draftKeys.fresh(about));
    reach(40);
  };
  /** Where a text stood already, its editor takes the focus too, as soon as it is drawn. */
  const reach = (tries: number) => {
    const text = target.document.querySelector<HTMLElement>('aside[data-dossier] [data-note-text]');
    if (text) text.focus();
    else if (tries) setTimeout(reach, 50, tries - 1);
  };
  const press = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
      event.preventDefault();
      return open.search();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || taken(event)) return;
    if (!singleKeys() && event.key.length === 1) return;
    if (early) return event.key.length === 1 ? event.preventDefault() : stopWaiting();
    if (event.key === '?') return open.help();
    if (event.key === '/') {
      event.preventDefault();
      return open.search();
    }
    const view = VIEWS[Number(event.key) - 1];
    if (view) {
      // What has the focus in the view is about to go, and what was read in the dossier led to the view.
      const stage = target.document.getElementById('stage');
      if (target.document.activeElement?.closest('#stage, aside[data-dossier]'))
        stage?.focus({ preventScroll: true });
      target.location.hash = explorer.href({ view });
    } else if (event.key === 't' || event.key === 'T') toggleTwin(target.document);
    else if (event.key === 'd') {
      if (!fromDossier(target.document)) toDossier(target.document);
    } else if (event.key === 'n' && (notes.book?.ready || !notes.book?.hindrance)) {
      event.preventDefault();
      if (notes.book?.ready) write();
      else waitAndWrite();
    } else if (event.key === 'Escape' && explorer.selected) {
      // What has the focus in the dossier is about to go.
      fromDossier(target.document);
      target.location.hash = explorer.href({ on: undefined });
    }
  };
  target.addEventListener('keydown', press);
  return () => {
    stopWaiting();
    target.removeEventListener('keydown', press);
  };
}

/** Opens or closes the table twin of the picture in view, and goes there. */
function toggleTwin(page: Document): void {
  const twin = page.querySelector<HTMLDetailsElement>('#stage [data-twin]');
  if (!twin) return;
  twin.open = !twin.open;
  if (!twin.open) return;
  twin.querySelector('summary')?.focus({ preventScroll: true });
  twin.scrollIntoView({ block: 'start' });
}
