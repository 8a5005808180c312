import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeNotesFile } from '../../src/notes/file.ts';
import { newNoteId } from '../../src/notes/newNote.ts';
import { about, rev } from '../notes/sample.ts';
import { hideDisplay } from './engines/display.ts';
import type { Engine, Session } from './engines/engine.ts';
import { findEngines, oneChromium, readers } from './engines/engines.ts';
import { builtPage, newDesk } from './suite/desk.ts';
import { dropText, FAKE_PICKER, PICK_DROPPED } from './suite/place.ts';
import { count, dealIds, goTo, hasNote, ready, said, textOf, visible, writeNote } from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);
const chosen = readers(engines);
const chromium = chosen.filter((engine) => engine === oneChromium(engines));

const briefing = /"id"\s*:\s*"([^"]+)"/.exec(
  /id="briefing"[^>]*>([\s\S]{0,400})/.exec(builtPage().toString('utf8'))?.[1] ?? ''
)?.[1];

/** A colleague's notes file with one note. */
function theirs(text: string): string {
  const target = { briefing: briefing ?? '', edition: '', entity: briefing ?? '' };
  const hlc = '2025-11-03T09:14:22.123Z-0003-aaaaaaaa';
  const one = rev({ note: newNoteId(), target, hlc, body: { type: 'text', value: text } });
  return writeNotesFile([one], { ...about, briefing: briefing ?? '' });
}
const place = (state: string) => `document.querySelector('[data-place]')?.dataset.place === '${state}'`;
const files = (session: Session): Promise<Record<string, string>> =>
  session.evaluate('return window.folder.files;');
const inOwnFile = (text: string) =>
  `Object.entries(window.folder.files).some(([name, text]) => name.startsWith('${briefing}.a-reader.') && text.includes(${JSON.stringify(text)}))`;

async function noted(engine: Engine, text: string) {
  const desk = newDesk(engine);
  const session = await desk.open();
  await ready(session);
  const [deal = ''] = await dealIds(session);
  await writeNote(session, deal, text);
  await goTo(session, '#/notes');
  await session.waitFor(visible('[data-place]'));
  return { desk, session, deal };
}

describe.each(chromium)('a notes folder in $name', (engine) => {
  test('[B60] gets our file after each change, says so truly, and brings what colleagues wrote', async () => {
    const { session, deal } = await noted(engine, 'the first of mine');
    await session.evaluate(FAKE_PICKER);
    const other = theirs('by a colleague');
    await session.evaluate(`window.folder.files['x.bea.aaaaaaaa.notes.json'] = ${JSON.stringify(other)};`);
    await session.click('[data-place-folder]');
    await session.waitFor(place('current'));
    await session.waitFor(inOwnFile('the first of mine'));
    expect(await textOf(session, '[data-place-status]')).toMatch(/kept current in “notes” \d\d:\d\d/);
    expect(await textOf(session, '[data-save-status]')).not.toContain('not yet in a file');
    expect(await textOf(session, '[data-place-others]')).toMatch(/1 change you do not have/);

    await session.click('[data-place-look]');
    await session.waitFor(visible('[data-import-report]'));
    await session.click('[data-import-apply]');
    await session.waitFor(hasNote('by a colleague'));
    await session.waitFor(inOwnFile('by a colleague'));
    await session.waitFor(`document.querySelector('[data-place-others]')?.textContent.includes('nothing')`);

    await session.evaluate(`window.folder.refuse = 'NoModificationAllowedError';`);
    await writeNote(session, deal, 'the second of mine');
    await session.waitFor(
      `/NOT YET in “notes”: another program holds/.test(document.querySelector('[data-place-status]')?.textContent)`
    );
    expect(await textOf(session, '[data-save-status]')).toContain('1 change not yet in a file');
    expect(JSON.stringify(await files(session))).not.toContain('the second of mine');
    await session.evaluate(`window.folder.refuse = '';`);
    await session.waitFor(inOwnFile('the second of mine'));
    await session.waitFor(`/kept current/.test(document.querySelector('[data-place-status]')?.textContent)`);
    expect((await files(session))['x.bea.aaaaaaaa.notes.json']).toBe(other);
    expect(Object.keys(await files(session))).toHaveLength(2);
    expect(said(session)).toBe('');
  });

  // The bundled Chromium has no window that could ask, and grants what is dropped at once.
  test.skipIf(engine.name === 'bundled')(
    '[B61] on the disk is remembered, asked for again, and nothing is written there before it is allowed',
    async () => {
      const { desk, session } = await noted(engine, 'kept back until allowed');
      const folder = join(desk.root, 'share', 'notes');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'x.bea.aaaaaaaa.notes.json'), theirs('by a colleague'));
      await session.evaluate(PICK_DROPPED);
      await session.drop?.([folder]);
      await session.waitFor('window.dropped');
      await session.click('[data-place-folder]');
      await session.waitFor(place('asks'));
      expect(await textOf(session, '[data-place-said]')).toContain('“notes” is remembered');
      await session.reload();
      await ready(session);
      await session.waitFor(place('asks'));
      expect(await textOf(session, '[data-place-allow]')).toContain('Go on in “notes”');
      expect(await textOf(session, '[data-place-status]')).toMatch(/not yet in “notes”.*permission/);
      await session.click('[data-place-let-go]');
      await session.waitFor(place('none'));
      await session.reload();
      await ready(session);
      await session.waitFor(place('none'));
      expect(readFileSync(join(folder, 'x.bea.aaaaaaaa.notes.json'), 'utf8')).toContain('by a colleague');
    }
  );

  test('[B62] dropped by mistake is told apart from files, and real files dropped from the desktop are taken', async () => {
    const { desk, session } = await noted(engine, 'mine');
    const folder = join(desk.root, 'a folder');
    mkdirSync(folder);
    const [one, two] = [join(desk.root, 'one.notes.json'), join(desk.root, 'two.notes.json')];
    writeFileSync(one, theirs('dropped first'));
    writeFileSync(two, theirs('dropped second'));
    await session.drop?.([folder]);
    await session.waitFor(visible('[data-import-report] .bad'));
    expect(await textOf(session, '[data-import-report] .bad')).toMatch(/a folder: .*cannot read it/);
    await session.drop?.([one, two]);
    await session.waitFor(`document.querySelectorAll('[data-import-each] li').length === 2`);
    await session.click('[data-import-apply]');
    await session.waitFor(`${hasNote('dropped first')} && ${hasNote('dropped second')}`);
    expect(said(session)).toBe('');
  });
});

describe.each(chosen)('files dropped in $name', (engine) => {
  test('[B63] are kept from replacing the page, planned, taken in and undone', async () => {
    const { session } = await noted(engine, 'was here before');
    expect(await session.evaluate(dropText('x.notes.json', theirs('let fall on the page')))).toBe(true);
    await session.waitFor(visible('[data-import-report]'));
    await session.click('[data-import-apply]');
    await session.waitFor(hasNote('let fall on the page'));
    await session.click('[data-import-undo]');
    await session.waitFor(`!(${hasNote('let fall on the page')})`);
    expect(await session.evaluate(`return ${hasNote('was here before')};`)).toBe(true);
  });
});

describe.each(chosen.filter((engine) => engine !== oneChromium(engines)))(
  'without a picker, in $name',
  (engine) => {
    test('[B64] the way by hand is explained and no button promises more', async () => {
      const { session } = await noted(engine, 'by hand');
      await session.waitFor(place('absent'));
      expect(await textOf(session, '[data-place]')).toMatch(
        /cannot write into a folder.*By hand: write the notes file/s
      );
      expect(await count(session, '[data-place] button')).toBe(0);
    });
  }
);
