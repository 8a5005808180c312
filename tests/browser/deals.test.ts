import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';
import { dealAnswer } from '../../src/model/dealAnswer.ts';
import { stateOn } from '../../src/model/asof.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import type { Session } from './engines/engine.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { AT_REST, count, goTo, ready, textOf } from './suite/reader.ts';

const engines = await findEngines();
const pack = openPack(readSeeds(SEEDS));

/** Presses Tab until what is focused fits the selector. */
async function tabTo(session: Session, css: string): Promise<void> {
  const here = `return document.activeElement?.matches(${JSON.stringify(css)}) ?? false;`;
  for (let i = 0; i < 90; i += 1) {
    if (await session.evaluate<boolean>(here)) return;
    await session.press('Tab');
  }
  throw new Error(`${session.name}: 90 tabs lead to no ${css}`);
}
const focused = (session: Session) =>
  session.evaluate<string>(`return document.activeElement.innerText.trim().replaceAll('\\n', ' ');`);
/** The names of the deals in the ledger, by the alphabet. */
const rows = (session: Session) =>
  session.evaluate<string[]>(
    `return [...document.querySelectorAll('tr[data-deal] .what a')].map((link) => link.textContent.trim()).sort();`
  );
afterAll(hideDisplay);

describe.each(readers(engines).map((engine) => [engine.name, engine] as const))(
  'deals and timeline in %s',
  (_name, engine) => {
    test.each(['deals', 'timeline'])(
      '[D300] %s goes along as SVG and PNG, with what it needs inside',
      async (view) => {
        const desk = newDesk(engine);
        const session = await desk.open(`#/${view}`);
        await ready(session);
        const title = await textOf(session, 'h1');
        await session.click('[data-take] summary');
        await session.click('[data-export-svg]');
        const svg = readFileSync(await desk.download('.svg'), 'utf8');
        expect(svg).toContain(title.replaceAll('\n', ' '));
        expect(svg).toContain('as of 5 November 2025');
        expect(svg).toContain('Sources: ');
        expect(svg).toContain('>minerals</text>');
        expect(svg.split('No marking supplied by the source').length - 1).toBe(2);
        if (view === 'deals') expect(svg.split('Boundaries are not authoritative')).toHaveLength(2);
        await session.click('[data-export-png]');
        const png = PNG.sync.read(readFileSync(await desk.download('.png')));
        expect(png.width).toBe(2 * Number(/width="(\d+)"/.exec(svg)![1]));
        const shades = new Set<number>();
        for (let i = 0; i < png.data.length; i += 4004) shades.add(png.data.readUInt32BE(i - (i % 4)));
        expect(shades.size).toBeGreaterThan(4);
      }
    );

    test('[X96] a table of some deals says so in its name and above its rows', async () => {
      const desk = newDesk(engine);
      const session = await desk.open('#/deals?binds=yes&later=hidden');
      await ready(session);
      const rows = await session.evaluate<number>(
        `return document.querySelectorAll('tr[data-deal]').length;`
      );
      await session.click('[data-csv]');
      const path = await desk.download('.csv');
      expect(path).toMatch(new RegExp(`deals-2025-11-05-${rows}-of-\\d+\\.csv$`));
      expect(readFileSync(path, 'utf8')).toMatch(
        new RegExp(`\\nOnly ${rows} of \\d+\\. Binding: ${rows} deals on 5 November 2025\\.\\r?\\n`)
      );
    });

    test('[D61] a row lights its arc and an arc its row, in the same frame', async () => {
      const session = await newDesk(engine).open('#/deals');
      await ready(session);
      const lit = await session.evaluate<boolean[]>(`
        const id = 'deal-usa-chn-busan';
        const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
        const row = document.querySelector('tr[data-deal="' + id + '"]');
        const arc = document.querySelector('[data-arc="' + id + '"]');
        row.dispatchEvent(new PointerEvent('pointerenter'));
        await frame();
        const first = arc.classList.contains('lit');
        row.dispatchEvent(new PointerEvent('pointerleave'));
        await frame();
        const none = arc.classList.contains('lit');
        arc.dispatchEvent(new PointerEvent('pointerenter'));
        await frame();
        return [first, none, row.classList.contains('lit')];`);
      expect(lit).toEqual([true, false, true]);
    });

    test('[D62] the choices of the ledger hold on the timeline, its headline says so, and one click clears them', async () => {
      const session = await newDesk(engine).open('#/timeline?place=JPN&subject=energy');
      await ready(session);
      expect(await textOf(session, 'h1')).toMatch(/^Japan; energy: 3 deals and 2 events on 5 November 2025$/);
      expect(await count(session, '[data-bar]')).toBe(3);
      await session.click('.clear');
      await session.waitFor(`document.querySelectorAll('[data-bar]').length > 20`);
      await goTo(session, '#/deals?place=JPN&subject=energy');
      await session.waitFor(
        `document.querySelector('h1').innerText === 'Japan; energy: 3 deals on 5 November 2025'`
      );
    });

    test.each(['#/deals?on=deal-usa-jpn-minerals-framework', '#/deals'])(
      '[D63] at 1024 × 768 three rows of the ledger stand in sight under a map of 280 px and more, and nothing runs out sideways: %s',
      async (hash) => {
        const session = await newDesk(engine).open(hash);
        await ready(session);
        await session.setSize({ width: 1024, height: 768 });
        await session.waitFor(`window.innerWidth === 1024`);
        const seen = await session.evaluate<{ rows: number; map: boolean; height: number; over: number }>(`
        ${AT_REST}
        const stage = document.querySelector('#stage').getBoundingClientRect();
        const map = document.querySelector('[data-chart="map"]').getBoundingClientRect();
        const scroll = document.querySelector('[data-ledger]').parentElement;
        return {
          rows: [...document.querySelectorAll('tr[data-deal]')].filter((row) => row.querySelector('a').getBoundingClientRect().bottom <= stage.bottom).length,
          map: map.top >= stage.top && map.bottom <= stage.bottom,
          height: map.height,
          over: scroll.scrollWidth - scroll.clientWidth
        };`);
        expect(seen.rows).toBeGreaterThanOrEqual(3);
        expect(seen.map).toBe(true);
        expect(seen.height).toBeGreaterThanOrEqual(280);
        expect(seen.over).toBeLessThanOrEqual(1);
      }
    );

    test('[D99] no column of the ledger is cut, however wide the window', async () => {
      const session = await newDesk(engine).open('#/deals');
      await ready(session);
      for (const width of [1100, 1245, 1290, 1310, 1440]) {
        await session.setSize({ width, height: 800 });
        await session.waitFor(`window.innerWidth === ${width}`);
        const cut = await session.evaluate<number>(`
          ${AT_REST}
          const table = document.querySelector('[data-ledger]');
          return table.getBoundingClientRect().right - table.parentElement.getBoundingClientRect().right;`);
        expect(cut, `${width} px`).toBeLessThanOrEqual(1);
      }
    });

    test('[D97] at 1024 × 768 the lowest row in sight of the timeline stays in sight when its dossier takes room', async () => {
      const session = await newDesk(engine).open('#/timeline');
      await ready(session);
      await session.setSize({ width: 1024, height: 768 });
      await session.waitFor(`window.innerWidth === 1024`);
      const lowest = await session.evaluate<string>(`
        ${AT_REST}
        const edge = document.querySelector('#stage').getBoundingClientRect().bottom;
        const bars = [...document.querySelectorAll('[data-bar]')];
        const bar = bars.filter((one) => one.getBoundingClientRect().bottom < edge).at(-1);
        bar.focus({ preventScroll: true });
        bar.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        return bar.dataset.bar;`);
      await session.waitFor(`location.hash.includes(${JSON.stringify(lowest)})`);
      await session.waitFor(`(() => {
        const [bar, stage] = ['[data-bar="${lowest}"]', '#stage'].map((css) => document.querySelector(css).getBoundingClientRect());
        return document.querySelector('aside[data-dossier] h2') && bar.top >= stage.top && bar.bottom <= stage.bottom;
      })()`);
      // It is still there once all has come to rest.
      const stays = await session.evaluate<boolean>(`
        ${AT_REST}
        const [bar, stage] = ['[data-bar="${lowest}"]', '#stage'].map((css) => document.querySelector(css).getBoundingClientRect());
        return bar.top >= stage.top && bar.bottom <= stage.bottom;`);
      expect(stays).toBe(true);
    });

    test('[D64] by keys alone, with names: what binds, what is about rare earths, and what the briefing says that the record does not', async () => {
      const session = await newDesk(engine).open('#/brief');
      await ready(session);
      await session.press('3');
      await session.waitFor(`document.querySelector('[data-ledger]')`);
      await tabTo(session, '.answers a[href*="binds=yes"]');
      expect(await focused(session)).toBe('3 yes to “Do they bind?”');
      await session.press('Enter');
      await session.waitFor(
        `location.hash.includes('binds=yes') && document.querySelectorAll('tr[data-deal]').length === 3`
      );
      expect(await rows(session)).toEqual([
        'JERA buys gas assets in Louisiana',
        'Trade agreement with Cambodia',
        'Trade agreement with Malaysia'
      ]);

      await tabTo(session, '.answers a[href*="rare=yes"]');
      expect(await focused(session)).toBe('6 yes to “About rare earths?”');
      await session.press('Enter');
      await session.waitFor(
        `location.hash.includes('rare=yes') && document.querySelectorAll('tr[data-deal]').length === 6`
      );
      expect(await rows(session)).toEqual(
        pack.deals
          .filter((deal) => deal.rareEarths === 'yes' && deal.when.to.startsWith('2025-10'))
          .map((deal) => deal.title)
          .toSorted()
      );

      await session.press('r');
      await session.waitFor(`document.activeElement?.id === 'unborne-head'`);
      expect(await textOf(session, '#unborne-head')).toBe('What the briefing says that the record does not');
      const topics = await session.evaluate<string[]>(`
      const list = document.querySelector('[data-unborne] ul');
      return [...list.querySelectorAll('li > p > a')].map((link) => link.textContent.trim());`);
      expect(topics).toEqual([
        'Japan’s pledge of up to US$400 bn',
        'Toyota’s US$10 bn',
        'Car tariff of 15 %',
        'Soybeans',
        'Substitutes'
      ]);
      await session.press('r');
      await session.waitFor(`!document.querySelector('[data-unborne]')`);
    });

    test('[D78] by keys alone, with names: what was in force on 15 October 2025, on 1 December 2025 and today, and until when the record goes', async () => {
      const session = await newDesk(engine).open('#/deals');
      await ready(session);
      expect(await session.evaluate(`return document.querySelector('[data-asof]').value;`)).toBe(
        '5 Nov 2025'
      );
      const answered = `[...document.querySelectorAll('.answers a[href*="on=deal"]')].map((link) => link.textContent.trim())`;
      const onDay = async (typed: string, day: string, titles: readonly string[]) => {
        await tabTo(session, '[data-asof]');
        // What stands there is selected as the field is reached, so that typing replaces it.
        await session.waitFor(
          `(({ selectionStart, selectionEnd, value }) => selectionEnd - selectionStart === value.length)(document.activeElement)`
        );
        for (const key of typed) await session.press(key);
        await session.press('Enter');
        // The address changes at once, the answers with the next drawing.
        await session.waitFor(
          `location.hash.includes('as=${day}') && JSON.stringify(${answered}) === ${JSON.stringify(JSON.stringify(titles))}`
        );
      };
      await onDay('15 Oct 2025', '2025-10-15', []);
      const truce = ['Truce on controls and tariffs'];
      await onDay('1 Dec 2025', '2025-12-01', truce);
      // Typed on at once, before the address has told the day before.
      for (const key of '15 Oct 2025') await session.press(key);
      await session.press('Enter');
      await onDay('1 Dec 2025', '2025-12-01', truce);
      expect(await count(session, '[data-compiled]')).toBe(0);
      const today = await session.evaluate<string>(`
      const now = new Date();
      const two = (n) => String(n).padStart(2, '0');
      return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());`);
      const names = dealAnswer(pack.deals, today, pack.measures)!.inForce.map((deal) => deal.title);
      await onDay('today', today, names.slice(0, 3));
      const { compiled } = pack.briefing;
      expect(await count(session, 'header [data-compiled]')).toBe(today > compiled ? 1 : 0);

      await tabTo(session, '[data-controls]');
      await session.press('Enter');
      await session.waitFor(`document.querySelector('[data-bar]')`);
      const controls = pack.measures.filter((m) => stateOn(m.states, today).state === 'in force');
      const bars = await session.evaluate<string[]>(
        `return [...document.querySelectorAll('[data-bar]')].map((bar) => bar.dataset.bar);`
      );
      for (const { id } of controls) expect(bars).toContain(id);
    });

    test('[D79] a day typed wrongly is explained beside the field and changes nothing; Escape puts the day back', async () => {
      const session = await newDesk(engine).open('#/deals');
      await ready(session);
      const before = await session.evaluate<string[]>(
        `return [location.hash, document.querySelector('h1').innerText, document.querySelector('[data-ledger]').innerText];`
      );
      await tabTo(session, '[data-asof]');
      for (const key of '31.2.2025') await session.press(key);
      await session.press('Enter');
      await session.waitFor(`document.querySelector('[data-asof-fault]')?.textContent.trim()`);
      const [field, fault] = await session.evaluate<
        { bottom: number; right: number; top: number; left: number }[]
      >(
        `return ['[data-asof]', '[data-asof-fault]'].map((css) => document.querySelector(css).getBoundingClientRect().toJSON());`
      );
      // Beside it: right below, and over the same part of the page.
      expect(fault!.top - field!.bottom).toBeLessThan(24);
      expect(fault!.left < field!.right && fault!.right > field!.left).toBe(true);
      expect(
        await session.evaluate<string[]>(
          `return [location.hash, document.querySelector('h1').innerText, document.querySelector('[data-ledger]').innerText];`
        )
      ).toEqual(before);
      await session.press('Escape');
      await session.waitFor(
        `document.querySelector('[data-asof]').value === '5 Nov 2025' && !document.querySelector('[data-asof-fault]')`
      );
    });
  }
);
