import type { Session } from '../engines/engine.ts';
import type { Desk } from './desk.ts';

/** A JavaScript expression: what the selector finds is on screen and says something. */
export const visible = (
  css: string
): string => `[...document.querySelectorAll(${JSON.stringify(css)})].some((found) =>
  !found.closest('.leaving') && found.getClientRects().length > 0 && getComputedStyle(found).visibility === 'visible' && found.textContent.trim() !== '')`;

/** Waits until the app is mounted and the notes are loaded. */
export const ready = (session: Session): Promise<void> =>
  session.waitFor(`document.documentElement.hasAttribute('data-ready')`, 20_000);

/**
 * JavaScript that waits until the page has come to rest: nothing in it changed for twenty turns, however long a turn
 * takes on this machine, or half a minute is over.
 */
export const AT_REST = `await new Promise((done) => {
  let [calm, frames] = [0, 0];
  const watch = new MutationObserver(() => { calm = frames = 0; });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const until = performance.now() + 30_000;
  // On a busy machine half a second can pass without a frame, and what a frame measures changes the page.
  const frame = () => { frames += 1; if (!over) requestAnimationFrame(frame); };
  let over = false;
  requestAnimationFrame(frame);
  const turn = () => {
    calm += 1;
    if ((calm <= 20 || frames < 6) && performance.now() < until) return setTimeout(turn, 25);
    over = true;
    watch.disconnect();
    done();
  };
  setTimeout(turn, 25);
});`;

/** The text of the first element found, or an empty one. */
export const textOf = (session: Session, css: string): Promise<string> =>
  session.evaluate(`const here = [...document.querySelectorAll(${JSON.stringify(css)})].find((found) => !found.closest('.leaving'));
    return (here?.innerText ?? '').trim();`);

/** How many elements a selector finds. */
export const count = (session: Session, css: string): Promise<number> =>
  session.evaluate(`return document.querySelectorAll(${JSON.stringify(css)}).length;`);

/** Goes to another place in the page, as a click on a link does, and waits until the view that was left is taken apart. */
export const goTo = (session: Session, hash: string): Promise<unknown> =>
  session.evaluate(`const before = location.hash;
    location.hash = ${JSON.stringify(hash)};
    return new Promise((done) => {
      const look = () => (document.querySelector('.leaving') ? setTimeout(look, 10) : done());
      // The view changes with the event, which a busy page hears late.
      if (location.hash === before) setTimeout(look, 10);
      else addEventListener('hashchange', () => setTimeout(look, 10), { once: true });
    });`);

/** Ids of the deals in the ledger, in its order. */
export async function dealIds(session: Session): Promise<string[]> {
  await goTo(session, '#/deals');
  await session.waitFor(`document.querySelector('tr[data-deal]')`);
  return session.evaluate(
    `return [...document.querySelectorAll('tr[data-deal]')].map((row) => row.dataset.deal);`
  );
}

/** The address of a deal. */
export const dealHash = (deal: string): string => `#/deals?on=${encodeURIComponent(deal)}`;

/** Opens the note editor on a deal and types, without saving. */
export async function draftNote(session: Session, deal: string, text: string): Promise<void> {
  await goTo(session, dealHash(deal));
  await session.waitFor(`document.querySelector('aside[data-dossier] [data-note-new]')`);
  await session.click('aside[data-dossier] [data-note-new]');
  await session.waitFor(`document.querySelector('[data-note-text]')`);
  await session.type('[data-note-text]', text);
}

/** Writes a note on a deal and waits until the status line says that it is kept. */
export async function writeNote(session: Session, deal: string, text: string, kept = 'saved'): Promise<void> {
  await draftNote(session, deal, text);
  if (await session.evaluate(`return document.querySelector('[data-note-author]') !== null;`))
    await session.type('[data-note-author]', 'A. Reader');
  await session.click('[data-note-save]');
  await session.waitFor(hasNote(text));
  await session.waitFor(`document.querySelector('[data-save-status]').dataset.state === '${kept}'`);
}

/** A JavaScript expression: a saved note with this text is on screen. */
export const hasNote = (text: string): string =>
  `[...document.querySelectorAll('[data-note] [data-note-body]')].some((note) => note.textContent.includes(${JSON.stringify(text)}))`;

/** Gives files to the notes view and waits for its report; takes in what the report offers. */
export async function takeIn(session: Session, paths: string[]): Promise<string> {
  // By way of another view, so that no earlier report is taken for this one.
  await goTo(session, '#/brief');
  await session.waitFor(`document.querySelector('[data-import]') === null`);
  await goTo(session, '#/notes');
  await session.waitFor(`document.querySelector('input[type=file][data-import]')`);
  await session.setFiles('input[type=file][data-import]', paths);
  await session.waitFor(visible('[data-import-report]'));
  const report = await textOf(session, '[data-import-report]');
  if ((await count(session, '[data-import-apply]')) > 0) {
    await session.click('[data-import-apply]');
    await session.waitFor(`document.querySelector('[data-import-apply]') === null`);
  }
  return report;
}

/** What the console said since so many lines, page errors included, leaving nothing out. */
export const said = (session: Session, since = 0): string => (session.console ?? []).slice(since).join('\n');

/** How many lines the console has said so far. */
export const heard = (session: Session): number => session.console?.length ?? 0;

/** Has the notes written to a file and gives its path. */
export async function exportNotes(desk: Desk, session: Session): Promise<string> {
  await goTo(session, '#/notes');
  await session.waitFor(visible('[data-export]'));
  await session.click('[data-export]');
  return desk.download('.notes.json');
}
