import { afterAll, describe, expect, test } from 'vitest';
import { hideDisplay } from './engines/display.ts';
import type { Session } from './engines/engine.ts';
import { findEngines, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { dealIds, draftNote, goTo, ready, textOf } from './suite/reader.ts';

const engines = readers(await findEngines());
afterAll(hideDisplay);

const position = `document.querySelector('[data-position]')?.innerText.trim()`;
const title = `[...document.querySelectorAll('.wall h1')].find((one) => one.getClientRects().length)?.innerText.trim()`;
const shows = (session: Session, number: number, text: string) =>
  session.waitFor(`${position} === '${number} / 10' && ${title}?.includes(${JSON.stringify(text)})`);
async function goToScene(session: Session, number: number): Promise<void> {
  await session.press(String(number));
  await session.press('Enter');
  await session.waitFor(`${position} === '${number} / 10'`);
}

describe.each(engines)('what is called what before the room, in $name', (engine) => {
  test('[S76] a scenario changed live stands under its own headline, after a reload too, until the scene is brought back', async () => {
    const session = await newDesk(engine).open('#present');
    await ready(session);
    await goToScene(session, 5);
    await shows(session, 5, 'What if Myanmar’s mines stopped?');
    await session.press('e');
    await session.waitFor(`document.querySelector('[data-what-if] .ready a')`);
    await session.evaluate(
      `document.querySelector('[data-what-if] .ready a[href*="scenario-china-withholds"]').click();`
    );
    await session.press('e');
    await shows(session, 5, 'All Chinese separation withheld');
    expect(await textOf(session, '[data-live]')).toContain(
      'Changed in the room, from “What if Myanmar’s mines'
    );
    expect(await textOf(session, '.wall header.caption')).not.toContain('Dashed outlines');
    await session.reload();
    await ready(session);
    await shows(session, 5, 'All Chinese separation withheld');
    await session.press('Backspace');
    await shows(session, 5, 'What if Myanmar’s mines stopped?');
  });

  test('[S77] the browser’s step back goes back to the scene before, and an answer keeps its name over a reload', async () => {
    const session = await newDesk(engine).open('#present');
    await ready(session);
    await goToScene(session, 6);
    await session.press('PageDown');
    await shows(session, 7, 'What binds');
    await session.evaluate(`history.back();`);
    await shows(session, 6, 'Who agreed what with whom');
    await session.press('/');
    await session.waitFor(`document.querySelector('[data-search] input')`);
    await session.type('[data-search] input', 'toyota');
    await session.waitFor(`document.querySelector('[data-search] [role=option]')`);
    await session.press('Enter');
    await session.waitFor(`document.querySelector('[data-asked]')`);
    const asked = await session.evaluate<string>(`return ${title};`);
    await session.reload();
    await ready(session);
    await shows(session, 6, asked);
    expect(await textOf(session, '[data-asked]')).toContain('Asked from the floor');
  });

  test('[S78] the arrows go through a long answer, whose end is told to be below', async () => {
    const session = await newDesk(engine).open('#present');
    await ready(session);
    await goToScene(session, 6);
    await goTo(session, '#/deals?on=deal-usa-aus-framework');
    await session.waitFor(`document.querySelector('[data-more=true]')`);
    const top = `document.querySelector('.answer').scrollTop`;
    await session.press('ArrowDown');
    await session.waitFor(`${top} > 50 && ${position} === '6 / 10'`);
    await session.press('ArrowUp');
    await session.waitFor(`${top} === 0`);
    await session.press('PageDown');
    await session.waitFor(`${position} === '7 / 10'`);
  });

  test('[S79] F5 starts the show from within a note that is being written', async () => {
    const session = await newDesk(engine).open();
    await ready(session);
    const [deal = ''] = await dealIds(session);
    await draftNote(session, deal, 'half a thought');
    await session.press('F5');
    await session.waitFor(`${position} === '1 / 10'`);
    expect(await session.evaluate(`return document.documentElement.outerHTML;`)).not.toContain(
      'half a thought'
    );
  });
});
