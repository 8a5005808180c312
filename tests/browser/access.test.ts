import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, test } from 'vitest';
import { enter, STATES } from './access/states.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, oneChromium } from './engines/engines.ts';
import { builtPage, newDesk } from './suite/desk.ts';
import { ready } from './suite/reader.ts';

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

/** What sticks out sideways and cannot be scrolled to within a part of its own. */
const SIDEWAYS = `const wide = innerWidth;
  const own = (node) => { for (let up = node; up && up !== document.body; up = up.parentElement)
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true; return false; };
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

  test('[AC3] whoever asks for less motion gets none in any state', { timeout: 120_000 }, async () => {
    const session = await newDesk(chromium!).open('', { media: { 'prefers-reduced-motion': 'reduce' } });
    await ready(session);
    const moving: string[] = [];
    for (const state of STATES) {
      await enter(session, state);
      const found = await session.evaluate<string[]>(`return [...document.querySelectorAll('*')]
        .filter((node) => { const { transitionDuration, animationName, animationDuration } = getComputedStyle(node);
          return parseFloat(transitionDuration) > 0 || (animationName !== 'none' && parseFloat(animationDuration) > 0); })
        .map((node) => node.tagName + '.' + node.getAttribute('class'));`);
      moving.push(...found.map((what) => `${state.name}: ${what}`));
    }
    expect(moving).toEqual([]);
  });
});
