import { afterAll, describe, expect, test } from 'vitest';
import { hideDisplay } from './engines/display.ts';
import { pause } from './engines/engine.ts';
import { findEngines, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { dealHash, dealIds, draftNote, goTo, ready, textOf } from './suite/reader.ts';

const engines = readers(await findEngines());
afterAll(hideDisplay);

describe.each(engines)('where the keys go, in $name', (engine) => {
  test('[AC12] a mark of the timeline that the keys come to is in sight, however low it stands', async () => {
    const session = await newDesk(engine).open('#/timeline');
    await ready(session);
    await session.waitFor(`document.querySelectorAll('#stage [data-bar]').length > 10`);
    const seen = await session.evaluate<number[]>(`
      const marks = [...document.querySelectorAll('#stage [data-bar]')];
      const room = document.getElementById('stage').getBoundingClientRect();
      const out = [];
      for (const mark of [marks[0], marks.at(-1), marks[2], marks.at(-2)]) {
        mark.focus();
        for (let i = 0; i < 6; i += 1) await new Promise((done) => requestAnimationFrame(done));
        const at = mark.getBoundingClientRect();
        out.push(Math.max(0, room.top - at.top, at.bottom - room.bottom));
      }
      return out;`);
    expect(Math.max(...seen)).toBeLessThan(2);
  });

  test('[AC13] n goes into the text that was begun on the briefing as a whole, from every view', async () => {
    const session = await newDesk(engine).open();
    await ready(session);
    await session.press('n');
    await session.waitFor(`document.activeElement?.matches('[data-note-text]')`);
    await session.type('[data-note-text]', 'begun');
    await goTo(session, '#/timeline');
    await session.waitFor(`!document.querySelector('[data-note-text]')`);
    await session.evaluate(`document.activeElement?.blur();`);
    await session.press('n');
    await session.waitFor(`document.activeElement?.matches('[data-note-text]')`);
  });

  test('[AC14] a choice on the map is told, and marked as the current one', async () => {
    const session = await newDesk(engine).open('#/deals');
    await ready(session);
    await session.waitFor(`document.querySelector('[data-arc="deal-usa-aus-framework"]')`);
    await session.evaluate(`document.querySelector('[data-arc="deal-usa-aus-framework"]').focus();`);
    await session.press('Enter');
    await session.waitFor(
      `/open in the dossier/.test(document.querySelector('[data-announcer]').textContent)`
    );
    expect(await textOf(session, '[data-announcer]')).toMatch(/^Minerals framework with Australia/);
    expect(
      await session.evaluate(
        `return document.querySelector('[data-arc="deal-usa-aus-framework"]').getAttribute('aria-current');`
      )
    ).toBe('true');
  });

  test('[AC14] another day is told with the headline after it, and a note that was saved when it was asked for', async () => {
    const session = await newDesk(engine).open('#/deals');
    await ready(session);
    const told = (words: RegExp) =>
      session.waitFor(`${words}.test(document.querySelector('[data-announcer]').textContent)`);
    expect(await textOf(session, '[data-announcer]')).toBe('');
    await goTo(session, '#/deals?as=2025-10-20');
    await told(/20 October 2025/);
    expect(await textOf(session, '[data-announcer]')).toContain(await textOf(session, '#stage h1'));
    const [deal = ''] = await dealIds(session);
    await draftNote(session, deal, 'kept, and said so');
    await session.waitFor(`document.querySelector('[data-save-status]').innerText.includes('aved')`);
    expect(await textOf(session, '[data-announcer]')).not.toMatch(/saved/i);
    await session.type('[data-note-author]', 'A. Reader');
    await session.click('[data-note-save]');
    await told(/saved/i);
  });

  test('[AC23] d leads to the dossier of what is selected and back, and Escape back too; on a narrow page it takes the keys at once', async () => {
    const session = await newDesk(engine).open('#/deals');
    await ready(session);
    const link = '#stage tr[data-deal] a[href]';
    await session.waitFor(`document.querySelector('${link}')`);
    const onLink = `document.activeElement === document.querySelector('${link}')`;
    const onTitle = `document.activeElement?.matches('[data-dossier-title]')`;
    await session.evaluate(`document.querySelector('${link}').focus();`);
    await session.press('Enter');
    await session.waitFor(`document.querySelector('[data-dossier-title]')`);
    expect(await session.evaluate(`return ${onLink};`)).toBe(true);
    for (const where of [onTitle, onLink, onTitle]) {
      await session.press('d');
      await session.waitFor(where);
    }
    await session.press('Escape');
    await session.waitFor(`!document.querySelector('[data-dossier-title]') && ${onLink}`);
    await session.waitFor(
      `document.querySelector('[data-announcer]').textContent === 'Nothing is selected.'`
    );

    await session.setSize({ width: 512, height: 384 });
    // Laid out anew before anything is chosen: what grows above the dossier moves it in WebKit.
    await pause(1000);
    await session.press('Enter');
    await session.waitFor(onTitle);
    const inWindow = (css: string) =>
      session.waitFor(`(() => { const box = document.querySelector('${css}')?.getBoundingClientRect();
        return box && box.left >= 0 && box.right <= innerWidth && box.top < innerHeight; })()`);
    await inWindow('[data-dossier-title]');
    await session.press('Escape');
    await session.waitFor(onLink);
    await session.evaluate(`document.querySelector('[data-asof-presets]').click();`);
    await inWindow('#asof-list');
  });

  test('[AC15] at 400 % the text that is written stands clear of what stays at the top', async () => {
    const session = await newDesk(engine).open();
    await ready(session);
    await session.setSize({ width: 320, height: 256 });
    const [deal = ''] = await dealIds(session);
    await draftNote(session, deal, 'seen while it is typed');
    await goTo(session, dealHash(deal));
    const clear = `(() => {
      const text = document.querySelector('[data-note-text]').getBoundingClientRect();
      const bars = [...document.querySelectorAll('.strip.top, .rail')].filter(
        (bar) => getComputedStyle(bar).position === 'sticky');
      return Math.max(...bars.map((bar) => bar.getBoundingClientRect().bottom)) <= text.top + 1; })()`;
    await session.evaluate(`document.querySelector('[data-note-text]').blur();
      document.querySelector('[data-note-text]').focus();`);
    await session.waitFor(clear);
  });
});
