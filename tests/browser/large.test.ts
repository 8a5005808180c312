import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { MOST, tenfold } from '../bench/tenfold.mjs';
import { hideDisplay } from './engines/display.ts';
import { findEngines, readers } from './engines/engines.ts';
import { builtPage, newDesk } from './suite/desk.ts';
import { count, goTo, ready, textOf } from './suite/reader.ts';

const engines = await findEngines();
const page = tenfold(builtPage().toString('utf8'));
/** How many rows of the ledger stand before more are asked for. */
const PAGE = 60;
afterAll(hideDisplay);

describe.each(readers(engines).map((engine) => [engine.name, engine] as const))(
  'a briefing ten times as large in %s',
  (_name, engine) => {
    test('[D92] is drawn part by part until nothing lacks, and for a printer all at once', async () => {
      const desk = newDesk(engine);
      writeFileSync(desk.file, page);
      const session = await desk.open('#/brief');
      await ready(session);
      // Asked for as soon as the view is there, a printer gets what has not come yet; and later what has begun to grow.
      for (const begun of [false, true]) {
        await goTo(session, '#/brief');
        const [first, printed, arcs] = await session.evaluate<[number, number, number]>(`
          const rows = () => document.querySelectorAll('tr[data-deal]').length;
          const there = new Promise((done) => addEventListener('hashchange', () => setTimeout(done), { once: true }));
          location.hash = '#/deals';
          await there;
          while (${begun} && !rows()) await new Promise(requestAnimationFrame);
          const before = rows();
          dispatchEvent(new Event('beforeprint'));
          return [before, rows(), document.querySelectorAll('[data-chart="map"] [data-arc]').length];`);
        if (begun) expect(first).toBeGreaterThan(0);
        expect(first).toBeLessThan(MOST.deals);
        expect(printed).toBe(MOST.deals);
        expect(arcs).toBeGreaterThan(300);
      }
      // The brief's lower part comes behind the upper, and for a printer with it.
      const lower = `document.querySelector('.view:not(.leaving) h3')`;
      const printed = await session.evaluate<boolean[]>(`
        const there = new Promise((done) => addEventListener('hashchange', () => setTimeout(done), { once: true }));
        location.hash = '#/brief';
        await there;
        const before = ${lower} !== null;
        dispatchEvent(new Event('beforeprint'));
        return [before, ${lower} !== null];`);
      expect(printed).toEqual([false, true]);
      await goTo(session, '#/deals');
      await goTo(session, '#/brief');
      await session.waitFor(lower);
      for (const [view, css, least] of [
        ['timeline', '[data-chart="timeline"] [data-bar]', 300],
        ['flows', '[data-chart="flows"] [data-flow]', MOST.flows],
        ['deals', 'tr[data-deal]', PAGE]
      ] as const) {
        await session.evaluate(`location.hash = '#/${view}';`);
        await session.waitFor(`document.querySelectorAll(${JSON.stringify(css)}).length >= ${least}`, 60_000);
      }
      await session.waitFor(
        `document.querySelectorAll('[data-chart="map"] [data-arc]').length > 300`,
        60_000
      );
      expect(session.console).toEqual([]);
    });

    test('[D95] the ledger stops after a page, shows the rest when asked, and always the row that is chosen', async () => {
      const desk = newDesk(engine);
      writeFileSync(desk.file, page);
      const session = await desk.open('#/deals');
      await ready(session);
      await session.waitFor(`document.querySelectorAll('tr[data-deal]').length >= ${PAGE}`, 60_000);
      expect(await count(session, 'tr[data-deal]')).toBe(PAGE);
      expect(await textOf(session, '[data-more]')).toBe(`Show ${MOST.deals - PAGE} more`);
      expect(await textOf(session, '.line [data-count]')).toContain(`${MOST.deals} deals and measures`);
      await session.evaluate(
        `const more = document.querySelector('[data-more]'); more.focus(); more.click();`
      );
      await session.waitFor(`document.querySelectorAll('tr[data-deal]').length === ${MOST.deals}`, 60_000);
      const [at, last, left] = await session.evaluate<[number, string, boolean]>(`
        const rows = [...document.querySelectorAll('tr[data-deal]')];
        const at = rows.indexOf(document.activeElement.closest('tr'));
        return [at, rows.at(-1).dataset.deal, Boolean(document.querySelector('[data-more]'))];`);
      expect(at).toBe(PAGE);
      expect(left).toBe(false);
      await session.evaluate(`location.hash = '#/brief';`);
      await session.waitFor(`!document.querySelector('tr[data-deal]')`);
      await session.evaluate(`location.hash = '#/deals?on=' + ${JSON.stringify(last)};`);
      await session.waitFor(`document.querySelector('tr[data-deal="${last}"][aria-current]')`, 60_000);
      expect(await count(session, 'tr[data-deal]')).toBe(MOST.deals);
      expect(session.console).toEqual([]);
    });
  }
);
