const KEY = 'lodestone-keys';
let held: boolean | undefined;

/** Whether keys of a single letter, digit or sign do something; a reader who speaks or shakes can switch them off. */
export function singleKeys(): boolean {
  try {
    return (held ??= localStorage.getItem(KEY) !== 'off');
  } catch {
    return held ?? true;
  }
}

/** Switches them on or off and remembers it, where the browser lets a page remember anything. */
export function setSingleKeys(on: boolean): void {
  held = on;
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Site data is blocked: the choice holds until the page is closed.
  }
}

/** Whether a key is not the page's: it was pressed in a field, or while a sheet lies over the page. */
export const taken = ({ target }: Event): boolean =>
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null) ||
  document.querySelector('dialog[open]') !== null;
