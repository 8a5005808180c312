import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOCUS, type Focus } from './access/focus.ts';
import { enter, STATES } from './access/states.ts';
import type { Session } from './engines/engine.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, oneChromium } from './engines/engines.ts';
import { Desk } from './suite/desk.ts';
import { goTo, ready } from './suite/reader.ts';

const engines = await findEngines();
/** Chromium alone can be told that the system forces its colours. */
const chromium = oneChromium(engines);
afterAll(hideDisplay);

/** Pictures, and links in them, of which no line or area stands out from the ground; text alone does not count. */
const LOST = `const probe = document.createElement('span'); document.body.append(probe);
  const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
  const canvas = system('Canvas');
  const solid = (paint) => paint !== 'none' && paint !== canvas && !/^rgba.*, 0\\)$|transparent/.test(paint);
  const paints = (paint, node) => {
    const [, pattern] = /url\\("?#([^")]+)/.exec(paint) ?? [];
    return pattern ? [...(document.getElementById(pattern)?.children ?? [])].some((part) => solid(getComputedStyle(part).fill)) : solid(paint);
  };
  const opacity = (node) => { let all = 1; for (let up = node; up instanceof Element; up = up.parentElement) all *= Number(getComputedStyle(up).opacity); return all; };
  const drawn = (root) => [...root.querySelectorAll('path, rect, line, circle, polygon, polyline, use')].some((node) => {
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden' || node.closest('defs, pattern')) return false;
    const strong = opacity(node);
    return (paints(style.fill, node) && strong * Number(style.fillOpacity) >= 0.25)
      || (paints(style.stroke, node) && parseFloat(style.strokeWidth) > 0 && strong * Number(style.strokeOpacity) >= 0.25);
  });
  const pictures = [...document.querySelectorAll('main svg, main svg a, aside svg, dialog svg')]
    .filter((node) => node.getClientRects().length && getComputedStyle(node).visibility === 'visible' && !node.closest('.note-figure') && node.querySelector('path, rect, line, circle') && opacity(node) > 0);
  // The bar of a site lies below its link, with the ribbons.
  const bar = ({ dataset }) => dataset.site && document.querySelector('[data-bar="' + dataset.site + '"]');
  const lost = pictures.filter((node) => !drawn(bar(node) || node))
    .map((node) => node.tagName + ' ' + (node.getAttribute('aria-label') ?? node.getAttribute('class') ?? node.textContent.trim().slice(0, 40)));
  probe.remove();
  return { seen: pictures.length, lost };`;

/** How a thing looks apart from its colours and grounds, which the system replaces. */
const LOOK = (css: string) => `const node = document.querySelector(${JSON.stringify(css)});
  return [node, ...node.querySelectorAll('*')].map((part) => { const style = getComputedStyle(part);
    return [style.outlineStyle, style.outlineWidth, style.strokeWidth, style.strokeDasharray, style.opacity, style.fontWeight,
      style.textDecorationLine, style.borderBottomStyle, style.borderBottomWidth].join(); })`;

/** What can be chosen, chosen and not. */
const CHOSEN: [name: string, hash: string, chosen: string, other: string, open?: string][] = [
  ['a view', '#/flows', '.rail a[aria-current]', '.rail a:not([aria-current])'],
  ['a site', '#/flows?on=magnet-2024/sep-chn', '[data-lit="sep-chn"] .edge', '[data-bar="mine-chn"] .frame'],
  ['a year', '#/flows', '[data-lenses] a[aria-current]', '[data-lenses] a:not([aria-current])'],
  [
    'a scenario',
    '#/flows?what=scenario-myanmar-stops',
    '.ready a[aria-current]',
    '.ready a:not([aria-current])'
  ],
  [
    'an arc',
    '#/deals?on=deal-usa-jpn-minerals-framework',
    '[data-above="deal-usa-jpn-minerals-framework"] .line',
    '[data-arc="deal-usa-aus-framework"] .line'
  ],
  [
    'a row of the ledger',
    '#/deals?on=deal-usa-jpn-minerals-framework',
    'tr[data-deal][aria-current]',
    'tr[data-deal]:not([aria-current])'
  ],
  [
    'a control on the timeline',
    '#/timeline?on=measure-2025-18',
    '#stage svg .chosen .stretch',
    '#stage svg a:not(.chosen) .stretch.full'
  ],
  [
    'what was found',
    '#/brief',
    '[role="option"][aria-selected="true"]',
    '[role="option"][aria-selected="false"]',
    'china'
  ]
];

describe.skipIf(!chromium).each(['dark', 'light'] as const)('in forced colours, %s', (scheme) => {
  let desk: Desk;
  let session: Session;
  beforeAll(async () => {
    desk = new Desk(chromium!);
    session = await desk.open('', { scheme, media: { 'forced-colors': 'active' } });
    await ready(session);
  });
  afterAll(() => desk?.clear());

  test(
    '[AC7] every picture and every link in it stands out from the ground, in every state',
    {
      timeout: 240_000
    },
    async () => {
      expect(await session.evaluate(`return matchMedia('(forced-colors: active)').matches;`)).toBe(true);
      const lost: string[] = [];
      let seen = 0;
      for (const state of STATES) {
        await enter(session, state);
        const found = await session.evaluate<{ seen: number; lost: string[] }>(LOST);
        lost.push(...found.lost.map((what) => `${state.name}: ${what}`));
        seen += found.seen;
      }
      expect(lost).toEqual([]);
      expect(seen).toBeGreaterThan(300);
    }
  );

  test('[AC7] the same look finds a picture that was painted away', async () => {
    await goTo(session, '#/flows');
    await session.waitFor(`document.querySelector('[data-flow] .shape')`);
    await session.evaluate(
      `document.querySelectorAll('[data-flow="r01"] *').forEach((part) => { part.style.fill = part.style.stroke = 'Canvas'; });`
    );
    const { lost } = await session.evaluate<{ lost: string[] }>(LOST);
    expect(lost.join()).toContain('From mines in China');
    await goTo(session, '#/brief');
  });

  test('[AC7] words over a ribbon bring a ground of their own, in the colour of the page', async () => {
    await goTo(session, '#/flows?on=magnet-2024/sep-chn');
    await session.waitFor(`document.querySelector('#stage text.over tspan')`);
    const grounds = await session.evaluate<
      string[][]
    >(`const probe = document.createElement('i'); document.body.append(probe); probe.style.color = 'Canvas';
      const canvas = getComputedStyle(probe).color; probe.remove();
      return [...document.querySelectorAll('#stage text.over tspan')].map((word) => { const style = getComputedStyle(word);
        return [style.stroke === canvas, parseFloat(style.strokeWidth) >= 4, style.paintOrder.startsWith('stroke')].join(); });`);
    expect(new Set(grounds)).toEqual(new Set(['true,true,true']));
    await goTo(session, '#/flows');
  });

  test('[AC7] the kinds of evidence differ by more than colour', async () => {
    await goTo(session, '#/flows');
    await session.waitFor(`document.querySelector('#stage [aria-label="What a ribbon stands on"]')`);
    const looks = await session.evaluate<string[]>(
      `return [...document.querySelectorAll('[aria-label="What a ribbon stands on"] rect')].map((one) => { const style = getComputedStyle(one);
        return [style.fill.startsWith('url') ? style.fill : 'plain', style.opacity * style.fillOpacity].join(); });`
    );
    expect(looks.length).toBe(4);
    expect(new Set(looks).size).toBe(4);
  });

  test.each(CHOSEN)('[AC8] %s that is chosen looks so', async (_, hash, chosen, other, open) => {
    await goTo(session, hash);
    if (open) {
      await session.evaluate(`document.querySelector('[data-search-open]').click();`);
      await session.waitFor(`document.querySelector('[data-search] input')`);
      await session.evaluate(`const field = document.querySelector('[data-search] input');
        field.value = ${JSON.stringify(open)}; field.dispatchEvent(new Event('input', { bubbles: true }));`);
    }
    await session.waitFor(
      `document.querySelector(${JSON.stringify(chosen)}) && document.querySelector(${JSON.stringify(other)})`
    );
    const [one, another] = [
      await session.evaluate(`${LOOK(chosen)}[0];`),
      await session.evaluate(`${LOOK(other)}[0];`)
    ];
    const within = await session.evaluate(`${LOOK(chosen)}.join();`);
    expect(one !== another || within !== (await session.evaluate(`${LOOK(other)}.join();`))).toBe(true);
    await session.evaluate(`document.querySelectorAll('dialog').forEach((dialog) => dialog.close());`);
  });

  /** From where Tab goes on: a view, a dossier beside one, or a sheet over it, by what opens it. */
  const PLACES: [hash: string, from: string, opens?: string][] = [
    ...['#/brief', '#/flows', '#/deals', '#/timeline', '#/notes'].map((hash): [string, string] => [
      hash,
      '#stage'
    ]),
    ['#/deals?on=deal-usa-jpn-minerals-framework', '[data-dossier-title]'],
    ['#/flows?on=magnet-2024/sep-chn', '[data-dossier-title]'],
    ['#/brief', 'dialog[open]', '[data-help-open]'],
    ['#/brief', 'dialog[open]', '[data-present-open]']
  ];
  test.each(PLACES)(
    '[AC9] the focus is seen at every stop of Tab: %s, from %s %s',
    { timeout: 60_000 },
    async (hash, from, opens) => {
      await goTo(session, hash);
      await session.waitFor(`document.querySelector('main h1')`);
      if (opens) await session.evaluate(`document.querySelector('${opens}').click();`);
      await session.waitFor(`document.querySelector('${from}')`);
      if (!opens) await session.evaluate(`document.querySelector('${from}').focus();`);
      const stops = new Set<string>();
      for (let i = 0; i < 25; i += 1) {
        await session.press('Tab');
        const focus = await session.evaluate<Focus>(FOCUS);
        expect(
          focus.seen || focus.tag === 'BODY',
          `the focus cannot be seen on ${focus.tag} “${focus.text}”`
        ).toBe(true);
        if (focus.tag !== 'BODY') stops.add(focus.text || focus.tag);
      }
      expect(stops.size).toBeGreaterThan(opens === '[data-help-open]' ? 0 : 4);
      await session.evaluate(`document.querySelectorAll('dialog').forEach((dialog) => dialog.close());`);
    }
  );
});
