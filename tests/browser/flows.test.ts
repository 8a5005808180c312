import { afterAll, describe, expect, test } from 'vitest';
import { hideDisplay } from './engines/display.ts';
import { findEngines, oneChromium } from './engines/engines.ts';
import { builtPage, newDesk } from './suite/desk.ts';
import { AT_REST, ready, textOf } from './suite/reader.ts';

const engines = await findEngines();
/** Boxes are measured once, in whichever Chromium there is; the pictures are the same in all engines. */
const chromium = oneChromium(engines);
afterAll(hideDisplay);

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 }
];
const LENSES = ['magnet-2024', 'magnet-2025', 'total-2024', 'total-2025'];

/**
 * Labels of the Sankey that are cut, overlap, lie on another site's ribbon, or on their own at less than 4.5:1, or are under 12 px on
 * screen; and pictures wider than the page. A ribbon is its origin's own: what a site receives belongs to whoever sends it.
 */
const FAULTS = `
  const faults = [];
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const ink = canvas.getContext('2d', { willReadFrequently: true });
  const rgb = (colours) => {
    ink.globalAlpha = 1;
    for (const [colour, alpha] of colours) {
      ink.globalAlpha = alpha;
      ink.fillStyle = colour;
      ink.fillRect(0, 0, 1, 1);
    }
    return [...ink.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (one) => one.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const style = (node) => getComputedStyle(node);
  const paper = style(document.documentElement).getPropertyValue('--paper').trim();
  // All that a ribbon shows: its plain colour, or the ground and the marks of its texture.
  const tones = (svg, shape) => {
    const alpha = Number(style(shape).opacity) * Number(style(shape).fillOpacity);
    const id = /#([a-z0-9-]+)/.exec(shape.getAttribute('fill') || '')?.[1];
    if (!id) return [rgb([[paper, 1], [style(shape).fill, alpha]])];
    const [ground, mark] = svg.querySelector('#' + id).children;
    const below = [[paper, 1], [style(ground).fill, 1]];
    return [rgb(below), rgb([...below, [style(mark).fill, Number(style(mark).opacity) * Number(style(mark).fillOpacity)]])];
  };
  for (const svg of document.querySelectorAll('[data-chart="flows"]')) {
    const frame = svg.getBoundingClientRect();
    if (frame.right > innerWidth + 0.5) faults.push('wider than the page: ' + frame.right);
    const labels = [...svg.querySelectorAll('[data-site], .passing')].flatMap((site) =>
      [...site.querySelectorAll('tspan')].map((line) =>
        ({ site: site.dataset.site ?? 'passing ' + site.textContent.trim(), line, bar: svg.querySelector('[data-bar="' + site.dataset.site + '"] .full'), text: line.textContent, box: line.getBoundingClientRect() })));
    for (const { site, text, box } of labels)
      if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5 || box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5)
        faults.push('cut: ' + site + ' ' + text);
    labels.forEach((one, i) => labels.slice(i + 1).forEach((two) => {
      if (one.site === two.site) return;
      // A line's box is 3 px taller than its letters.
      const high = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top) - 3;
      const wide = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
      if (high > 0 && wide > 0.5) faults.push('overlap: ' + one.text + ' / ' + two.text);
    }));
    const point = svg.querySelector('svg').createSVGPoint();
    for (const { site, line, bar, text, box } of labels) {
      if (line.closest('.turned')) {
        const on = contrast(rgb([[style(line).fill, 1]]), rgb([[style(bar).fill, 1]]));
        if (on < 4.5) faults.push('faint on its bar, ' + on.toFixed(2) + ': ' + text);
        continue;
      }
      for (const ribbon of svg.querySelectorAll('[data-flow]')) {
        const shape = ribbon.querySelector('.shape');
        if (!shape) continue;
        const back = shape.getScreenCTM().inverse();
        const covers = [0.3, 0.5, 0.7].some((down) =>
          Array.from({ length: 12 }, (_, i) => 0.04 + 0.08 * i).some((across) => {
            point.x = box.left + box.width * across;
            point.y = box.top + box.height * down;
            return shape.isPointInFill(point.matrixTransform(back));
          }));
        if (!covers) continue;
        if (ribbon.dataset.from !== site) faults.push('on the ribbon ' + ribbon.dataset.flow + ': ' + site + ' ' + text);
        else
          for (const tone of tones(svg, shape)) {
            const on = contrast(rgb([[style(line).fill, 1]]), tone);
            if (on < 4.5) faults.push('faint on its ribbon ' + ribbon.dataset.flow + ', ' + on.toFixed(2) + ': ' + site + ' ' + text);
          }
      }
    }
    const scale = frame.width / svg.querySelector('svg').viewBox.baseVal.width;
    for (const text of svg.querySelectorAll('tspan, .heading text'))
      if (parseFloat(style(text).fontSize) * scale < 11.99) faults.push('small: ' + text.textContent);
  }
  return faults;`;

describe.skipIf(!chromium)('labels of the flows', () => {
  test.each(LENSES)(
    '[F80] of %s are neither cut nor crossed nor faint nor small, at four sizes, by day and by night',
    async (lens) => {
      const session = await newDesk(chromium!).open(`#/flows?lens=${lens}`);
      await ready(session);
      for (const size of SIZES) {
        await session.setSize(size);
        for (const theme of ['light', 'dark']) {
          await session.evaluate(`document.documentElement.dataset.theme = '${theme}'; ${AT_REST}`);
          expect(
            await session.evaluate<string[]>(FAULTS),
            `${size.width} × ${size.height}, ${theme}`
          ).toEqual([]);
        }
      }
    }
  );

  test.each(LENSES)(
    '[F111] of %s stay so beside a dossier, traced, and split in proportion',
    async (lens) => {
      const session = await newDesk(chromium!).open(`#/flows?lens=${lens}`);
      await ready(session);
      for (const hash of [`lens=${lens}&on=${lens}/sep-chn`, `lens=${lens}&split=yes`])
        for (const size of SIZES) {
          await session.setSize(size);
          await session.evaluate(`location.hash = '#/flows?${hash}'; ${AT_REST}`);
          expect(await session.evaluate<string[]>(FAULTS), `${hash} ${size.width} × ${size.height}`).toEqual(
            []
          );
        }
    }
  );

  test.each(LENSES)('[F81] every ribbon and every site of %s can be hit on 24 px', async (lens) => {
    const session = await newDesk(chromium!).open(`#/flows?lens=${lens}`);
    await ready(session);
    await session.waitFor(`document.querySelector('[data-chart="flows"] a')`);
    const small = await session.evaluate<
      string[]
    >(`return [...document.querySelectorAll('[data-chart="flows"] a')]
      .filter((link) => {
        const shape = link.querySelector('.shape');
        const target = link.querySelector('.target') ?? shape;
        const box = target.getBBox();
        return box.height + (parseFloat(target.getAttribute('stroke-width')) || 0) < 23.99;
      })
      .map((link) => link.dataset.flow ?? link.dataset.site);`);
    expect(small).toEqual([]);
  });

  test('[F82] a selected refinery lights what goes through it, and says its share in a sentence', async () => {
    const session = await newDesk(chromium!).open('#/flows?on=magnet-2024/sep-chn');
    await ready(session);
    await session.waitFor(`document.querySelector('[data-trace]')?.innerText.includes('81 %')`);
    expect(await textOf(session, 'aside [data-share]')).toMatch(
      /73\s757 \/ 80\s805\s+t = 91\s%\s+of all that is separated/
    );
    expect(
      await session.evaluate('return document.querySelectorAll(".over .shape, .over .traced").length;')
    ).toBeGreaterThan(8);
  });

  test('[F159] Space turns the switch, and turns it back', async () => {
    const session = await newDesk(chromium!).open('#/flows');
    await ready(session);
    await session.evaluate(`document.querySelector('[role="switch"]').focus();`);
    await session.press(' ');
    await session.waitFor(`location.hash.includes('split=yes')`);
    await session.waitFor(`document.activeElement.getAttribute('aria-checked') === 'true'`);
    await session.press(' ');
    await session.waitFor(`!location.hash.includes('split=yes')`);
  });

  test('[F83] a scenario is a link: what would be missing is outlined, the range stands beside its assumptions', async () => {
    const session = await newDesk(chromium!).open('#/flows?what=scenario-myanmar-stops');
    await ready(session);
    await session.waitFor(`document.querySelector('[data-result]')?.innerText.includes('−13 %')`);
    expect(await session.evaluate('return document.querySelectorAll(".lost").length;')).toBeGreaterThan(3);
    expect(
      await session.evaluate<string>('return document.querySelector("[data-result]").innerText;')
    ).toContain('No stocks, prices, substitution');
  });

  test('[F122] under a scenario every ribbon and every dossier says what is left, and a stopped ribbon still shows where it is', async () => {
    const session = await newDesk(chromium!).open(
      '#/flows?what=scenario-myanmar-stops&on=magnet-2024/mine-mmr'
    );
    await ready(session);
    await session.waitFor(
      `document.querySelector('[data-under-scenario]')?.innerText.replace(/\\s+/g, ' ').includes('0 t, 100 % less')`
    );
    const said = await session.evaluate<[string, string]>(`
      const of = (from, to) => document.querySelector('[data-from="' + from + '"][data-to="' + to + '"]');
      of('mine-mmr', 'sep-chn').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      await new Promise((done) => setTimeout(done, 200));
      return [of('mine-mmr', 'sep-chn').getAttribute('aria-label'), of('mine-chn', 'sep-chn').getAttribute('aria-label')];`);
    expect(said[0]).toMatch(/In this scenario 0 tonnes, 100 % less\.$/);
    expect(said[1]).not.toContain('scenario');
    expect(await session.evaluate('return document.querySelectorAll(".over .rim").length;')).toBe(1);
  });

  test('[F123] Escape while a bar is dragged puts it back and changes nothing', async () => {
    const session = await newDesk(chromium!).open('#/flows?lens=magnet-2024');
    await ready(session);
    await session.evaluate(`SVGElement.prototype.setPointerCapture = () => undefined;
      const bar = document.querySelector('[data-site="mine-mmr"] .target');
      const { x, y, height } = bar.getBoundingClientRect();
      const at = (type, dy) => bar.dispatchEvent(new PointerEvent(type,
        { bubbles: true, cancelable: true, button: 0, pointerId: 1, clientX: x + 4, clientY: y + height / 2 + dy }));
      at('pointerdown', 0);
      at('pointermove', -200);
      await new Promise((done) => setTimeout(done, 60));
      if (!document.querySelector('.over .moving')) throw new Error('nothing follows the pointer');
      bar.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      at('pointerup', -200);
      // A press that ends on the same link is a click too.
      bar.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      await new Promise((done) => setTimeout(done, 300));`);
    expect(await session.evaluate('return location.hash;')).toBe('#/flows?lens=magnet-2024');
    expect(await session.evaluate('return document.querySelector(".over .moving") === null;')).toBe(true);
  });

  test('[F124] what folds out over the flows folds away by Escape, by a press elsewhere, and for another', async () => {
    const session = await newDesk(chromium!).open('#/flows');
    await ready(session);
    const open = () =>
      session.evaluate<string[]>(
        `return [...document.querySelectorAll('.tools details[open] summary')].map((one) => one.innerText.trim());`
      );
    await session.click('[data-beside] summary');
    expect(await open()).toEqual(['Another year']);
    await session.press('Escape');
    expect(await open()).toEqual([]);
    await session.click('[data-beside] summary');
    await session.click('[data-take] summary');
    expect(await open()).toEqual(['Take along']);
    await session.click('h1 span');
    expect(await open()).toEqual([]);
  });

  test('[F84] “What if…” opens by its button, takes a whole place, and lets go of it again', async () => {
    const session = await newDesk(chromium!).open('#/flows');
    await ready(session);
    await session.evaluate(
      `[...document.querySelectorAll('.tools a')].find((link) => link.textContent.includes('What if')).click();`
    );
    await session.waitFor(`document.querySelector('[data-what-add]')`);
    await session.evaluate(`const add = document.querySelector('[data-what-add]');
      add.value = 'place:CHN';
      add.dispatchEvent(new Event('change', { bubbles: true }));`);
    await session.waitFor(`!document.querySelector('[data-what-do]').disabled`);
    await session.evaluate(`document.querySelector('[data-what-do]').click();`);
    await session.waitFor(
      `document.querySelectorAll('[data-throttle]').length === 2 && document.querySelector('[data-result]')`
    );
    await session.evaluate(`document.querySelector('[data-throttle] button').click();`);
    await session.waitFor(`document.querySelectorAll('[data-throttle]').length === 1`);
    await session.evaluate(`document.querySelector('[data-throttle] button').click();`);
    await session.waitFor(
      `!document.querySelector('[data-result]') && document.querySelector('[data-what-add]')`
    );
  });

  test('[F85] two years stand on one scale, each change beside the figures it comes from', async () => {
    const session = await newDesk(chromium!).open('#/flows?beside=magnet-2025');
    await ready(session);
    await session.waitFor(`document.querySelectorAll('[data-chart="flows"]').length === 2`);
    const scales = await session.evaluate<
      number[]
    >(`return [...document.querySelectorAll('[data-chart="flows"]')].map((svg, i) =>
      svg.querySelector('[data-bar="sep-chn"] .frame').getBBox().height / [73757, 75000][i]);`);
    expect(scales[0]! / scales[1]!).toBeCloseTo(1, 2);
  });
});

describe.skipIf(!chromium)('a briefing put in place of another', () => {
  const swapped = (from: string, to: string) => {
    const page = builtPage().toString('utf8');
    expect(page).toContain(from);
    return Buffer.from(page.replace(from, to));
  };

  test('[B16] is shown, and the prerendered view of the old one is thrown away', async () => {
    const page = swapped('"title":"Rare-earth deals, autumn 2025"', '"title":"Another briefing"');
    const session = await newDesk(chromium!, page).open();
    await ready(session);
    expect(await textOf(session, '.head .title')).toBe('Another briefing');
    expect(session.console).toEqual([]);
  });

  test('[B17] is refused with where, what and how to mend it when it breaks a rule, and the page still reads', async () => {
    const session = await newDesk(chromium!, swapped('"view":"deals"', '"view":"dials"')).open();
    await session.waitFor(`document.querySelector('[role="alert"].message')`);
    expect(await textOf(session, '[role="alert"].message')).toContain(
      'briefing.judgements[0].view: not allowed here: "dials"'
    );
    expect(await textOf(session, '.reading')).toContain('Sources');
  });
});
