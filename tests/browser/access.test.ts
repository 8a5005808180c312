import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, test } from 'vitest';
import { enter, STATES } from './access/states.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { goTo, ready } from './suite/reader.ts';

const engines = await findEngines();
/** The rules of axe read the page's tree, which is the same in all engines; one Chromium is enough. */
const chromium =
  engines.found.find(({ name }) => name === 'chromium') ??
  engines.found.find(({ name }) => name === 'bundled');
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

  test('[AC3] whoever asks for less motion gets none', async () => {
    const session = await newDesk(chromium!).open('', { media: { 'prefers-reduced-motion': 'reduce' } });
    await ready(session);
    for (const hash of ['#/flows', '#/deals', '#/timeline']) {
      await goTo(session, hash);
      await session.waitFor(`document.querySelector('#stage svg')`);
      const moving = await session.evaluate<string[]>(`return [...document.querySelectorAll('*')]
        .filter((node) => { const { transitionDuration, animationName, animationDuration } = getComputedStyle(node);
          return parseFloat(transitionDuration) > 0 || (animationName !== 'none' && parseFloat(animationDuration) > 0); })
        .map((node) => node.tagName + '.' + node.getAttribute('class'));`);
      expect(moving, hash).toEqual([]);
    }
  });
});
