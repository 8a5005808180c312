import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, test } from 'vitest';
import { enter, STATES } from './access/states.ts';
import { hideDisplay } from './engines/display.ts';
import type { Session } from './engines/engine.ts';
import { findEngines, oneChromium } from './engines/engines.ts';
import { builtPage, newDesk } from './suite/desk.ts';
import { goTo, ready, textOf } from './suite/reader.ts';

const engines = await findEngines();
/** The rules of axe read the page's tree, which is the same in all engines; one Chromium is enough. */
const chromium = oneChromium(engines);
afterAll(hideDisplay);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FINDINGS = `const { violations } = await window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations']
  });
  // A letter that stands for a subject is a symbol, like a cross for Close: it need not be in the name.
  const symbols = ({ target }) => {
    const twin = document.querySelector(target.join(' '))?.cloneNode(true);
    twin?.querySelectorAll('[aria-hidden]').forEach((sign) => sign.remove());
    return Boolean(twin?.textContent.trim()) && (twin.getAttribute('aria-label') ?? '').includes(twin.textContent.trim());
  };
  return violations.flatMap(({ id, nodes }) => nodes.filter((node) => id !== 'label-content-name-mismatch' || !symbols(node)).map((node) =>
    id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 160) + ' ' + (node.any[0] ?? node.all[0] ?? node.none[0])?.message));`;

/** What sticks out sideways and cannot be scrolled to within a part of its own; a picture cuts its longest words at its edge. */
const SIDEWAYS = `const wide = innerWidth;
  const own = (node) => { for (let up = node; up && up !== document.body; up = up.parentElement)
    if (/auto|scroll/.test(getComputedStyle(up).overflowX) || up.matches('[data-chart="flows"]')) return true; return false; };
  const faults = [...document.body.querySelectorAll('*')].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.right > wide + 1 && !own(node);
  }).map((node) => node.tagName + '.' + node.getAttribute('class') + ' ' + node.textContent.trim().slice(0, 40));
  if (document.scrollingElement.scrollWidth > wide + 1) faults.push('the page is ' + document.scrollingElement.scrollWidth + ' px wide');
  return faults;`;

const whole = () => builtPage();
const brokenBriefing = () =>
  Buffer.from(builtPage().toString('utf8').replace('"view":"deals"', '"view":"dials"'));
/** What is left where scripts are blocked; the checks themselves need a page that runs them. */
const scriptless = () =>
  Buffer.from(
    builtPage()
      .toString('utf8')
      .replace(/<script>[\s\S]*?<\/script>/g, '')
  );
/** Makes the Deals view fail while it is drawn, as a bug of ours would. */
const BREAK = `window.sound = Array.prototype.toSorted;
  Array.prototype.toSorted = () => { throw new Error('planted fault'); };
  location.hash = '#/deals';
  await new Promise((done) => setTimeout(done, 400));
  Array.prototype.toSorted = window.sound;
  if (!document.querySelector('main [role="alert"].bad')) throw new Error('nothing broke');`;
const READY = `document.documentElement.dataset.ready !== undefined`;

/** What has a document of its own: where, with what page, and what makes it complete. */
const ALONE: [name: string, page: () => Buffer, hash: string, there: string][] = [
  ['the room’s window', whole, '#present', `document.querySelector('.wall h1')`],
  ['the speaker’s window', whole, '#speaker', `document.querySelector('#app h1, #app h2')`],
  ['the rescue page', whole, '#rescue', `document.querySelector('[data-rescue]')`],
  ['a refused briefing', brokenBriefing, '', `document.querySelector('[role="alert"].message')`],
  ['a view that broke', whole, '#/brief', READY],
  ['the copy for reading', scriptless, '', `document.querySelector('.reading')?.getClientRects().length`]
];

describe.skipIf(!chromium)('the page, for everybody', () => {
  test.each(['light', 'dark'] as const)(
    '[AC1] axe finds nothing in any state, %s',
    { timeout: 300_000 },
    async (scheme) => {
      const session = await newDesk(chromium!).open('', { scheme });
      await ready(session);
      await session.evaluate(`${axe}; window.axe ??= axe;`);
      const found: string[] = [];
      for (const state of STATES) {
        await enter(session, state);
        const faults = await session.evaluate<string[]>(FINDINGS);
        found.push(...faults.map((fault) => `${state.name}: ${fault}`));
      }
      expect([...new Set(found)]).toEqual([]);
    }
  );

  test.each(['light', 'dark'] as const)(
    '[AC1] nor in the windows and pages that stand alone, %s',
    { timeout: 120_000 },
    async (scheme) => {
      const found: string[] = [];
      for (const [name, page, hash, there] of ALONE) {
        const desk = newDesk(chromium!, page());
        const session = await desk.open(hash, { scheme });
        await session.waitFor(there);
        if (name.startsWith('a view that broke')) await session.evaluate(BREAK);
        await session.evaluate(`${axe}; window.axe ??= axe;`);
        const faults = await session.evaluate<string[]>(FINDINGS);
        found.push(...faults.map((fault) => `${name}: ${fault}`));
        await session.close();
      }
      expect([...new Set(found)]).toEqual([]);
    }
  );

  test('[AC1] the same run finds a planted fault', async () => {
    const session = await newDesk(chromium!).open();
    await ready(session);
    await session.evaluate(`${axe}; window.axe ??= axe;
      document.querySelector('#stage').append(document.createElement('button'));`);
    expect((await session.evaluate<string[]>(FINDINGS)).join('\n')).toContain('button-name');
  });

  /** 1280 px at 200 % and at 400 %. */
  test.each([640, 320])(
    '[AC2] at %i px nothing sticks out sideways in any state',
    { timeout: 300_000 },
    async (width) => {
      const session = await newDesk(chromium!).open();
      await session.setSize({ width, height: 640 });
      await ready(session);
      const found: string[] = [];
      for (const state of STATES) {
        await enter(session, state);
        const faults = await session.evaluate<string[]>(SIDEWAYS);
        found.push(...faults.slice(0, 4).map((fault) => `${state.name}: ${fault}`));
      }
      expect(found).toEqual([]);
    }
  );

  test(
    '[AC10] at a desk the page itself never scrolls away, whatever is in it',
    { timeout: 120_000 },
    async () => {
      const session = await newDesk(chromium!).open();
      await ready(session);
      await session.setSize({ width: 1440, height: 900 });
      const tall: string[] = [];
      for (const state of STATES) {
        await enter(session, state);
        const [page, window] = await session.evaluate<[number, number]>(
          'return [document.scrollingElement.scrollHeight, innerHeight];'
        );
        if (page > window) tall.push(`${state.name}: ${page} px`);
      }
      expect(tall).toEqual([]);
    }
  );

  /** What still moves: transitions and animations that take time. */
  const MOVING = `return [...document.querySelectorAll('*')]
    .filter((node) => { const { transitionDuration, animationName, animationDuration } = getComputedStyle(node);
      return parseFloat(transitionDuration) > 0 || (animationName !== 'none' && parseFloat(animationDuration) > 0); })
    .map((node) => node.tagName + '.' + node.getAttribute('class'));`;
  const STILL = { media: { 'prefers-reduced-motion': 'reduce' } } as const;

  test('[AC3] whoever asks for less motion gets none in any state', { timeout: 120_000 }, async () => {
    const session = await newDesk(chromium!).open('', STILL);
    await ready(session);
    const moving: string[] = [];
    for (const state of STATES) {
      await enter(session, state);
      const found = await session.evaluate<string[]>(MOVING);
      moving.push(...found.map((what) => `${state.name}: ${what}`));
    }
    expect(moving).toEqual([]);
  });

  test.each(ALONE)('[AC3] nor in %s', async (name, page, hash, there) => {
    const session = await newDesk(chromium!, page()).open(hash, STILL);
    await session.waitFor(there);
    if (name.startsWith('a view that broke')) await session.evaluate(BREAK);
    expect(await session.evaluate<string[]>(MOVING)).toEqual([]);
    // From one scene to the next.
    if (hash !== '#present') return;
    const first = await textOf(session, '.wall h1');
    await session.press('ArrowRight');
    await session.waitFor(`document.querySelector('.wall h1').innerText.trim() !== ${JSON.stringify(first)}`);
    expect(await session.evaluate<string[]>(MOVING)).toEqual([]);
  });

  test('[AC3] the same look finds what moves where nobody asked for less', async () => {
    const session = await newDesk(chromium!).open('#present');
    await session.waitFor(`document.querySelector('.wall h1')`);
    await session.evaluate(`document.querySelector('.wall h1').style.transition = 'opacity 1s';`);
    expect(await session.evaluate<string[]>(MOVING)).not.toEqual([]);
  });

  /** The ids under which a picture's marks, or a table's rows, are kept, each once. */
  const idsOf = (session: Session, css: string, ...names: string[]) =>
    session.evaluate<string[]>(`return [...new Set([...document.querySelectorAll(${JSON.stringify(css)})]
      .map(({ dataset }) => ${names.map((name) => `dataset.${name}`).join(' ?? ')}))].sort();`);

  test.each(['magnet-2024', 'magnet-2025', 'total-2024', 'total-2025'])(
    '[AC16] the table below the flows of %s has a row for each ribbon, with its amount',
    async (lens) => {
      const session = await newDesk(chromium!).open(`#/flows?lens=${lens}`);
      await ready(session);
      await session.waitFor(`document.querySelector('[data-chart="flows"] [data-flow]')`);
      const ribbons = await idsOf(session, '[data-chart="flows"] a[data-flow]', 'flow');
      expect(ribbons.length).toBeGreaterThan(10);
      expect(await idsOf(session, '[data-twin] tr[data-row]', 'row')).toEqual(ribbons);
      const unlike = await session.evaluate<string[]>(`const plain = (text) => text.replace(/[\\s,]/g, '');
        return [...document.querySelectorAll('[data-twin] tr[data-row]')].filter((row) => {
          const ribbon = document.querySelector('[data-chart="flows"] a[data-flow="' + row.dataset.row + '"]');
          return !plain(ribbon.getAttribute('aria-label')).includes(plain(row.querySelector('td.number a').textContent));
        }).map((row) => row.dataset.row);`);
      expect(unlike).toEqual([]);
    }
  );

  test('[AC16] the ledger has a row for each arc, and the timeline’s table one for each mark', async () => {
    const session = await newDesk(chromium!).open('#/deals');
    await ready(session);
    await session.waitFor(`document.querySelector('[data-chart="map"] [data-arc]')`);
    const arcs = await idsOf(session, '[data-chart="map"] a[data-arc]', 'arc');
    const deals = await idsOf(session, 'tr[data-deal]', 'deal');
    expect(arcs.length).toBeGreaterThan(10);
    expect(arcs.filter((id) => !deals.includes(id))).toEqual([]);
    await goTo(session, '#/timeline');
    await session.waitFor(`document.querySelector('[data-chart="timeline"] [data-bar]')`);
    const marks = await idsOf(
      session,
      '[data-chart="timeline"] [data-bar], [data-chart="timeline"] [data-event]',
      'bar',
      'event'
    );
    await goTo(session, '#/timeline?table=yes');
    await session.waitFor(`document.querySelector('#stage tr[data-row]')`);
    expect(marks.length).toBeGreaterThan(20);
    expect(await idsOf(session, '#stage tr[data-row]', 'row')).toEqual(marks);
  });
});
