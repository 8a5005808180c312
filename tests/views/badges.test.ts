// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import './dom.ts';
import App from '../../src/app/App.svelte';
import * as loaded from '../../src/app/rest.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const user = userEvent.setup();
afterEach(() => {
  cleanup();
  location.hash = '';
});

const find = <E extends Element>(page: ParentNode, css: string): Promise<E> =>
  vi.waitFor(
    () => {
      const found = page.querySelector<E>(css);
      if (!found) throw new Error(`nothing like ${css}`);
      return found;
    },
    { timeout: 5000 }
  );

/** Of each kind that a view draws or lists: a record, the view, and what stands for it there. */
const PLACES = [
  ['deal-usa-khm-trade', '#/deals', '[data-arc="deal-usa-khm-trade"]'],
  ['deal-usa-khm-trade', '#/deals', 'tr[data-deal="deal-usa-khm-trade"]'],
  ['deal-usa-khm-trade', '#/timeline', '[data-chart="timeline"] a[href*="deal-usa-khm-trade"]'],
  ['JPN', '#/deals', '[data-place="JPN"]'],
  [pack.measures[0]!.id, '#/timeline', `[data-chart="timeline"] a[href*="${pack.measures[0]!.id}"]`],
  [pack.measures[0]!.id, '#/timeline?table=yes', `table a[href*="${pack.measures[0]!.id}"]`],
  ['magnet-2024/sep-chn', '#/flows?lens=magnet-2024', '[data-chart="flows"] [href$="sep-chn"]'],
  [pack.unknowns[0]!.id, '#/brief', `main a[href*="${pack.unknowns[0]!.id}"]`],
  [pack.briefing.judgements[0]!.id, '#/brief', 'main .judgements li']
] as const;

test(
  '[N46] whatever carries notes wears their number, in every view and as picture, row and table',
  { timeout: 60_000 },
  async () => {
    location.hash = '#/brief';
    const { container } = render(App, { props: { pack, hash: '#/brief', asBuilt: true, loaded } });
    await vi.waitFor(() => expect(document.documentElement.dataset.ready).toBe('yes'), { timeout: 5000 });
    for (const id of new Set(PLACES.map(([one]) => one))) {
      location.hash = `#/notes?on=${encodeURIComponent(id)}`;
      await find(container, `[data-entity="${id}"]`);
      await user.keyboard('n');
      await user.type(await find(container, 'aside [data-note-text]'), 'Seen.');
      const author = container.querySelector('[data-note-author]');
      if (author) await user.type(author, 'Ada');
      await user.click(await find(container, 'aside [data-note-save]'));
      await find(container, 'aside [data-note] [data-note-body]');
    }
    for (const [id, hash, css] of PLACES) {
      location.hash = hash;
      const place = await find(container, css);
      await vi.waitFor(
        () => {
          const said = `${place.getAttribute('aria-label') ?? ''} ${place.textContent}`;
          expect(said, `${id} in ${hash}`).toMatch(/\b1 note/);
        },
        { timeout: 5000 }
      );
    }
  }
);
