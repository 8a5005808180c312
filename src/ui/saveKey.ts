/** Keys in a field of a form: Ctrl and Enter send it, from whichever field, and none is a shortcut of the page. */
export function saveKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat)
    event.currentTarget.closest('form')?.requestSubmit();
  event.stopPropagation();
}
