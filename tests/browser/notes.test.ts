import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packText, unpackText } from '../../tools/packed.ts';
import { hideDisplay } from './engines/display.ts';
import { type Engine, pause, type Session } from './engines/engine.ts';
import { describeEngines, findEngines, readers } from './engines/engines.ts';
import { builtPage, newDesk } from './suite/desk.ts';
import {
  count,
  dealHash,
  dealIds,
  draftNote,
  exportNotes,
  goTo,
  hasNote,
  ready,
  takeIn,
  textOf,
  visible,
  writeNote
} from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);
const chosen = readers(engines);

test('[B30] the notes are proved in a real browser', () => {
  expect(chosen, describeEngines(engines)).not.toEqual([]);
});

const TEXT = 'kept in spite of everything';
/** The built page with something changed in the script that holds the notes' database, its policy made to fit. */
async function variant(change: (script: string) => string): Promise<Buffer> {
  const html = builtPage().toString('utf8');
  const packed = /<script type="text\/plain" id="later">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
  const script = unpackText(packed);
  const sum = (text: string) => createHash('sha256').update(text).digest('base64');
  const changed = change(script);
  if (changed === script || !html.includes(sum(script))) throw new Error('nothing was changed in the page');
  const repacked = await packText(changed);
  return Buffer.from(html.replace(packed, () => repacked).replace(sum(script), () => sum(changed)));
}

/** A later release, as far as its database tells. */
const laterRelease = () =>
  variant((script) =>
    script.replace('.version(1).stores({revisions:', '.version(2).stores({later:"id",revisions:')
  );

/** The page with a briefing that is no JSON. */
const brokenBriefing = () =>
  Buffer.from(
    builtPage()
      .toString('utf8')
      .replace(/(id="briefing"[^>]*>)\{/, (_, start: string) => `${start}!`)
  );

async function written(session: Session, text = TEXT): Promise<string> {
  await ready(session);
  const [deal = ''] = await dealIds(session);
  await writeNote(session, deal, text);
  return deal;
}
async function openBackups(session: Session): Promise<void> {
  await goTo(session, '#/notes');
  await session.waitFor(`document.querySelector('[data-backups] summary')`);
  await session.click('[data-backups] summary');
  await session.waitFor(visible('[data-check]'));
}

function rescues(engine: Engine): void {
  test('[B31] with its briefing broken the page still hands out every note and draft', async () => {
    const desk = newDesk(engine);
    const first = await desk.open();
    const deal = await written(first);
    await draftNote(first, deal, 'begun and not finished');
    await pause(1500);
    await first.close();
    writeFileSync(desk.file, brokenBriefing());
    const session = await desk.open();
    await session.waitFor(visible('[data-refused] a[href="#rescue"]'));
    await session.click('[data-refused] a[href="#rescue"]');
    await session.waitFor(visible('[data-rescue-notes]'));
    await session.click('[data-rescue-notes]');
    expect(readFileSync(await desk.download('.notes.json'), 'utf8')).toContain(TEXT);
    await session.click('[data-rescue-all]');
    expect(readFileSync(await desk.download('.rescue.json'), 'utf8')).toContain('begun and not finished');
  });

  test('[B32] the rescue page opens by its address and leads back to the briefing', async () => {
    const desk = newDesk(engine);
    const session = await desk.open('#rescue');
    await session.waitFor(visible('[data-rescue]'));
    expect(await session.evaluate(`return ${visible('#stage')};`)).toBe(false);
    await session.click('[data-rescue] a[href="#/brief"]');
    await ready(session);
    await session.waitFor(visible('#stage'));
  });
}

function shares(engine: Engine): void {
  test.skipIf(engine.name === 'webkit')(
    '[B33] a note written in one tab stands in the other at once',
    async () => {
      const desk = newDesk(engine);
      const one = await desk.open();
      await ready(one);
      const two = await one.tab!(desk.url('#/notes'));
      await ready(two);
      await one.front!();
      await written(one);
      await two.front!();
      await two.waitFor(hasNote(TEXT));
      const deal = (await dealIds(two))[1] ?? '';
      await writeNote(two, deal, 'and back');
      await one.front!();
      await goTo(one, '#/notes');
      await one.waitFor(hasNote('and back'));
      expect(await count(one, '[data-note]')).toBe(2);
    }
  );

  test.skipIf(engine.name === 'webkit')(
    '[B82] a note edited in two tabs says so to the second, and keeps both texts',
    async () => {
      const desk = newDesk(engine);
      const one = await desk.open();
      await ready(one);
      const deal = await written(one);
      const two = await one.tab!(desk.url(dealHash(deal)));
      await ready(two);
      await two.waitFor(`${hasNote(TEXT)} && document.querySelector('[data-note-edit]')`);
      await two.click('[data-note-edit]');
      await two.type('[data-note-text]', 'two. ');
      await one.front!();
      await goTo(one, dealHash(deal));
      await one.waitFor(hasNote(TEXT));
      await one.click('[data-note-edit]');
      await one.type('[data-note-text]', 'one. ');
      await one.click('[data-note-save]');
      await one.waitFor(`!document.querySelector('[data-note-text]')`);
      await two.front!();
      await two.waitFor(
        `/Changed elsewhere since you began .*one/.test(document.querySelector('[data-note-meanwhile]')?.textContent)`
      );
      await two.click('[data-note-save]');
      await two.waitFor(`document.querySelector('[data-note-alternatives]')`);
      const sides = await textOf(two, '[data-note-alternatives]');
      expect(sides).toContain('one.');
      expect(sides).toContain('two.');
    }
  );

  test('[B34] what another page changed is there when this one is looked at', async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await written(session);
    await goTo(session, '#/notes');
    // Written past the page, as another tab does in an engine that tells tabs nothing of one another.
    await session.evaluate(`
      const database = await new Promise((done) => {
        indexedDB.databases().then((all) => {
          const open = indexedDB.open(all.find(({ name }) => name.startsWith('lodestone-')).name);
          open.onsuccess = () => done(open.result);
        });
      });
      const table = database.transaction('revisions', 'readwrite').objectStore('revisions');
      const [row] = await new Promise((done) => { const all = table.getAll(); all.onsuccess = () => done(all.result); });
      const note = row.note.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      const id = 'f'.repeat(32);
      const body = { type: 'text', value: 'from another tab' };
      await new Promise((done) => {
        table.put({ ...row, id, note, revision: { ...row.revision, id, note, body } }).onsuccess = done;
      });
      database.close();`);
    await session.evaluate(`dispatchEvent(new Event('focus'));`);
    await session.waitFor(hasNote('from another tab'));
  });

  test('[B35] an older page works on a newer database, and the newer one reads what it wrote', async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await written(session, 'by the first');
    writeFileSync(desk.file, await laterRelease());
    await session.go('about:blank').catch(() => undefined);
    await session.go(desk.url('#/notes'));
    await ready(session);
    await session.waitFor(hasNote('by the first'));
    await written(session, 'by the later release');
    writeFileSync(desk.file, builtPage());
    await session.go('about:blank').catch(() => undefined);
    await session.go(desk.url('#/notes'));
    await ready(session);
    await session.waitFor(hasNote('by the later release'));
    await written(session, 'by the older page');
    expect(await count(session, '[data-storage-warning]')).toBe(0);
    await goTo(session, '#/notes');
    await session.waitFor(hasNote('by the first'));
  });

  test.skipIf(engine.name === 'webkit')(
    '[B36] an open older page makes way for a later release and says so, with its text kept',
    async () => {
      const desk = newDesk(engine);
      const old = await desk.open();
      const deal = await written(old);
      await draftNote(old, deal, 'half a sentence');
      await pause(1500);
      writeFileSync(desk.file, await laterRelease());
      const later = await old.tab!(desk.url('#/notes'));
      await ready(later);
      await later.waitFor(hasNote(TEXT));
      await old.front!();
      await old.waitFor(visible('[data-storage-warning]'));
      expect(await textOf(old, '[data-storage-warning]')).toMatch(/newer copy/);
      expect(await old.evaluate(`return document.querySelector('[data-note-text]').value;`)).toBe(
        'half a sentence'
      );
    }
  );
}

function waits(engine: Engine): void {
  test.skipIf(engine.name === 'webkit')(
    '[B75] a database that does not answer is not called one that cannot be opened; loaded again, every note is there',
    async () => {
      const desk = newDesk(engine);
      const first = await desk.open();
      const deal = await written(first, 'before the wait');
      // A transaction that never ends, as a page that its browser set aside can leave one behind.
      await first.evaluate(`
        const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith('lodestone-'));
        const database = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
        const transaction = database.transaction(['drafts', 'revisions', 'meta', 'backups'], 'readwrite');
        globalThis.holding = true;
        const hold = () => { if (globalThis.holding) transaction.objectStore('drafts').get('').onsuccess = hold; };
        hold();`);
      const second = await first.tab!(desk.url('#/notes'));
      await ready(second);
      await second.waitFor(visible('[data-storage-warning]'), 30_000);
      expect(await textOf(second, '[data-storage-warning]')).toMatch(/did not answer .* still there/);
      // Nobody can say that a database which does not answer holds nothing.
      expect(await textOf(second, 'main h1')).toBe('No notes within reach');
      await writeNote(second, deal, 'during the wait', 'localstorage');
      await first.front!();
      await first.evaluate('globalThis.holding = false;');
      await second.front!();
      await second.click('[data-storage-warning] button');
      await second.waitFor(`!document.querySelector('[data-storage-warning]')`);
      await ready(second);
      await goTo(second, '#/notes');
      await second.waitFor(hasNote('before the wait'));
      await second.waitFor(hasNote('during the wait'));
    },
    90_000
  );

  test('[B76] left for another page and come back to, it shows every note and takes another', async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await written(session, 'before leaving');
    await session.go('about:blank').catch(() => undefined);
    await session.evaluate('history.back();');
    await session.waitFor(`location.protocol === 'file:' && document.querySelector('#end')`);
    await ready(session);
    await written(session, 'after coming back');
    await goTo(session, '#/notes');
    await session.waitFor(hasNote('before leaving'));
    await session.waitFor(hasNote('after coming back'));
    expect(await count(session, '[data-storage-warning]')).toBe(0);
  });
}

function tidies(engine: Engine): void {
  test('[B37] checks the notes, backs them up before an import, undoes it, and hands out the backup', async () => {
    const desk = newDesk(engine);
    const writer = await desk.open('', { reader: 'colleague' });
    await written(writer, 'from a colleague');
    const file = desk.put('theirs.notes.json', readFileSync(await exportNotes(desk, writer)));
    readdirSync(desk.downloads).forEach((name) => rmSync(join(desk.downloads, name)));
    await writer.close();
    const session = await desk.open();
    await written(session);
    await takeIn(session, [file]);
    await session.waitFor(hasNote('from a colleague'));
    await openBackups(session);
    // WebKit's driver does not scroll to a button that stands half below the window's edge; a reader does.
    await session.evaluate(`document.querySelector('[data-check]').scrollIntoView({ block: 'center' });`);
    await session.click('[data-check]');
    await session.waitFor(
      `document.querySelector('[data-check-result]')?.textContent.trim() !== 'Checking…' && ${visible('[data-check-result]')}`
    );
    expect(await textOf(session, '[data-check-result]')).toMatch(/2 changes sound .* 0 changes damaged/);
    await session.waitFor(visible('[data-backup]'));
    // The daily one may hold the same already: then none is taken twice, and the one there is serves.
    expect(await textOf(session, '[data-backups]')).toMatch(/(daily|before taking in files) · 1 change/);
    // On a busy machine the day's backup may come after the import: it holds both, and this one is not it.
    await session.evaluate(`[...document.querySelectorAll('[data-backup]')]
      .find((one) => / 1 change\\b/.test(one.innerText.replace(/\\s+/g, ' '))).dataset.meant = 'yes';`);
    await session.click('[data-backup][data-meant] button');
    const backup = readFileSync(await desk.download('.notes.json'), 'utf8');
    expect(backup).toContain(TEXT);
    expect(backup).not.toContain('from a colleague');
    await session.click('[data-undo-ask]');
    await session.click('[data-undo-import]');
    await session.waitFor(visible('[data-undo-done]'));
    expect(await textOf(session, '[data-undo-done]')).toMatch(/1 change taken out, 0 changes kept/);
    await session.waitFor(`!(${hasNote('from a colleague')})`);
    expect(await session.evaluate(`return ${hasNote(TEXT)};`)).toBe(true);
  });

  test('[B38] wipes every trace, says what went, and a fresh visit finds nothing', async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await written(session);
    await openBackups(session);
    await session.click('[data-wipe]');
    await session.type('[data-wipe-word]', 'wipe');
    await session.click('[data-wipe-now]');
    await session.waitFor(visible('[data-wiped]'));
    expect(await textOf(session, '[data-wiped]')).toMatch(/nothing is left/);
    expect(
      await session.evaluate(
        `return (await indexedDB.databases()).filter(({ name }) => name.startsWith('lodestone-')).length;`
      )
    ).toBe(0);
    await session.close();
    const again = await desk.open('#/notes');
    await ready(again);
    expect(await count(again, '[data-note]')).toBe(0);
  });
}
for (const engine of chosen)
  describe(engine.name, () => {
    rescues(engine);
    shares(engine);
    waits(engine);
    tidies(engine);
  });
