import { mount, unmount } from 'svelte';
import Rescue from './Rescue.svelte';

/** The address of the rescue page. */
const ADDRESS = /^#\/?rescue$/;

/**
 * Shows the rescue page whenever the address asks for it and the page proper whenever it does not. The page proper is
 * hidden, never taken down: what is in its memory only must not be lost by looking for a way out.
 */
export function followRescue(page: HTMLElement, known: readonly string[], start: () => void): void {
  const place = document.createElement('div');
  page.before(place);
  let started = false;
  let shown: Record<string, unknown> | undefined;
  const follow = () => {
    const wanted = ADDRESS.test(location.hash);
    page.hidden = wanted;
    if (wanted && !shown) {
      // The script runs, so nothing of the file was refused; the page proper is only not asked for.
      document.documentElement.dataset.started = 'yes';
      shown = mount(Rescue, { target: place, props: { known } });
      document.documentElement.dataset.ready = 'yes';
    } else if (!wanted && shown) {
      void unmount(shown);
      shown = undefined;
    }
    if (!wanted && !started) {
      started = true;
      start();
    }
  };
  addEventListener('hashchange', follow);
  follow();
}
