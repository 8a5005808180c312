/** How long, in milliseconds, after a press what was pressed may still go: a change waits for the store. */
const WAIT = 2_000;
/** What stands for a part of the page: the focus goes to the nearest that is still there. */
const PARTS = '[tabindex="-1"], li, form, section, article, aside, dialog, [role="group"], main';

/**
 * Keeps the place of whoever works by keyboard: where the button or link that was pressed goes with what it did, and nothing else took
 * the focus, the part it stood in takes it, so that the keys and the reading go on there and not at the top of the page.
 * Gives back what ends it.
 */
export function keepPlace(page: Document): () => void {
  let stop = () => {};
  function pressed(event: Event) {
    stop();
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('button, a[href^="#"]') : null;
    if (!button || page.activeElement !== button) return;
    const around: HTMLElement[] = [];
    for (let node = button.parentElement; node; node = node.parentElement) around.push(node);
    const watch = new MutationObserver(() => {
      if (button.isConnected) return;
      stop();
      // Behind whatever the change itself brings into focus.
      requestAnimationFrame(() => {
        if (page.activeElement && page.activeElement !== page.body) return;
        const part = around.find((node) => node.isConnected && node.matches(PARTS));
        if (!part) return;
        if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
        part.focus({ preventScroll: true });
      });
    });
    const end = setTimeout(() => stop(), WAIT);
    stop = () => {
      clearTimeout(end);
      watch.disconnect();
    };
    watch.observe(page.body, { childList: true, subtree: true });
  }
  page.addEventListener('click', pressed, true);
  return () => {
    stop();
    page.removeEventListener('click', pressed, true);
  };
}
