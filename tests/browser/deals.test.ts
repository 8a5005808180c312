import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';
import { hideDisplay } from './engines/display.ts';
import { findEngines } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { count, ready, textOf } from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);

describe.each(
  engines.found.filter(({ name }) => name !== 'bundled').map((engine) => [engine.name, engine] as const)
)('deals and timeline in %s', (_name, engine) => {
  test.each(['deals', 'timeline'])(
    '[D60] %s goes along as SVG and PNG, with what it needs inside',
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
      if (view === 'deals') expect(svg).toContain('Boundaries are not authoritative');
      await session.click('[data-export-png]');
      const png = PNG.sync.read(readFileSync(await desk.download('.png')));
      expect(png.width).toBe(2 * Number(/width="(\d+)"/.exec(svg)![1]));
      const shades = new Set<number>();
      for (let i = 0; i < png.data.length; i += 4004) shades.add(png.data.readUInt32BE(i - (i % 4)));
      expect(shades.size).toBeGreaterThan(4);
    }
  );

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
  });

  test.each(['#/deals?on=deal-usa-jpn-minerals-framework', '#/deals'])(
    '[D63] at 1024 × 768 three rows of the ledger stand in sight under a map of 280 px and more, and nothing runs out sideways: %s',
    async (hash) => {
      const session = await newDesk(engine).open(hash);
      await ready(session);
      await session.setSize({ width: 1024, height: 768 });
      await session.waitFor(`window.innerWidth === 1024`);
      const seen = await session.evaluate<{ rows: number; map: boolean; height: number; over: number }>(`
        await new Promise((done) => setTimeout(done, 500));
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

  test('[D64] the five questions are answered by keys alone: what binds, what is about rare earths, what was in force when, what the record lacks', async () => {
    const session = await newDesk(engine).open('#/brief');
    await ready(session);
    await session.press('3');
    await session.waitFor(`document.querySelector('[data-ledger]')`);
    expect(await textOf(session, 'h1')).toContain('3 bind by their text');
    expect(await textOf(session, '.answers')).toMatch(/About rare earths\?\s*6 yes/);
    expect(await textOf(session, '.answers')).toMatch(/Record of all, at worst\s*4 contradicted/);
    const onDay = async (typed: string, day: string) => {
      await session.evaluate(
        `document.querySelector('[data-asof]').blur(); document.querySelector('[data-asof]').focus();`
      );
      await session.type('[data-asof]', typed);
      await session.press('Enter');
      await session.waitFor(`location.hash.includes('as=${day}')`);
      return textOf(session, '.answers');
    };
    expect(await onDay('15 Oct 2025', '2025-10-15')).toContain('in force on 15 Oct 2025');
    expect(await onDay('1 Dec 2025', '2025-12-01')).toContain('Truce on controls and tariffs');
  });
});
