import { afterAll, describe, expect, test } from 'vitest';
import { writeNotesFile } from '../../src/notes/file.ts';
import { makeRevision, type RevisionFields } from '../../src/notes/revision.ts';
import { hideDisplay } from './engines/display.ts';
import type { Session } from './engines/engine.ts';
import { findEngines, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { count, dealHash, dealIds, goTo, hasNote, ready, takeIn, textOf } from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);
const found = readers(engines);

const quoted = (text: string) => JSON.stringify(text);
/** Chooses in a list as a reader does. */
const choose = (session: Session, css: string, value: string) =>
  session.evaluate(
    `const list = document.querySelector(${quoted(css)}); list.value = ${quoted(value)};
     if (list.value !== ${quoted(value)}) throw new Error('no such choice: ' + ${quoted(value)} + ' in ' + list.innerText);
     list.dispatchEvent(new Event('change', { bubbles: true }));`
  );
const press = (session: Session, css: string) =>
  session.evaluate(`document.querySelector(${quoted(css)}).click();`);
const saved = (session: Session) =>
  session.waitFor(`document.querySelector('[data-save-status]').dataset.state === 'saved'`);
const there = (css: string) => `document.querySelector(${quoted(css)})`;
const rows = (session: Session): Promise<string[]> =>
  session.evaluate(
    `return [...document.querySelectorAll('[data-notes] [data-row]')].map((row) => row.innerText);`
  );

/** Writes a note of a kind on a deal with an assessment, where one is given. */
async function write(
  session: Session,
  deal: string,
  text: string,
  kind: string,
  more: Record<string, string> = {}
) {
  await goTo(session, dealHash(deal));
  await session.waitFor(there('aside[data-dossier] [data-note-new]'));
  await press(session, 'aside[data-dossier] [data-note-new]');
  await session.waitFor(there('[data-note-text]'));
  await session.type('[data-note-text]', text);
  await choose(session, '[data-note-choose-kind]', kind);
  for (const [field, value] of Object.entries(more)) await choose(session, `[data-note-${field}]`, value);
  if ((await count(session, '[data-note-author]')) > 0) await session.type('[data-note-author]', 'A. Reader');
  await press(session, '[data-note-save]');
  await session.waitFor(`!${there('[data-note-text]')}`);
  await session.waitFor(hasNote(text));
  await saved(session);
}

const NOTE = '019a4952-1c5b-7000-8000-000000000077';
const revision = (over: Partial<RevisionFields>) =>
  makeRevision({
    note: NOTE,
    parents: [],
    hlc: '2025-11-03T09:14:22.123Z-0003-7f3a9c21',
    op: 'put',
    creator: { name: 'B. Colleague' },
    target: { briefing: 'rare-earth-deals', edition: '2025-10', entity: 'deal-of-another-edition', was: 550 },
    body: { type: 'text', value: 'first wording' },
    motivation: 'commenting',
    ...over
  });
const file = (revisions: ReturnType<typeof revision>[]) =>
  writeNotesFile(revisions, {
    generator: 'test',
    briefing: 'rare-earth-deals',
    edition: '2025-10',
    author: 'B. Colleague',
    marking: ''
  });

for (const engine of found)
  describe(engine.name, () => {
    test('[B40] notes of each kind keep their assessment and marking over a reload, and the list is sifted by them', async () => {
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      const [one = '', two = ''] = await dealIds(session);
      await write(session, one, 'It lapses in spring.', 'assessing', {
        likelihood: 'realistic possibility',
        confidence: 'moderate',
        letter: 'B',
        digit: '2'
      });
      await write(session, one, 'Who carries the loan?', 'questioning');
      await write(session, two, 'A comment that might hint.', 'commenting');
      await write(session, two, 'The figure is for two years.', 'correcting', { scale: 'ICD203' });
      await session.reload();
      await ready(session);
      await goTo(session, '#/notes');
      await session.waitFor(`document.querySelectorAll('[data-notes] [data-row]').length === 4`);
      await goTo(session, '#/notes?kind=assessing');
      await session.waitFor(`document.querySelectorAll('[data-notes] [data-row]').length === 1`);
      await press(session, '[data-row]');
      await session.waitFor(there('[data-note-assess]'));
      const said = await textOf(session, '[data-note-assess]');
      expect(said).toMatch(/realistic possibility \(40 to under 50\s%, PHIA yardstick\)/);
      expect(said).toMatch(/Confidence: moderate/);
      expect(said).toMatch(/Source: B2, usually reliable, probably true/);
      await goTo(session, '#/notes?only=open');
      // One row stood there before, too; so the row itself is waited for.
      await session.waitFor(
        `[...document.querySelectorAll('[data-notes] [data-row]')].map((row) => row.textContent).join().includes('Who carries the loan?')`
      );
      expect(await rows(session)).toHaveLength(1);
      await goTo(session, '#/notes');
      await session.waitFor(`document.querySelectorAll('[data-notes] [data-row]').length === 4`);
      await session.type('[data-notes-search]', 'two YEARS');
      await session.waitFor(`document.querySelectorAll('[data-notes] [data-row]').length === 1`);
      await session.waitFor(`location.hash.includes('find=')`);
    });

    test('[B41] a note is edited, its versions compared and an old one brought back; a reply stands under it; the deal wears the count', async () => {
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      const [deal = ''] = await dealIds(session);
      await write(session, deal, 'It is 400.', 'commenting');
      await press(session, '[data-note-edit]');
      await session.waitFor(there('[data-note-text]'));
      await session.evaluate(
        `const field = document.querySelector('[data-note-text]'); field.value = 'It is 550.'; field.dispatchEvent(new Event('input', { bubbles: true }));`
      );
      await press(session, '[data-note-save]');
      await session.waitFor(hasNote('It is 550.'));
      await press(session, '[data-note-look-back]');
      await session.waitFor(`document.querySelectorAll('[data-note-history] button').length === 2`);
      await session.evaluate(`document.querySelectorAll('[data-note-history] button')[0].click();`);
      await session.waitFor(there('[data-differences] del'));
      expect(await textOf(session, '[data-differences]')).toMatch(/400.*550/s);
      await session.evaluate(
        `document.querySelectorAll('[data-note-history] li:last-child button')[0].click();`
      );
      await session.waitFor(there('[data-note-bring-back]'));
      await press(session, '[data-note-bring-back]');
      await session.waitFor(hasNote('It is 400.'));
      await press(session, '[data-note-reply]');
      await session.waitFor(there('[data-note-text]'));
      await session.type('[data-note-text]', 'Says who?');
      await press(session, '[data-note-save]');
      await session.waitFor(
        `document.querySelector('[data-note] [data-note] [data-note-body]')?.textContent.trim() === 'Says who?'`
      );
      await saved(session);
      await session.waitFor(
        `document.querySelector('tr[data-deal="${deal}"] [data-noted]')?.dataset.noted === '2'`
      );
      expect(
        await session.evaluate(
          `return document.querySelector('[data-arc="${deal}"]')?.getAttribute('aria-label') ?? '2 notes.';`
        )
      ).toMatch(/2 notes\.$/);
    });

    test('[B42] alternatives are settled and lose nothing; a note of another edition is attached anew and tells that its value changed', async () => {
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      const first = revision({});
      const sides = [
        revision({
          parents: [first.id],
          hlc: '2025-11-04T09:14:22.123Z-0000-7f3a9c21',
          body: { type: 'text', value: 'left wording' }
        }),
        revision({
          parents: [first.id],
          hlc: '2025-11-04T09:15:22.123Z-0000-7f3a9c22',
          body: { type: 'text', value: 'right wording' }
        })
      ];
      await takeIn(session, [desk.put('b.notes.json', file([first, ...sides]))]);
      await goTo(session, `#/notes?only=alternatives&note=${NOTE}`);
      await session.waitFor(
        `document.querySelectorAll('[data-note-alternatives] [data-note-body]').length === 2`
      );
      await press(session, '[data-note-keep-both]');
      await goTo(session, `#/notes?only=unattached&note=${NOTE}`);
      await session.waitFor(
        `!${there('[data-note-alternatives]')} && ${hasNote('right wording')} && ${hasNote('left wording')}`
      );
      expect(await textOf(session, '[data-unattached]')).toMatch(
        /deal-of-another-edition, value 550 .*edition 2025-10/
      );
      await press(session, '[data-note-attach]');
      await session.waitFor(there('[data-attach] input'));
      await session.type('[data-attach] input', 'Market for all rare earths 2024');
      await session.waitFor(there('[data-attach-to]'));
      const to = await session.evaluate<string>(
        `const hit = [...document.querySelectorAll('[data-attach-to]')].find((each) => each.dataset.attachTo.includes('/')); hit.click(); return hit.dataset.attachTo;`
      );
      await goTo(session, `#/notes?note=${NOTE}`);
      await session.waitFor(`${there(`.target a[href*="${to}"]`)} || ${there('.target a')}`);
      await session.waitFor(there('[data-note-changed]'));
      expect(await textOf(session, '[data-note-changed]')).toMatch(
        /Value changed since this note: 550, now [\d\s]+/
      );
      await press(session, '[data-note-look-back]');
      await session.waitFor(`document.querySelectorAll('[data-note-history] li').length === 5`);
      await session.reload();
      await ready(session);
      await session.waitFor(hasNote('left wording'));
    });

    test('[B43] a single figure is noted from its own line, and deleting is undone', async () => {
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      const [deal = ''] = await dealIds(session);
      const withAmount = await session.evaluate<string>(
        `return document.querySelector('tr[data-deal]:has(a.figure)').dataset.deal;`
      );
      expect(deal).not.toBe('');
      await goTo(session, dealHash(withAmount));
      await session.waitFor(there('[data-note-figure]'));
      await press(session, '[data-note-figure]');
      await session.waitFor(there('[data-note-text]'));
      await session.type('[data-note-text]', 'Announced, not signed.');
      await session.type('[data-note-author]', 'A. Reader');
      await press(session, '[data-note-save]');
      await session.waitFor(hasNote('Announced, not signed.'));
      await session.waitFor(there('[data-note-figure] + [data-noted]'));
      await press(session, '[data-note-delete]');
      await session.waitFor(there('[data-note-restore]'));
      await press(session, '[data-note-restore]');
      await session.waitFor(hasNote('Announced, not signed.'));
      await saved(session);
    });
  });
