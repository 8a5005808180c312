import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';
import { readPicture } from '../../src/exchange/svgTags.ts';
import { hideDisplay } from './engines/display.ts';
import type { Session } from './engines/engine.ts';
import { findEngines } from './engines/engines.ts';
import { sharedPage } from './suite/desk.ts';
import { goTo, heard, ready, said, writeNote } from './suite/reader.ts';

const { found } = await findEngines();
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
const MARKING = 'No marking supplied by the source';
const SHEETS = ['A4', 'letter'].flatMap((size) =>
  ['portrait', 'landscape'].map((lies) => [size, lies] as const)
);
afterAll(hideDisplay);

const openPanel = async (session: Session) => {
  await session.evaluate(
    `window.print = () => {}; document.querySelector('[data-hand-over] [data-close]')?.click();`
  );
  await session.click('[data-menu] summary');
  await session.click('[data-hand-over-open]');
  await session.waitFor(`document.querySelector('[data-hand-over] [data-print]')`);
};
const choose = (session: Session, css: string, value: string) =>
  session.evaluate(`const field = document.querySelector('${css}'); field.value = ${JSON.stringify(value)};
    field.dispatchEvent(new Event('change', { bubbles: true }));`);

/** Prints a paper and gives the text of each page. */
async function printed(session: Session, path: string, what: string, size: string, lies: string) {
  await openPanel(session);
  await choose(session, '[data-print-what]', what);
  await choose(session, '[data-print-size]', size);
  await choose(session, '[data-print-lies]', lies);
  await session.click('[data-print]');
  await session.waitFor(`document.querySelector('[data-paper][data-printable]')`, 30_000);
  await session.pdf!(path);
  await session.evaluate(`dispatchEvent(new Event('afterprint'));`);
  await session.waitFor(`!document.querySelector('[data-paper]')`);
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.normalize('NFKC').split('\f').slice(0, -1);
}
const times = (text: string, part: string) => text.split(part).length - 1;

/** Firefox writes some letters of headings so that the words of its PDF cannot all be searched; its pages were looked at. */
const legible = (session: Session) => session.pdf !== undefined && poppler && session.name !== 'firefox';

describe.each(found.map((engine) => [engine.name, engine] as const))(
  'handing over in %s',
  (_name, engine) => {
    const { session: page, desk } = sharedPage(engine);

    const NO_PDF = `${engine.name}: no PDF can be made here, or there is no program to read it`;

    test('[S64] a plain print marks every sheet above and below, and holds no note', async ({ skip }) => {
      const session = page();
      skip(!legible(session), NO_PDF);
      await ready(session);
      await writeNote(session, 'deal-usa-khm-trade', 'planted-for-nobody');
      for (const [view, words] of [
        ['deals', 'Trade agreement with Cambodia'],
        ['timeline', 'Controls, tariffs and other rules'],
        ['notes', 'Trade agreement with Cambodia']
      ] as const) {
        await goTo(session, `#/${view}?on=deal-usa-khm-trade`);
        await session.waitFor(
          `document.querySelector('[data-view="${view}"] [data-entity="deal-usa-khm-trade"]')`
        );
        const path = join(desk().root, `plain-${view}.pdf`);
        await session.pdf!(path);
        const pages = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
          .split('\f')
          .slice(0, -1);
        expect(pages.join('\n')).toContain(words);
        expect(pages.join('\n')).not.toContain('planted-for-nobody');
        for (const text of pages) expect(times(text, MARKING), view).toBe(2);
      }
    });

    /** What a print of the open view says, sheet by sheet; `lies` turns the sheets. Nothing where no PDF can be made or read here. */
    const sheetsOf = async (session: Session, there: string, lies = false): Promise<string[]> => {
      await session.waitFor(there);
      const path = join(desk().root, 'printed.pdf');
      await session.pdf!(path, lies);
      return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    };
    const TIMELINE = `document.querySelector('[data-chart="timeline"] [data-bar]')`;
    /** Firefox and older WebKits leave the margins of a page to themselves. */
    const writesNumbers = /^(?:chrom|bundled)/.test(engine.name);

    test('[D102] a timeline printed on sheets that lie has each of its parts whole on one', async ({
      skip
    }) => {
      const session = page();
      skip(!legible(session), NO_PDF);
      await ready(session);
      await goTo(session, '#/timeline');
      const sheets = (await sheetsOf(session, TIMELINE, true)).map((text) =>
        ['Controls, tariffs', 'Section 301', 'Deals, supply', 'European prices'].filter((part) =>
          text.includes(part)
        )
      );
      expect(sheets).toEqual([
        ['Controls, tariffs', 'Section 301'],
        ['Deals, supply', 'European prices']
      ]);
    });

    test('[D112] on paper a table has its heads with unit and year, and the timeline its key above it', async ({
      skip
    }) => {
      const session = page();
      skip(!legible(session), NO_PDF);
      await ready(session);
      await goTo(session, '#/flows');
      await session.waitFor(`document.querySelector('[data-chart="flows"] [data-flow]')`);
      await session.press('t');
      const sheets = await sheetsOf(session, `document.querySelector('#stage details[open] table')`);
      expect(sheets[0]).toMatch(/From\s+To\s+t, 2024\s+Kind\s+Source[\s\S]*Mines in China/);
      await goTo(session, '#/timeline');
      const [first] = await sheetsOf(session, TIMELINE);
      expect(first).toMatch(/in force\s+agreed or signed\s+announced or pledged[\s\S]*Ban on exporting/);
      expect(first).not.toContain('Choose which deals');
    });

    test('[D121] a plain print says once the edition, the day and its sources, and on each sheet its number', async ({
      skip
    }) => {
      const session = page();
      skip(!legible(session), NO_PDF);
      await ready(session);
      for (const [view, there] of [
        ['brief', `document.querySelector('[data-judgement]')`],
        ['flows', `document.querySelector('[data-chart="flows"] [data-flow]')`],
        ['deals', `document.querySelector('[data-ledger] tbody tr')`],
        ['timeline', TIMELINE]
      ] as const) {
        await goTo(session, `#/${view}`);
        const sheets = await sheetsOf(session, there);
        const whole = sheets.join(' ').replace(/\s+/g, ' ');
        expect(
          times(whole, 'As of 5 November 2025 (flows') + times(whole, '2025. As of 5 November 2025.'),
          view
        ).toBe(1);
        expect(times(whole, 'Sources: '), view).toBe(1);
        if (writesNumbers)
          sheets.forEach((text, i) => expect(text, view).toContain(`Page ${i + 1} of ${sheets.length}`));
      }
    });

    test('[D122] a printed scenario holds question and answer and no control, and no list says that it could be unfolded', async ({
      skip
    }) => {
      const session = page();
      skip(!legible(session), NO_PDF);
      await ready(session);
      await goTo(session, '#/flows?what=scenario-china-withholds');
      const whole = (await sheetsOf(session, `document.querySelector('[data-result]')`)).join('\n');
      for (const part of ['What if: All Chinese separation withheld', 'What this assumes'])
        expect(whole).toContain(part);
      for (const part of ['choose…', 'Stop or throttle', 'Weak points', 'cannot answer'])
        expect(whole).not.toContain(part);
      await goTo(session, '#/brief?strange=1');
      const [brief = ''] = await sheetsOf(session, `document.querySelector('[data-message]')`);
      expect(brief).toContain('more disagreements');
      expect(brief).not.toMatch(/Dismiss|[▶▸]/);
    });

    test('[D129] on paper a figure of a dossier keeps its kind', async ({ skip }) => {
      const session = page();
      skip(!legible(session), NO_PDF);
      await ready(session);
      await goTo(session, '#/deals?on=deal-usa-chn-busan');
      const whole = await sheetsOf(session, `document.querySelector('[data-ground-kind], .ground')`);
      expect(whole.join('\n')).toMatch(/observed\s+Briefing, section 2, paragraph 2/);
    });

    test('[B70] a figure goes to the clipboard with its source, and where the clipboard is refused, as selected text', async () => {
      const session = page();
      await ready(session);
      await goTo(session, '#/flows?on=magnet-2024/mine-mmr');
      await session.waitFor(`document.querySelector('[data-copy-footnote]')`);
      await session.evaluate(`window.taken = '';
      Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: async (text) => { window.taken = text; } });`);
      await session.click('[data-copy-footnote]');
      await session.waitFor(`window.taken !== ''`);
      const text = await session.evaluate<string>('return window.taken;');
      for (const part of [
        't metal',
        '2024',
        'Kind: ',
        'International Energy Agency',
        'licence: ',
        'as of 5 November 2025',
        MARKING
      ])
        expect(text).toContain(part);
      await session.evaluate(
        `Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: () => Promise.reject(new Error('no')) });`
      );
      await session.click('[data-copy-footnote]');
      await session.waitFor(`document.querySelector('[data-selected] textarea')`);
      const chosen = `const field = document.querySelector('[data-selected] textarea');
      return document.activeElement === field && field.value.slice(field.selectionStart, field.selectionEnd);`;
      expect(await session.evaluate(chosen)).toBe(text);
    });

    test('[B71] slides are made in the page by a part that did not run before, as a whole .pptx of native shapes', async () => {
      const session = page();
      await goTo(session, '#/brief');
      const before = heard(session);
      expect(await session.evaluate(`return typeof globalThis.lodestoneSlides;`)).toBe('undefined');
      await openPanel(session);
      await session.click('[data-make-slides]');
      const file = await desk().download('.pptx', 30_000);
      const parts = unzipSync(readFileSync(file));
      const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
      expect(slides.length).toBeGreaterThan(12);
      const all = slides.map((name) => strFromU8(parts[name]!));
      for (const xml of all) expect(times(xml, `<a:t>${MARKING}</a:t>`)).toBe(2);
      const whole = all.join('');
      expect(times(whole, '<a:custGeom>')).toBeGreaterThan(100);
      expect(times(whole, '<a:tbl>')).toBeGreaterThan(0);
      expect(whole).not.toContain('<p:pic>');
      // The speaker's words leave only when asked for.
      // [D128] A file says in its name what it is of, and whether the speaker's words are in it.
      expect(file).toMatch(/2025-11\.pptx$/);
      await session.evaluate(`[...document.querySelectorAll('[data-hand-over] label')]
        .find((label) => label.textContent.includes('speaker’s notes')).querySelector('input').click();`);
      await session.click('[data-make-slides]');
      await desk().download('2025-11-with-speaker-notes.pptx', 30_000);
      const notes = Object.keys(parts).filter((name) => /^ppt\/notesSlides\/notesSlide/.test(name));
      expect(notes.map((name) => strFromU8(parts[name]!)).join('')).not.toContain('Say what the room gets');
      if (session.console) expect(said(session, before)).toBe('');
    });

    test('[B72] a picture is a PNG of the width that was set, and its SVG holds what it claims and nothing else', async () => {
      const session = page();
      await openPanel(session);
      await session.evaluate(`document.querySelector('[data-hand-over] [data-take] details').open = true;`);
      await session.click('[data-hand-over] [data-export-svg]');
      const svg = readFileSync(await desk().download('.svg'), 'utf8');
      const text = JSON.stringify(readPicture(svg));
      for (const part of [MARKING, 'Sources: ', '5 November 2025', 'Boundaries are not authoritative'])
        expect(text).toContain(part);
      await choose(session, '[data-hand-over] [data-take] select', 'set');
      await session.click('[data-hand-over] [data-export-png]');
      const told = `[...document.querySelectorAll('[data-hand-over] [role=alert]')].map((e) => e.textContent).join()`;
      await session.waitFor(`${told} === ''`);
      const png = PNG.sync.read(readFileSync(await desk().download('.png')));
      expect(png.width).toBe(1920);
    });

    describe.each(SHEETS)('on %s %s', (size, lies) => {
      test('[B73] the summary is one page', async ({ skip }) => {
        const session = page();
        skip(!legible(session), `${engine.name}: no PDF can be made here, or there is no program to read it`);
        const pages = await printed(
          session,
          join(desk().root, `summary-${size}-${lies}.pdf`),
          'summary',
          size,
          lies
        );
        expect(pages).toHaveLength(1);
        expect(times(pages[0]!, MARKING)).toBeGreaterThanOrEqual(2);
      });

      test('[B74] every page of the handout says the marking above and below', async ({ skip }) => {
        const session = page();
        skip(!legible(session), `${engine.name}: no PDF can be made here, or there is no program to read it`);
        const path = join(desk().root, `handout-${size}-${lies}.pdf`);
        const pages = await printed(session, path, 'handout', size, lies);
        expect(pages.length).toBeGreaterThan(6);
        pages.forEach((text, i) => {
          const lines = text.split('\n').filter((line) => line.trim());
          expect(lines[0], `page ${i + 1}`).toContain(MARKING);
          expect(lines.slice(-2).join(' '), `page ${i + 1}`).toContain(MARKING);
          expect(text).toContain(`Page ${i + 1} of ${pages.length}`);
          // No heading is the last thing on a page.
          const last = lines
            .filter((line) => !line.includes(MARKING) && !/Page \d+ of/.test(line))
            .at(-1)!
            .trim();
          expect([
            'Scenes',
            'Key judgements',
            'Timeline',
            'Events',
            'Sources and attributions',
            'Figures that disagree',
            'What the public record says',
            'Assumptions, gaps and dates to watch'
          ]).not.toContain(last);
        });
        // [D123] What is pledged has room for more than two words a line.
        expect(pages.join('\n')).toMatch(/up to US\$332 bn: energy/);
        const whole = pages.join(' ').replace(/\s+/g, ' ');
        for (const part of [
          'Key judgements',
          'Who refines them',
          'Deals and measures, as of 5 November 2025',
          'Sources and attributions',
          'CC BY 4.0'
        ])
          expect(whole).toContain(part);
        expect(whole).not.toContain('Notes of readers');
        // Pictures stay vector: the paper holds no pixels.
        const images = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' }).trim().split('\n');
        expect(images).toHaveLength(2);
        const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(
          execFileSync('pdfinfo', [path], { encoding: 'utf8' })
        )!;
        expect(Number(width) > Number(height)).toBe(lies === 'landscape');
      });
    });
  }
);
