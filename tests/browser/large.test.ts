import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { MOST, tenfold } from '../bench/tenfold.mjs';
import { hideDisplay } from './engines/display.ts';
import { findEngines, readers } from './engines/engines.ts';
import { builtPage, newDesk } from './suite/desk.ts';
import { count, ready } from './suite/reader.ts';

const engines = await findEngines();
const page = tenfold(builtPage().toString('utf8'));
afterAll(hideDisplay);

describe.each(readers(engines).map((engine) => [engine.name, engine] as const))(
  'a briefing ten times as large in %s',
  (_name, engine) => {
    test('[D92] is drawn part by part until nothing lacks, and for a printer all at once', async () => {
      const desk = newDesk(engine);
      writeFileSync(desk.file, page);
      const session = await desk.open('#/brief');
      await ready(session);
      const [first, printed] = await session.evaluate<[number, number]>(`
        const rows = () => document.querySelectorAll('tr[data-deal]').length;
        const drawn = new Promise((done) => addEventListener('hashchange', () => setTimeout(done), { once: true }));
        location.hash = '#/deals';
        await drawn;
        const before = rows();
        dispatchEvent(new Event('beforeprint'));
        return [before, rows()];`);
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThan(MOST.deals);
      expect(printed).toBe(MOST.deals);
      for (const [view, css, least] of [
        ['timeline', '[data-chart="timeline"] [data-bar]', 300],
        ['flows', '[data-chart="flows"] [data-flow]', MOST.flows],
        ['deals', 'tr[data-deal]', MOST.deals]
      ] as const) {
        await session.evaluate(`location.hash = '#/${view}';`);
        await session.waitFor(`document.querySelectorAll(${JSON.stringify(css)}).length >= ${least}`, 60_000);
      }
      await session.waitFor(
        `document.querySelectorAll('[data-chart="map"] [data-arc]').length > 300`,
        60_000
      );
      expect(await count(session, 'tr[data-deal]')).toBe(MOST.deals);
      expect(session.console).toEqual([]);
    });
  }
);
