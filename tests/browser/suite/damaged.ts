import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../engines/engine.ts';
import { builtPage, fileUrl, FOLDER, newDesk, sharedPage } from './desk.ts';
import {
  dealIds,
  draftNote,
  exportNotes,
  hasNote,
  ready,
  takeIn,
  textOf,
  visible,
  writeNote
} from './reader.ts';

const PARTS = [
  'the first line',
  'the policy',
  'the first script',
  'the style',
  'the first view',
  'the copy for reading',
  'the briefing',
  'the script',
  'the last line'
] as const;

/** Where the copying of the file stopped. */
function cut(html: Buffer, part: (typeof PARTS)[number]): number {
  const at = (mark: string) => {
    const place = html.indexOf(mark);
    if (place < 0) throw new Error(`the built file has no ${mark}`);
    return place;
  };
  const between = (from: string, to: string) => Math.round((at(from) + at(to)) / 2);
  if (part === 'the first line') return between('<style', '<!-- ');
  if (part === 'the policy') return between('Content-Security-Policy', 'name="viewport"');
  if (part === 'the first script') return between('<script>', '</script>');
  if (part === 'the style') return between('@font-face', '</style>\n<script>');
  if (part === 'the first view') return between('id="app"', 'class="reading');
  if (part === 'the copy for reading') return between('class="reading', 'id="briefing"');
  if (part === 'the briefing') return between('id="briefing"', 'id="start"');
  if (part === 'the script') return between('id="start"', 'id="later"');
  return at('id="end"') - 3;
}

/** What a page says where its own message cannot stand: generated text counts too. */
const SAYS_INCOMPLETE = `${visible('#incomplete')} && document.querySelector('#incomplete').innerText.includes('incomplete')
  || ['html', 'body'].some((css) => ['::before', '::after'].some((pseudo) =>
    getComputedStyle(document.querySelector(css), pseudo).content.includes('incomplete')))`;

/** A half-copied file, blocked scripts and denied storage each leave the reader with a plain word and a way on. */
export function survives(engine: Engine): void {
  describe('a file that was cut while copying', () => {
    const { desk, session } = sharedPage(engine);
    test.each(PARTS)('[B10] says that it is incomplete when it ends within %s', async (part) => {
      const html = builtPage();
      const path = desk().put(`cut in ${part}.html`, html.subarray(0, cut(html, part)));
      await session().go(fileUrl(path));
      await session().waitFor(SAYS_INCOMPLETE, 6_000);
    });

    test.each(['the briefing', 'the last line'] as const)(
      '[B89] offers nothing that would not answer, and leaves the marking in sight, when it ends within %s',
      async (part) => {
        const html = builtPage();
        const path = desk().put(`offers nothing, ${part}.html`, html.subarray(0, cut(html, part)));
        for (const hash of ['', '#/deals']) {
          await session().go(fileUrl(path) + hash);
          await session().waitFor(SAYS_INCOMPLETE, 6_000);
          expect(await session().evaluate(`return ${visible('.tools button, .tools summary')};`)).toBe(false);
          expect(await session().evaluate(`return ${visible('#stage h1')};`)).toBe(true);
          expect(
            await session().evaluate(`return document.querySelector('.marking').getBoundingClientRect().top -
              document.querySelector('#incomplete').getBoundingClientRect().bottom;`)
          ).toBeGreaterThanOrEqual(0);
        }
      }
    );
  });

  /** Where one byte was changed: 40 bytes behind this mark. */
  const SPOILT = {
    'the script': 'id="start">',
    'the first script': '<script>',
    'the style': '</title>\n<style>'
  };

  test.each(Object.entries(SPOILT))(
    '[B20] one changed byte in %s is told, and the page still reads',
    async (part, mark) => {
      const html = Buffer.from(builtPage());
      const at = html.indexOf(mark) + mark.length + 40;
      html[at] = html[at] === 0x61 ? 0x62 : 0x61;
      const session = await newDesk(engine, html).open();
      if (mark === '<script>') {
        // The script that would say so and start the page is itself refused: the page stands as with scripts blocked.
        await session.waitFor(visible('main h1'));
        await session.waitFor(
          `${visible('.reading')} && document.querySelector('.unscripted').innerText.includes('changed on its way')`
        );
        return;
      }
      await session.waitFor(
        `${visible('#incomplete')} && document.querySelector('#incomplete').innerText.includes('damaged')`
      );
      expect(await session.evaluate(`return ${visible('[data-judgement]')};`)).toBe(true);
      // A page whose script runs shows the same in its views instead.
      expect(await session.evaluate(`return ${visible('.reading')};`)).toBe(part === 'the script');
      // One word on what is wrong is enough.
      expect(await session.evaluate(`return ${visible('.unscripted')};`)).toBe(false);
    }
  );

  test('[B24] one changed byte in the part with the other views is told; the first view and the notes stay within reach', async () => {
    const html = Buffer.from(builtPage());
    const mark = '<script type="text/plain" id="later">';
    const at = html.indexOf(mark) + mark.length + 4000;
    html[at] = html[at] === 0x61 ? 0x62 : 0x61;
    for (const hash of ['', '#/flows', '#present']) {
      const session = await newDesk(engine, html).open(hash);
      await session.waitFor(
        `[...document.querySelectorAll('[role="alert"]')].some((told) => told.innerText.includes('damaged') && told.getClientRects().length > 0)`
      );
      if (!hash) expect(await session.evaluate(`return ${visible('[data-judgement]')};`)).toBe(true);
      // What would not answer is not offered.
      for (const dead of ['[data-search-open]', '[data-present-open]', '[data-about-open]'])
        expect(await session.evaluate(`return ${visible(dead)};`), dead).toBe(false);
      await session.click('[role="alert"] a[href="#rescue"]');
      await session.waitFor(visible('[data-rescue]'));
      await session.close();
    }
  });

  test('[B11] with scripts blocked the judgements and the ledger can be read', async () => {
    const session = await newDesk(engine).open('', { scripts: false });
    expect(await session.evaluate(`return document.documentElement.hasAttribute('data-script');`)).toBe(
      false
    );
    expect(await session.evaluate(`return ${visible('[data-judgement]')};`)).toBe(true);
    const rows = `return [...document.querySelectorAll('tr[data-deal]')].filter((row) => row.getClientRects().length > 0).length;`;
    expect(await session.evaluate(rows)).toBeGreaterThan(4);
    expect(await session.evaluate(`return ${visible('#incomplete')};`)).toBe(false);
    // Everything looks as if it answered, so the word that it does not stands above it all, and keys are not offered.
    const notice = `document.querySelector('.unscripted')`;
    expect(await session.evaluate(`return ${notice}.innerText;`)).toContain('script did not run');
    expect(await session.evaluate<number>(`return ${notice}.getBoundingClientRect().bottom;`)).toBeLessThan(
      160
    );
    expect(await session.evaluate(`return document.body.innerText;`)).not.toContain('change the view');
    // The figures are drawn, every deal and source is there, and each flow leads to its source within the page.
    const read = await session.evaluate<Record<string, unknown>>(`const shown = (css) =>
        [...document.querySelectorAll(css)].filter((node) => node.getClientRects().length > 0);
      return { figures: shown('[data-judgement] svg').length, sources: shown('.reading li[id^="source-"]').length,
        broken: shown('.reading a').filter((link) => !document.querySelector(link.getAttribute('href'))).length,
        status: shown('[data-save-status]').length };`);
    expect(read).toMatchObject({ broken: 0, status: 0 });
    expect(read.figures).toBeGreaterThanOrEqual(3);
    expect(read.sources).toBeGreaterThan(50);
  });

  test.skipIf(!engine.deniesStorage)(
    '[B12] with site data denied a plain warning stands and the text is kept',
    async () => {
      const session = await newDesk(engine).open('', { storage: false });
      await ready(session);
      await session.waitFor(visible('[data-storage-warning]'));
      const [deal = ''] = await dealIds(session);
      await draftNote(session, deal, 'typed with nowhere to go');
      await session.type('[data-note-author]', 'A. Reader');
      await session.click('[data-note-save]');
      await session.waitFor(hasNote('typed with nowhere to go'));
      await session.waitFor(`document.querySelector('[data-save-status]').dataset.state === 'memory'`);
      expect((session.console ?? []).filter((line) => line.startsWith('page error'))).toEqual([]);
    }
  );

  if (engine.storagePerFile)
    test('[B12] in a folder too deep for a database the page does not call a note kept that closing will lose', async () => {
      const deep = join(FOLDER, ...Array.from({ length: 9 }, (_, i) => `Référence – Großhandel ${i}`));
      const desk = newDesk(engine, builtPage(), deep);
      const session = await desk.open();
      await ready(session);
      await session.waitFor(visible('[data-storage-warning]'));
      const [deal = ''] = await dealIds(session);
      await writeNote(session, deal, 'written in the deep', 'localstorage');
      // Firefox takes such storage and drops it when it closes, without a word.
      expect(await textOf(session, '[data-storage-warning]')).toMatch(/before you close/);
      expect(await textOf(session, '[data-save-status]')).not.toMatch(/^saved/i);
      const file = await exportNotes(desk, session);
      await session.close();
      const again = await desk.open();
      await ready(again);
      await takeIn(again, [file]);
      await again.waitFor(hasNote('written in the deep'));
    });
}
