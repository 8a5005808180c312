import { describe, expect, test } from 'vitest';
import { pause, type Engine } from '../engines/engine.ts';
import { sharedPage } from './desk.ts';
import { count, dealIds, goTo, heard, ready, said, textOf, visible } from './reader.ts';

const VIEWS = ['#/flows', '#/deals', '#/notes', '#/brief'];

/** The page opens by double click, is silent, shows what it is for, and its address holds where the reader is. */
export function opens(engine: Engine): void {
  describe('the page', () => {
    const { session: page } = sharedPage(engine);

    test('[B2] opens with its first view, without a console line, a page error or a request', async ({
      skip
    }) => {
      const session = page();
      await ready(session);
      expect(await session.evaluate(`return ${visible('main h1')};`)).toBe(true);
      expect((await textOf(session, 'main')).length).toBeGreaterThan(200);
      expect(await session.evaluate(`return ${visible('#incomplete')};`)).toBe(false);
      for (const hash of VIEWS) {
        await goTo(session, hash);
        await session.waitFor(
          `${visible('main h1')} && document.querySelector('nav a[aria-current]').hash === '${hash}'`
        );
      }
      // Once more, now that the driver listens from the page's first byte in every engine.
      await session.reload();
      await ready(session);
      await pause(700);
      skip(session.console === null, `${engine.name} gives no console: its silence is not proved`);
      expect(said(session)).toBe('');
      skip(session.requests === null, `${engine.name} tells no requests: their absence is not proved`);
      expect(session.requests).toEqual([]);
    });

    test('[B23] takes the painted view over without moving anything', async ({ skip }) => {
      const session = page();
      await goTo(session, '#/brief');
      await session.reload();
      await ready(session);
      await pause(300);
      const moved = await session.evaluate<number | null>(`
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return null;
        return new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => (sum += list.getEntries().reduce((all, one) => all + one.value, 0)))
            .observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 400);
        });`);
      skip(moved === null, `${engine.name} does not measure layout shifts`);
      expect(moved).toBeLessThan(0.005);
    });

    test('[B78] paints the first view with its words, and before its script starts', async ({ skip }) => {
      const session = page();
      await goTo(session, '#/brief');
      // The frame is painted before the script starts; a machine with other things to do may bring it to the screen, or its typefaces, later.
      const ROUNDS = 12;
      for (let round = 1; round <= ROUNDS; round += 1) {
        if (round > 4) await pause(500);
        // Without what stands behind the sign the address is no deep link, which would wait for its own view.
        await session.evaluate(`history.replaceState(null, '', location.pathname);`);
        await session.reload();
        await ready(session);
        type Order = { shown: number; painted?: number; words: number; script: number };
        const order = await session.evaluate<Order | null>(`
          if (!PerformanceObserver.supportedEntryTypes.includes('largest-contentful-paint')) return null;
          const words = await new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
            .observe({ type: 'largest-contentful-paint', buffered: true }));
          const [{ startTime: shown, paintTime: painted }] = performance.getEntriesByName('first-contentful-paint');
          return { shown, painted, words, script: performance.getEntriesByName('lodestone-interactive')[0].startTime };`);
        skip(order === null, `${engine.name} does not tell its largest paint`);
        const { shown, painted, words, script } = order!;
        if (round < ROUNDS && (words > shown || (painted ?? shown) > script)) continue;
        expect(words).toBe(shown);
        // An engine that tells only when the frame was on the screen cannot tell that on a busy machine.
        if (painted !== undefined) expect(painted).toBeLessThan(script);
        return;
      }
    });

    test('[B3] the flows show their sites and ribbons, the map its arcs', async () => {
      const session = page();
      const before = heard(session);
      await goTo(session, '#/flows');
      await session.waitFor(`document.querySelector('[data-chart="flows"]')`);
      expect(await count(session, '[data-chart="flows"] [data-site]')).toBeGreaterThan(8);
      expect(await count(session, '[data-chart="flows"] [data-flow]')).toBeGreaterThan(10);
      await session.click('nav a[href^="#/deals"]');
      await session.waitFor(`document.querySelector('[data-chart="map"] [data-arc]')`);
      const drawn = `return [...document.querySelectorAll('[data-chart="map"] [data-arc]')]
        .filter((arc) => arc.getBoundingClientRect().width > 1).length;`;
      expect(await session.evaluate(drawn)).toBeGreaterThan(4);
      expect(said(session, before)).toBe('');
    });

    test('[B80] a view that is left is out of sight and reach at once, and gone a frame later, however quickly', async () => {
      const session = page();
      await goTo(session, '#/deals');
      await session.waitFor(`document.querySelector('[data-chart="map"] [data-arc]')`);
      const before = heard(session);
      // The focus is in the view that goes, and several go within one frame.
      const seen = await session.evaluate<unknown[]>(`
        const turn = () => new Promise((done) => setTimeout(done, 15));
        document.querySelector('main [data-arc]').focus();
        const seen = [];
        for (const hash of ['#/brief', '#/deals', '#/timeline', '#/brief']) {
          location.hash = hash;
          await turn();
          for (const left of document.querySelectorAll('.leaving')) {
            const { height, overflow } = getComputedStyle(left);
            seen.push([left.inert, height, overflow, left.contains(document.activeElement)].join());
          }
          const heads = [...document.querySelectorAll('main h1')].filter((head) => !head.closest('.leaving'));
          if (heads.length !== 1) seen.push(hash + ': ' + heads.length + ' headings');
        }
        return [...new Set(seen)];`);
      expect(seen.filter((one) => one !== 'true,0px,hidden,false')).toEqual([]);
      await session.waitFor(`!document.querySelector('.leaving')`);
      expect(await count(session, 'main h1')).toBe(1);
      expect(said(session, before)).toBe('');
    });

    test('[B4] choosing a deal is in the address, and Back undoes it', async () => {
      const session = page();
      const [deal] = await dealIds(session);
      await session.click(`tr[data-deal="${deal}"] a`);
      await session.waitFor(`location.hash === '#/deals?on=' + encodeURIComponent(${JSON.stringify(deal)})`);
      await session.waitFor(visible('aside[data-dossier] [data-dossier-title]'));
      await session.evaluate('history.back();');
      await session.waitFor(`location.hash === '#/deals'`);
      await session.waitFor(`!document.querySelector('aside[data-dossier] [data-dossier-title]')`);
    });

    test('[B81] the page is named by the view that is shown, and by the briefing alone on the first', async () => {
      const session = page();
      const title = () => session.evaluate<string>('return document.title;');
      await goTo(session, '#/brief');
      const built = await title();
      expect(built).toMatch(/ · Lodestone$/);
      for (const [hash, name] of [
        ['#/deals', 'Deals'],
        ['#/flows', 'Flows']
      ] as const) {
        await goTo(session, hash);
        await session.waitFor(`document.title === ${JSON.stringify(`${name} · ${built}`)}`);
      }
      await goTo(session, '#/brief');
      await session.waitFor(`document.title === ${JSON.stringify(built)}`);
    });

    test('[B9] an unknown address says what was not found and shows the start view', async () => {
      const session = page();
      const before = heard(session);
      const told = (what: string) =>
        `${visible('[data-message]')} && document.querySelector('[data-message]').innerText.includes('${what}')`;
      await goTo(session, '#/brief');
      const start = await textOf(session, 'main h1');
      await goTo(session, '#/nowhere-at-all');
      await session.waitFor(told('nowhere-at-all'));
      expect(await textOf(session, 'main h1')).toBe(start);
      await goTo(session, '#/deals?on=no-such-deal');
      await session.waitFor(told('no-such-deal'));
      expect(await count(session, 'tr[data-deal]')).toBeGreaterThan(4);
      await goTo(session, '#/%E0%A4%A');
      await session.reload();
      await ready(session);
      await session.waitFor(visible('[data-message]'));
      expect(await textOf(session, 'main h1')).toBe(start);
      expect(said(session, before)).toBe('');
    });
  });
}
