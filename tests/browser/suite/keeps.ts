import { expect, test } from 'vitest';
import { pause, type Engine } from '../engines/engine.ts';
import { newDesk } from './desk.ts';
import {
  count,
  dealHash,
  dealIds,
  draftNote,
  exportNotes,
  hasNote,
  ready,
  takeIn,
  writeNote
} from './reader.ts';

const TEXT = 'Who carries the loan? – asked on été 2025';

/** Crashes are tried once in the test run and twenty times each in the soak. */
const OFTEN = { repeats: process.env.LODESTONE_SOAK === '1' ? 19 : 0 };

/** What a reader wrote is there again after a crash, in a renamed file, at another desk. */
export function keeps(engine: Engine): void {
  test('[B5] a note that is called saved outlives a killed browser', OFTEN, async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await ready(session);
    const [deal = ''] = await dealIds(session);
    await writeNote(session, deal, TEXT);
    await session.kill();
    const again = await desk.open(dealHash(deal));
    await ready(again);
    await again.waitFor(hasNote(TEXT));
    expect(await count(again, '[data-note]')).toBe(1);
  });

  test('[B6] a draft outlives a killed browser', OFTEN, async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await ready(session);
    const [deal = ''] = await dealIds(session);
    await draftNote(session, deal, TEXT);
    await pause(1500);
    await session.kill();
    const again = await desk.open(dealHash(deal));
    await ready(again);
    await again.waitFor(`document.querySelector('[data-note-text]')?.value === ${JSON.stringify(TEXT)}`);
    expect(await count(again, '[data-note]')).toBe(0);
  });

  const renamed = engine.storagePerFile
    ? '[B7] a renamed file has its notes out of view here and gets them back from the notes file'
    : '[B7] a renamed file still shows its notes';
  test(`${renamed}; a colleague gets them from the file too`, async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await ready(session);
    const [deal = ''] = await dealIds(session);
    await writeNote(session, deal, TEXT);
    const file = await exportNotes(desk, session);
    await session.close();

    desk.rename('lodestone – week 46 (copy).html');
    const again = await desk.open('#/notes');
    await ready(again);
    if (engine.storagePerFile) {
      expect(await count(again, '[data-note]')).toBe(0);
      await takeIn(again, [file]);
    }
    await again.waitFor(hasNote(TEXT));
    await again.close();

    const colleague = await desk.open('', { reader: 'colleague' });
    await ready(colleague);
    await takeIn(colleague, [file]);
    expect(await takeIn(colleague, [file])).toMatch(/\b0 new\b/);
    await colleague.waitFor(hasNote(TEXT));
    expect(await count(colleague, '[data-note]')).toBe(1);
  });
}
