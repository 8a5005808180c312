import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { hideDisplay } from './engines/display.ts';
import type { Session } from './engines/engine.ts';
import { findEngines, readers } from './engines/engines.ts';
import { builtPage, newDesk, type Desk } from './suite/desk.ts';
import { count, dealIds, goTo, hasNote, ready, said, textOf, visible, writeNote } from './suite/reader.ts';
import { hashOf, policyOf, scriptsOf, stylesOf } from './suite/scan.ts';

const engines = await findEngines();
afterAll(hideDisplay);

/** Sets a choice as a reader does, and tells the page. */
const choose = (session: Session, css: string, value: string): Promise<unknown> =>
  session.evaluate(`const field = document.querySelector('${css}');
    const option = [...field.options].find((one) => one.textContent.includes(${JSON.stringify(value)}));
    field.value = option.value;
    option.selected = true;
    field.dispatchEvent(new Event('change', { bubbles: true }));`);

/** Has the page written with its notes inside, and gives the path of the copy. */
async function saveCopy(desk: Desk, session: Session): Promise<string> {
  await goTo(session, '#/notes');
  await session.waitFor(visible('[data-share]'));
  await choose(session, '[data-share-format]', 'this page with');
  await session.click('[data-export]');
  return desk.download('.html');
}

/** Compares two pages as a whole and shows where they part, not the pages. */
function same(page: string, wanted: string): void {
  let at = 0;
  while (at < page.length && page[at] === wanted[at]) at += 1;
  expect(page === wanted, `${page.slice(at - 60, at + 120)}\n---\n${wanted.slice(at - 60, at + 120)}`).toBe(
    true
  );
}

for (const engine of readers(engines))
  describe(`a saved copy in ${engine.name}`, () => {
    test('[B50] opens from another path with its notes, asks before it mixes them, and is silent', async () => {
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      const [deal = ''] = await dealIds(session);
      await writeNote(session, deal, 'inside the </script> copy');
      const copy = await saveCopy(desk, session);
      await session.close();

      const html = readFileSync(copy, 'utf8');
      expect(policyOf(html)).toEqual(policyOf(builtPage().toString('utf8')));
      const allowed = Object.values(policyOf(html)).join(' ');
      const run = html.replace(/<script type="text\/plain"[\s\S]*?<\/script>/g, '');
      for (const text of [...scriptsOf(run), ...stylesOf(run)]) expect(allowed).toContain(hashOf(text));
      const shell = (text: string) => [
        // The notice for blocked scripts is taken away with the reading copy; a copy says it in the place of its view.
        text
          .slice(0, text.indexOf('<div id="app"'))
          .replace(/<section class="unscripted[\s\S]*?<\/section>\n/, ''),
        text
          .slice(text.indexOf('<script type="application/json" id="briefing">'))
          .replace(/<script type="application\/json" id="notes">[\s\S]*?<\/script>\n/, '')
      ];
      same(shell(html).join(''), shell(builtPage().toString('utf8')).join(''));

      const other = newDesk(engine, readFileSync(copy), 'elsewhere');
      const colleague = await other.open('#/notes', { reader: 'colleague' });
      await ready(colleague);
      await colleague.waitFor(hasNote('inside the </script> copy'));
      expect(await textOf(colleague, '[data-inside]')).toMatch(/1 note that this browser does not hold yet/);
      await colleague.click('[data-inside-aside]');
      await colleague.waitFor(`document.querySelector('[data-note]') === null`);
      await colleague.reload();
      await ready(colleague);
      await colleague.waitFor(hasNote('inside the </script> copy'));
      await colleague.click('[data-inside-take]');
      await colleague.waitFor(`document.querySelector('[data-inside]') === null`);
      await colleague.reload();
      await ready(colleague);
      await colleague.waitFor(hasNote('inside the </script> copy'));
      expect(await count(colleague, '[data-inside]')).toBe(0);
      expect(said(colleague)).toBe('');
      if (colleague.requests !== null) expect(colleague.requests).toEqual([]);
    });

    test('[B51] of a copy has the same bytes', async () => {
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      const [deal = ''] = await dealIds(session);
      await writeNote(session, deal, 'byte for byte');
      const copy = await saveCopy(desk, session);
      const first = readFileSync(copy);
      await session.close();
      copyFileSync(copy, desk.file);
      rmSync(copy);

      const again = await desk.open('#/notes');
      await ready(again);
      await again.waitFor(hasNote('byte for byte'));
      expect(await count(again, '[data-inside]')).toBe(0);
      const second = await saveCopy(desk, again);
      same(readFileSync(second, 'utf8'), first.toString('utf8'));
    });
  });
