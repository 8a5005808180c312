import { afterAll, describe, expect, test } from 'vitest';
import { hideDisplay } from './engines/display.ts';
import type { Session } from './engines/engine.ts';
import { findEngines } from './engines/engines.ts';
import { PageSession } from './engines/pages.ts';
import { newDesk } from './suite/desk.ts';
import { dealIds, ready, said, textOf, writeNote } from './suite/reader.ts';

const engines = (await findEngines()).found.filter(({ name }) => name === 'chromium' || name === 'firefox');
afterAll(hideDisplay);

const SCENES = 10;
const at = (session: Session) => textOf(session, '[data-position]');
const scene = (session: Session, number: number) =>
  session.waitFor(`document.querySelector('[data-position]')?.innerText.trim() === '${number} / ${SCENES}'`);
/** Starts the show from the desk by keys alone. */
async function start(session: Session): Promise<void> {
  await session.press('F5');
  await scene(session, 1);
}
/** All that the room's window holds: elements, attributes, texts, title, and what it stores under which key. */
const HELD = `return [
  document.documentElement.outerHTML,
  document.title,
  ...[sessionStorage, localStorage].flatMap((store) => Object.entries({ ...store }).flat())
].join('\\n');`;

describe.each(engines)('a show in $name', (engine) => {
  test('[S40] goes from end to end by keyboard, covers, jumps and comes back', async () => {
    const session = await newDesk(engine).open();
    await ready(session);
    await start(session);
    for (let number = 2; number <= SCENES; number += 1) {
      await session.press('PageDown');
      await scene(session, number);
      expect(await textOf(session, '.wall h1')).not.toBe('');
      expect(await session.evaluate('return document.querySelector(".wall [role=alert]") === null;')).toBe(
        true
      );
    }
    for (const [key, cover] of [
      ['b', 'black'],
      ['w', 'white'],
      ['o', 'overview'],
      ['?', 'help']
    ]) {
      await session.press(key!);
      await session.waitFor(`document.querySelector('[data-cover="${cover}"]')`);
      await session.press(key!);
      await session.waitFor(`document.querySelector('[data-cover="none"]')`);
    }
    await session.press('3');
    await session.press('Enter');
    await scene(session, 3);
    await session.press('Home');
    await scene(session, 1);
    expect(said(session)).toBe('');
  });

  test('[S41] answers a question from the floor and comes back to the scene as it was', async () => {
    const session = await newDesk(engine).open('#present');
    await scene(session, 1);
    const before = await session.evaluate<string>('return location.hash;');
    await session.press('/');
    await session.waitFor(`document.querySelector('[data-search] input')`);
    await session.type('[data-search] input', 'Toyota');
    await session.waitFor(`document.querySelector('[data-search] [role=option]')`);
    await session.press('Enter');
    await session.waitFor(`document.querySelector('.answer')?.innerText.includes('Toyota')`);
    await session.press('Backspace');
    await session.waitFor(
      `location.hash === ${JSON.stringify(before)} && !document.querySelector('.answer')`
    );
  });

  test('[S42] holds no note and no word of the speaker’s, before and after a reload', async () => {
    const session = await newDesk(engine).open();
    await ready(session);
    const secret = 'PLANTED-SECRET-OF-AN-ANALYST';
    const [deal = ''] = await dealIds(session);
    await writeNote(session, deal, secret);
    const speaker = await session.evaluate<string>(
      `return JSON.parse(document.getElementById('speaker-notes').textContent)['scene-why'];`
    );
    expect(speaker.length).toBeGreaterThan(100);
    expect(await session.evaluate<string>(HELD)).toContain(speaker.slice(0, 40));
    await start(session);
    for (const reload of [false, true]) {
      if (reload) await session.reload();
      await scene(session, 1);
      const held = await session.evaluate<string>(HELD);
      expect(held).toContain('scene-why');
      expect(held).not.toContain(secret);
      expect(held).not.toContain(speaker.slice(0, 40));
    }
    await session.press('Escape');
    await session.press('Escape');
    await session.waitFor(`document.querySelector('.shell') || document.querySelector('[data-notice]')`);
  });

  test('[S43] keeps the speaker’s window in step both ways, through a reload of either', async () => {
    const session = await newDesk(engine).open();
    await ready(session);
    await session.click('[data-present-open]');
    await session.waitFor(`document.querySelector('[data-open-speaker]')`);
    await session.click('[data-open-speaker]');
    const speaker = await (session as PageSession).second();
    await session.click('[data-start]');
    await scene(session, 1);
    await speaker.waitFor(`document.querySelector('[data-linked="yes"]')`);
    expect(await textOf(speaker, '[data-say]')).toContain('where the material comes from');
    await session.press('PageDown');
    await speaker.waitFor(`document.querySelector('[data-at]').innerText.startsWith('2 ')`);
    await speaker.evaluate(`document.querySelector('[data-command-next]').click();`);
    await scene(session, 3);
    await speaker.reload();
    await speaker.waitFor(`document.querySelector('[data-at]')?.innerText.startsWith('3 ')`);
    await session.reload();
    await scene(session, 3);
    await speaker.evaluate(`document.querySelector('[data-command-next]').click();`);
    await scene(session, 4);
    await speaker.waitFor(`document.querySelector('[data-at]').innerText.startsWith('4 ')`);
    expect(await at(session)).toBe(`4 / ${SCENES}`);
  });

  test('[S44] says what to do where a second window is refused', async () => {
    const session = await newDesk(engine).open();
    await ready(session);
    await session.evaluate('window.open = () => null;');
    await session.click('[data-present-open]');
    await session.waitFor(`document.querySelector('[data-open-speaker]')`);
    await session.click('[data-open-speaker]');
    await session.waitFor(`document.querySelector('[data-popup-refused]')?.innerText.includes('cue cards')`);
    await session.click('[data-strip-choice]');
    await session.click('[data-start]');
    await session.waitFor(`document.querySelector('[data-strip]')?.innerText.includes('where the material')`);
    await session.press('n');
    await session.waitFor(`!document.querySelector('[data-strip]')`);
  });

  test('[S45] keeps a deck of the reader’s own like a note: captured, changed, shown, still there after a reload', async () => {
    const session = await newDesk(engine).open('#/deals');
    await ready(session);
    await session.press('c');
    await session.waitFor(`document.querySelector('.said')?.innerText.includes('My scenes')`);
    await session.reload();
    await ready(session);
    await session.click('[data-present-open]');
    await session.waitFor(`document.querySelectorAll('[data-deck-choice] option').length === 2`);
    await session.evaluate(`const choice = document.querySelector('[data-deck-choice]');
      choice.value = choice.options[1].value;
      choice.dispatchEvent(new Event('change', { bubbles: true }));`);
    await session.waitFor(`document.querySelectorAll('[data-scene-row]').length === 1`);
    await session.click('[data-start]');
    await session.waitFor(`document.querySelector('[data-position]')?.innerText.trim() === '1 / 1'`);
    expect(await session.evaluate('return location.hash;')).toBe('#/deals');
  });
});
