import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import type { Engine, Session } from '../engines/engine.ts';
import { newDesk } from './desk.ts';
import { ready } from './reader.ts';

/** The bars of one column from the top, by what is drawn. */
const column = (session: Session, start: string) =>
  session.evaluate<
    string[]
  >(`return [...document.querySelectorAll('[data-chart="flows"] [data-bar^="${start}"]')]
    .map((bar) => [bar.dataset.bar, bar.querySelector('.frame').getBoundingClientRect().top])
    .sort((a, b) => a[1] - b[1]).map(([id]) => id);`);

/** What a reader does with the flows: puts them in order by hand, takes them along, sorts the table, points at thin ribbons. */
export function flows(engine: Engine): void {
  test('[F100] an order by Alt and arrow keys and by dragging is in the link and survives a reload', async () => {
    const session = await newDesk(engine).open('#/flows?lens=magnet-2024');
    await ready(session);
    const before = await column(session, 'sep-');
    await session.evaluate(`document.querySelector('[data-site="${before[0]}"]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true }));`);
    const swapped = [before[1], before[0], ...before.slice(2)];
    await session.waitFor(`location.hash.includes('order=')`);
    expect(await column(session, 'sep-')).toEqual(swapped);
    await session.evaluate(`
      const bar = (id) => document.querySelector('[data-site="' + id + '"] .target');
      const goal = bar('${swapped.at(-1)}').getBoundingClientRect();
      const from = bar('${swapped[0]}').getBoundingClientRect();
      const at = (type, y) => bar('${swapped[0]}').dispatchEvent(new PointerEvent(type,
        { bubbles: true, cancelable: true, button: 0, pointerId: 1, clientX: from.x + 4, clientY: y }));
      SVGElement.prototype.setPointerCapture = () => undefined;
      at('pointerdown', from.y + from.height / 2);
      await new Promise((done) => setTimeout(done, 50));
      at('pointermove', goal.bottom + 30);
      await new Promise((done) => setTimeout(done, 50));
      at('pointerup', goal.bottom + 30);`);
    const dragged = [...swapped.slice(1), swapped[0]];
    await session.waitFor(`decodeURIComponent(location.hash).includes(':${dragged.join('+')}')`);
    expect(await column(session, 'sep-')).toEqual(dragged);
    await session.reload();
    await ready(session);
    await session.waitFor(`document.querySelector('[data-site="${dragged[0]}"]')`);
    expect(await column(session, 'sep-')).toEqual(dragged);
  });

  test('[F101] the SVG, the PNG and the CSV of a scenario hold all that a reader elsewhere must know', async () => {
    const desk = newDesk(engine);
    const session = await desk.open('#/flows?lens=magnet-2024&what=scenario-myanmar-stops');
    await ready(session);
    await session.waitFor(`document.querySelector('[data-result]')`);
    await session.click('[data-take] summary');
    // All three at once: WebKit drops a file when the next one is started too soon.
    await session.evaluate(
      `for (const kind of ['png', 'svg', 'csv']) document.querySelector('[data-export-' + kind + ']').click();`
    );
    const svg = readFileSync(await desk.download('.svg'), 'utf8');
    const words = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const part of [
      '2024',
      't metal',
      'as of',
      'Sources:',
      'What if:',
      'No stocks, prices, substitution',
      'what is left is shared in proportion',
      'The weakest figure among the inputs is'
    ])
      expect(words).toContain(part);
    const marking = await session.evaluate<string>(
      `return document.querySelector('[data-marking]').innerText.trim();`
    );
    expect(words.split(marking).length - 1).toBe(2);
    expect(svg).toContain('<title>');
    expect(svg).not.toMatch(/<script|<image|href=/);
    const png = PNG.sync.read(readFileSync(await desk.download('.png')));
    const [, width] = /width="(\d+)"/.exec(svg)!;
    expect(png.width).toBe(2 * Number(width));
    const seen = new Set<number>();
    for (let i = 0; i < png.data.length; i += 4 * 97) seen.add(png.data.readUInt32BE(i));
    expect(seen.size).toBeGreaterThan(20);
    const sheet = await desk.download('.csv');
    expect(sheet).toContain('magnet-2024-scenario-myanmar-stops');
    const lines = readFileSync(sheet, 'utf8').trimEnd().split('\r\n');
    expect(lines[0]).toContain(marking);
    expect(lines[1]).toMatch(/^"?Rare-earth deals, autumn 2025, edition 2025-11: Magnet rare earths, 2024/);
    expect(lines[2]).toContain('What if: ');
    const start = lines.findIndex((line) => line.startsWith('From,From stage,To,To stage,"t metal, 2024"'));
    expect(
      lines.slice(4, start).filter((line) => /^"?Source: .*licence: /.test(line)).length
    ).toBeGreaterThan(0);
    const ribbons = await session.evaluate<number>(`return document.querySelectorAll('[data-flow]').length;`);
    expect(lines).toHaveLength(start + 1 + ribbons);
  });

  test('[F115] uses are served in the order that is chosen turn by turn, and the order is in the link', async () => {
    const session = await newDesk(engine).open('#/flows?lens=magnet-2024&what=sep-chn:50');
    await ready(session);
    await session.waitFor(`document.querySelectorAll('[data-what-first]').length === 1`);
    const choose = (turn: number, use: string) =>
      session.evaluate(`const turn = document.querySelectorAll('[data-what-first]')[${turn}];
        turn.value = ${JSON.stringify(use)};
        turn.dispatchEvent(new Event('change', { bubbles: true }));`);
    await choose(0, 'use-wind');
    await session.waitFor(`document.querySelectorAll('[data-what-first]').length === 2`);
    await choose(1, 'use-ev');
    await session.waitFor(`decodeURIComponent(location.hash).includes('first:use-wind+use-ev')`);
    await session.waitFor(`document.querySelector('[data-result]').innerText.includes('in this order')`);
    // Nobody in the first turn ends the order.
    await choose(0, '');
    await session.waitFor(`!location.hash.includes('first')`);
  });

  test('[F102] the table twin opens by T, sorts both ways and gives its rows to a spreadsheet', async () => {
    const session = await newDesk(engine).open('#/flows?lens=magnet-2024');
    await ready(session);
    await session.press('t');
    await session.waitFor(`document.querySelector('[data-twin]').open`);
    const values = () =>
      session.evaluate<number[]>(`return [...document.querySelectorAll('[data-twin] tbody td.number')]
        .map((cell) => Number(cell.textContent.replace(/[^0-9.]/g, '')));`);
    const given = await values();
    const press = `document.querySelector('[data-twin] th.number button').click();`;
    await session.evaluate(press);
    expect(await values()).toEqual(given.toSorted((a, b) => b - a));
    await session.evaluate(press);
    expect(await values()).toEqual(given.toSorted((a, b) => a - b));
    await session.evaluate(press);
    expect(await values()).toEqual(given);
    await session.evaluate(`Object.defineProperty(navigator, 'clipboard', { configurable: true,
      value: { writeText: async (text) => { window.copied = text; } } });
      [...document.querySelectorAll('[data-twin] button')].find((one) => one.textContent.startsWith('Copy')).click();`);
    await session.waitFor(`window.copied`);
    const rows = (await session.evaluate<string>('return window.copied;')).split('\n');
    expect(rows).toHaveLength(given.length + 1);
    expect(rows.every((row) => row.split('\t').length === 7)).toBe(true);
  });

  test('[F103] where targets overlap the pointer has the nearest ribbon, and the link leads to it', async () => {
    const session = await newDesk(engine).open('#/flows?lens=total-2024');
    await ready(session);
    await session.setSize({ width: 1440, height: 1000 });
    await session.evaluate('await new Promise((done) => setTimeout(done, 500));');
    // Wherever the middle of a thin ribbon lies on no other ribbon, the link there leads to it.
    const own = await session.evaluate<[number, number]>(`
      const links = [...document.querySelectorAll('[data-chart="flows"] [data-flow]')];
      let [right, all] = [0, 0];
      for (const link of links) {
        if (!link.querySelector('.target')) continue;
        const shape = link.querySelector('.shape');
        // The upper edge comes first and ends where the path turns down.
        const upper = shape.getAttribute('d').split('V');
        const width = parseFloat(upper[1]) - Number(upper[0].match(/-?[0-9.]+/g).at(-1));
        const length = shape.getTotalLength();
        for (const share of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]) {
          const middle = shape.getPointAtLength(length * share);
          middle.y += width / 2;
          if (links.some((other) => other !== link && other.querySelector('.shape').isPointInFill(middle))) continue;
          const point = middle.matrixTransform(shape.getScreenCTM());
          const under = document.elementFromPoint(point.x, point.y)?.closest('[data-flow]');
          if (!under) continue;
          under.querySelector('.shape').dispatchEvent(
            new PointerEvent('pointerdown', { bubbles: true, clientX: point.x, clientY: point.y }));
          all += 1;
          if (decodeURIComponent(under.getAttribute('href')).endsWith('/' + link.dataset.flow)) right += 1;
        }
      }
      return [right, all];`);
    expect(own[1]).toBeGreaterThan(10);
    expect(own[0]).toBe(own[1]);
  });

  test('[F104] a way through the market has a page of its own, with its estimate, arithmetic and grounds', async () => {
    const session = await newDesk(engine).open('#/flows?lens=magnet-2024&split=yes&on=magnet-2024/r11.r17');
    await ready(session);
    const text = await session.evaluate<string>(
      `return document.querySelector('[data-entity="magnet-2024/r11.r17"]').innerText.replace(/\\s/g, ' ');`
    );
    for (const part of ['estimated', '÷', 'mixed evenly', 'Made from', 'Between'])
      expect(text).toContain(part);
    expect(await session.evaluate('return document.querySelectorAll("[data-chart] .rim").length;')).toBe(1);
    expect(await session.evaluate(`return document.querySelector('[data-trace]').innerText;`)).toContain(
      'goes on to'
    );
  });

  test('[F105] pointing at a deal in a dossier lights its sites in the flows', async () => {
    const session = await newDesk(engine).open('#/flows?lens=magnet-2024&on=magnet-2024/sep-usa');
    await ready(session);
    await session.evaluate(`[...document.querySelectorAll('[data-entity] a')]
      .find((link) => link.getAttribute('href').includes('on=deal-usa-jpn-minerals-framework'))
      .dispatchEvent(new PointerEvent('pointerenter'));`);
    await session.waitFor(`document.querySelector('[data-site="mine-usa"].counterpart')`);
    expect(
      await session.evaluate(
        `return [...document.querySelectorAll('.counterpart')].map((one) => one.dataset.site).sort();`
      )
    ).toEqual(['mine-usa', 'sep-usa']);
  });

  test('[F106] a use says what share of it was separated where, with the arithmetic in its dossier', async () => {
    const session = await newDesk(engine).open('#/flows?on=magnet-2024/use-wind');
    await ready(session);
    const plain = (css: string) =>
      session.evaluate<string>(
        `return (document.querySelector('${css}')?.innerText ?? '').replace(/\\s/g, ' ');`
      );
    await session.waitFor(`document.querySelector('[data-trace] [data-figure]')`);
    expect(await plain('[data-trace]')).toContain(
      '81 % of what reaches wind turbines was separated in China, in proportion, an estimate.'
    );
    const ground = await plain('[data-trails]');
    for (const part of ['73 757 t ÷ 90 922 t', '8 514 t', 'estimated', 'mixed evenly'])
      expect(ground).toContain(part);
    expect(
      await session.evaluate(`return document.querySelector('[data-trace] [data-ground]').hash;`)
    ).toContain(encodeURIComponent('magnet-2024/use-wind').replace('%2F', '/'));
    // The dossier is open already: the link brings its ground into sight and focus.
    await session.click('[data-trace] [data-ground]');
    await session.waitFor(`document.activeElement?.matches('[data-trails]')`);
    expect(
      await session.evaluate(`const { top } = document.activeElement.getBoundingClientRect();
        return top > 0 && top < innerHeight / 2;`)
    ).toBe(true);
  });

  test('[F120] split in proportion, the dossier of a use names the ways through the market, which the picture leaves out', async () => {
    const session = await newDesk(engine).open('#/flows?split=yes&on=magnet-2024/use-wind');
    await ready(session);
    await session.waitFor(`document.querySelector('[data-dossier] [data-ways]')`);
    const rows = await session.evaluate<string[]>(
      `return [...document.querySelectorAll('[data-dossier] table[aria-label^="What comes in"] tr')]
        .map((row) => row.innerText.replace(/\\s+/g, ' '));`
    );
    expect(rows[0]).toBe('from refined, China 8 514');
    expect(rows.join()).not.toContain('World market');
    await session.evaluate(
      `document.querySelector('[data-dossier] table[aria-label^="What comes in"] a').click();`
    );
    await session.waitFor(`document.querySelector('[data-dossier-title]').innerText.includes('China')`);
  });

  test('[F107] what cannot stand beside a lens is listed with its reason, what can is a link', async () => {
    const session = await newDesk(engine).open('#/flows?lens=magnet-2024');
    await ready(session);
    await session.click('[data-beside] summary');
    await session.waitFor(`document.querySelector('[data-beside]').open`);
    const refused = await session.evaluate<string>(
      `return document.querySelector('[data-refused]').innerText;`
    );
    for (const part of [
      'All rare earths, 2024',
      'All rare earths, 2025',
      't metal and t REO',
      'different units'
    ])
      expect(refused).toContain(part);
    await session.click('[data-beside] a');
    await session.waitFor(`document.querySelectorAll('[data-chart="flows"]').length === 2`);
  });

  test('[F108] a move by keys is said aloud, at the end of a column too', async () => {
    const session = await newDesk(engine).open('#/flows?lens=magnet-2024');
    await ready(session);
    const [first] = await column(session, 'sep-');
    const key = (name: string) =>
      session.evaluate(`document.querySelector('[data-site="${first}"]').dispatchEvent(
        new KeyboardEvent('keydown', { key: '${name}', altKey: true, bubbles: true, cancelable: true }));`);
    await key('ArrowUp');
    await session.waitFor(
      `document.querySelector('[data-moved]').innerText.includes(': the first of its column')`
    );
    await key('ArrowDown');
    await session.waitFor(`document.querySelector('[data-moved]').innerText.includes('now 2 of 4')`);
  });
}
