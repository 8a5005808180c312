import { expect, test } from 'vitest';
import type { Engine } from '../engines/engine.ts';
import { newDesk } from './desk.ts';
import { dealIds, goTo, hasNote, ready, writeNote } from './reader.ts';

/** What each view must call to be drawn; taking it away is a fault in that view and in no other. */
const VIEWS = ['#/flows', '#/deals', '#/timeline', '#/brief'] as const;

/** A fault in a view is told in its place; the other views and the notes go on. */
export function breaks(engine: Engine): void {
  test(
    '[RO3] a fault in any view leaves the notes within reach, and the view comes back',
    { timeout: 120_000 },
    async () => {
      const session = await newDesk(engine).open();
      await ready(session);
      const [deal = ''] = await dealIds(session);
      await writeNote(session, deal, 'still here');
      for (const view of VIEWS) {
        await goTo(session, '#/notes');
        await session.waitFor(hasNote('still here'));
        // Every view sorts a copy of something while it is drawn; here that fails, as a bug of ours would.
        await session.evaluate(`window.sound ??= Array.prototype.toSorted;
        const fail = () => { throw new Error('planted fault'); };
        Array.prototype.toSorted = fail;
        location.hash = ${JSON.stringify(view)};
        await new Promise((done) => setTimeout(done, 300));
        Array.prototype.toSorted = window.sound;`);
        const told = await session.evaluate<string>(
          `return document.querySelector('main [role="alert"]')?.innerText ?? '';`
        );
        expect(told, view).toContain('planted fault');
        await session.evaluate(
          `[...document.querySelectorAll('main [role="alert"] a')].find((link) => link.hash === '#/notes').click();`
        );
        await session.waitFor(hasNote('still here'));
        await goTo(session, view);
        await session.waitFor(
          `document.querySelector('main h1') && !document.querySelector('main [role="alert"].bad')`
        );
      }
    }
  );
}
