/** What had the focus last within the view. */
let last: HTMLElement | SVGElement | undefined;

/** Remembers what has the focus within the view, so that the keys find back to it from the dossier. */
export function seen({ target }: FocusEvent): void {
  if (target instanceof HTMLElement || target instanceof SVGElement) last = target;
}

/** Takes the keys to the title of the dossier, where something is chosen. */
export const toDossier = (page: Document): void =>
  page.querySelector<HTMLElement>('[data-dossier-title]')?.focus();

/** Takes the keys from the dossier back to where they were in the view; false where they are not in the dossier. */
export function fromDossier(page: Document): boolean {
  if (!page.activeElement?.closest('aside[data-dossier]')) return false;
  const stage = page.getElementById('stage');
  if (last && last !== stage && stage?.contains(last)) last.focus();
  else stage?.focus({ preventScroll: true });
  return true;
}
