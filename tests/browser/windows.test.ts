import { afterAll, describe, expect, test } from 'vitest';
import { hideDisplay } from './engines/display.ts';
import { findEngines, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import {
  dealHash,
  dealIds,
  draftNote,
  goTo,
  hasNote,
  ready,
  textOf,
  visible,
  writeNote
} from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);
// WebKit’s driver opens no second tab.
const tabbed = readers(engines).filter((engine) => engine.name !== 'webkit');

const kept = `document.querySelector('[data-save-status]')?.dataset.state === 'saved'`;
const typed = (text: string) =>
  `[...document.querySelectorAll('[data-note-text]')].some(({ value }) => value.includes(${JSON.stringify(text)}))`;

describe.each(tabbed)('$name: two windows of one browser', (engine) => {
  test('[B85] a text discarded in one window while another goes on with it is kept for that one', async () => {
    const desk = newDesk(engine);
    const one = await desk.open();
    await ready(one);
    const [deal = ''] = await dealIds(one);
    await draftNote(one, deal, 'precious and not yet done');
    await one.waitFor(kept);
    const two = await one.tab!(desk.url(dealHash(deal)));
    await ready(two);
    await two.waitFor(typed('precious'));
    await two.click('[data-note-cancel]');
    await two.waitFor(`document.querySelector('[data-note-text]') === null && ${kept}`);
    await one.front!();
    await one.waitFor(typed('precious'));
    // Left without another letter, as somebody does who reads “kept as typed”.
    await one.waitFor(kept);
    const three = await one.tab!(desk.url(dealHash(deal)));
    await ready(three);
    await three.waitFor(typed('precious and not yet done'));
  });

  test('[B86] a note withdrawn in one window leaves another’s unsaved text and its replies on screen', async () => {
    const desk = newDesk(engine);
    const one = await desk.open();
    await ready(one);
    const [deal = ''] = await dealIds(one);
    await writeNote(one, deal, 'a secret');
    await one.click('[data-note-reply]');
    await one.type('.reply [data-note-text]', 'an answer to it');
    await one.click('.reply [data-note-save]');
    await one.waitFor(hasNote('an answer to it'));
    await one.click('[data-note-edit]');
    await one.type('[data-note-text]', 'words of mine ');
    await one.waitFor(kept);
    const two = await one.tab!(desk.url(dealHash(deal)));
    await ready(two);
    // The new text begun in the first window stands open here too; the note is withdrawn where it is not.
    await two.waitFor(`document.querySelector('[data-note-cancel]')`);
    await two.click('[data-note-cancel]');
    await two.waitFor(`document.querySelector('[data-note-withdraw]')`);
    await two.click('[data-note-withdraw]');
    await two.click('[data-note-withdraw-sure]');
    await two.click('[data-note-withdraw-now]');
    await two.waitFor(`/Withdrawn/.test(document.querySelector('[data-dossier] [data-note]')?.textContent)`);
    expect(await two.evaluate(`return document.activeElement.hasAttribute('data-note');`)).toBe(true);
    await one.front!();
    await one.waitFor(visible('[data-note-unkept]'));
    await one.waitFor(typed('words of mine'));
    const three = await one.tab!(desk.url(dealHash(deal)));
    await ready(three);
    await three.waitFor(hasNote('an answer to it'));
    expect(await textOf(three, '[data-dossier]')).not.toContain('a secret');
    await goTo(three, '#/notes');
    await three.waitFor(hasNote('an answer to it'));
    expect(await textOf(three, '#stage')).not.toContain('unattached (');
  });
});

describe.each(readers(engines).filter((engine) => engine.deniesStorage))(
  '$name: nothing can be kept',
  (engine) => {
    test('[B87] the page asks before it is left while something is in its memory only, and only then', async () => {
      const session = await newDesk(engine).open('', { storage: false });
      await ready(session);
      const asks = `const event = new Event('beforeunload', { cancelable: true });
        dispatchEvent(event); return event.defaultPrevented;`;
      expect(await session.evaluate(asks)).toBe(false);
      const [deal = ''] = await dealIds(session);
      await draftNote(session, deal, 'kept nowhere');
      await session.waitFor(`(() => { ${asks} })()`);
    });
  }
);
