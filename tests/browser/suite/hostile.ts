import { expect, test } from 'vitest';
import { writeNotesFile } from '../../../src/notes/file.ts';
import { newNoteId } from '../../../src/notes/newNote.ts';
import { makeRevision, type RevisionFields } from '../../../src/notes/revision.ts';
import type { Engine, Session } from '../engines/engine.ts';
import { newDesk } from './desk.ts';
import { count, dealIds, goTo, hasNote, ready, said, takeIn, textOf, writeNote } from './reader.ts';

/** Texts that would do something, were they read as anything but text. */
const HOSTILE = [
  '<img src=x onerror="pwned=1">',
  '"><script>pwned=1</script>',
  '</textarea></script><svg onload=pwned=1>',
  'javascript:pwned=1',
  '{{constructor.constructor("pwned=1")()}}',
  '${pwned=1}',
  '{@html "<b id=planted>x</b>"}',
  '<b id=planted>bold</b>',
  '&lt;script&gt;pwned=1&lt;/script&gt;',
  '__proto__',
  'constructor',
  '\u202Egnp.exe',
  '=cmd|" /C calc"!A0',
  '%00%3Cscript%3E'
];

/** Nothing ran, nothing was planted, and the page still stands. */
async function unharmed(session: Session, where: string): Promise<void> {
  const state = await session.evaluate<Record<string, unknown>>(`return {
    pwned: typeof pwned, planted: document.querySelectorAll('#planted, img[src="x"], svg[onload], main script').length,
    polluted: ({}).format ?? ({}).on ?? null, heading: document.querySelector('main h1') !== null };`);
  expect(state, where).toEqual({ pwned: 'undefined', planted: 0, polluted: null, heading: true });
}

/** All of them in one text, and signs that turn the direction or are not seen. */
const ALL = [...HOSTILE, '\u2066a\u2069', 'b\u200Bc\u2060d', '\uFEFFe'].join(' | ');
const FIRST = '<img src=x onerror="pwned=1">';

/** A sound notes file, every text of which is hostile: a note on a deal, one on nothing that is known, and a deck of scenes. */
function hostileFile(deal: string): string {
  const revision = (over: Partial<RevisionFields>) =>
    makeRevision({
      note: newNoteId(),
      parents: [],
      hlc: '2025-11-03T09:14:22.123Z-0003-7f3a9c21',
      op: 'put',
      creator: { name: ALL, org: `of ${ALL}` },
      target: { briefing: 'rare-earth-deals', edition: ALL, entity: deal, was: ALL },
      body: { type: 'text', value: ALL },
      motivation: 'commenting',
      marking: `marked ${ALL}`,
      ...over
    });
  const scene = {
    id: 'scene-1',
    title: ALL.slice(0, 200),
    caption: ALL,
    speaker: ALL,
    state: '#/deals',
    hidden: false
  };
  return writeNotesFile(
    [
      revision({}),
      revision({ target: { briefing: ALL, edition: ALL, entity: ALL, field: ALL, was: ALL } }),
      revision({
        target: { briefing: 'rare-earth-deals', edition: '2025-11', entity: 'rare-earth-deals' },
        body: { type: 'deck', value: JSON.stringify({ scenes: [scene], title: ALL.slice(0, 200) }) }
      })
    ],
    { generator: ALL, briefing: 'rare-earth-deals', edition: ALL, author: ALL, marking: ALL }
  );
}

/** Hostile texts, addresses and file names end as the letters they are, or as a refusal in words. */
export function endures(engine: Engine): void {
  test('[SE3] hostile texts in every input stay the letters they are', { timeout: 180_000 }, async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await ready(session);

    const [deal = ''] = await dealIds(session);
    // A note shows signs that turn the direction as visible ones, so the text with one is looked for elsewhere.
    const text = HOSTILE.filter((one) => !one.includes('\u202E')).join(' | ');
    await writeNote(session, deal, text);
    expect(await textOf(session, '[data-note] [data-note-body]')).toContain('<img src=x onerror="pwned=1">');
    await unharmed(session, 'a note');

    for (const hostile of HOSTILE) {
      const part = encodeURIComponent(hostile);
      await goTo(
        session,
        `#/${part}?on=${part}&what=${part}&order=${part}&lens=${part}&as=${part}&${part}=${part}`
      );
      await session.waitFor(`document.querySelector('[data-message]')`);
      await unharmed(session, `the address with ${hostile}`);
    }

    await goTo(session, '#/brief');
    await session.waitFor(`document.querySelector('[data-search-open]')`);
    await session.click('[data-search-open]');
    await session.waitFor(`document.querySelector('[data-search] input')`);
    for (const hostile of HOSTILE) {
      await session.evaluate(`const field = document.querySelector('[data-search] input');
        field.value = ${JSON.stringify(hostile)}; field.dispatchEvent(new Event('input', { bubbles: true }));`);
      await unharmed(session, `the search for ${hostile}`);
    }
    await session.press('Escape');

    const report = await takeIn(session, [
      desk.put(
        '<img src=x onerror=pwned=1>.notes.json',
        '{"__proto__":{"on":"x"},"format":"<b id=planted>"}'
      ),
      desk.put('constructor.json', `[${JSON.stringify(HOSTILE)}]`),
      desk.put('deep.notes.json', '['.repeat(100_000))
    ]);
    expect(report).toContain('<img src=x onerror=pwned=1>.notes.json');
    await unharmed(session, 'files');

    await session.reload();
    await ready(session);
    await goTo(session, '#/notes');
    await session.waitFor(`document.querySelector('main [data-note]')`);
    expect(await count(session, '[data-note]')).toBe(1);
    await unharmed(session, 'the list of notes');
    await goTo(session, `#/deals?on=${deal}`);
    await session.waitFor(hasNote('{{constructor'));
    await unharmed(session, 'a reload');
    expect(said(session)).toBe('');
  });

  test(
    '[SE4] a sound notes file whose every text is hostile is taken in and shown as its letters',
    { timeout: 180_000 },
    async () => {
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      const [deal = ''] = await dealIds(session);
      await takeIn(session, [desk.put('theirs.notes.json', hostileFile(deal))]);
      await session.waitFor(`document.querySelectorAll('main [data-note]').length === 2`);
      await unharmed(session, 'the notes that were taken in');
      const rows = await session.evaluate<string[]>(
        `return [...document.querySelectorAll('main [data-row]')].map((row) => row.dataset.row);`
      );
      expect(rows).toHaveLength(2);
      // Rows are laid out only where they are looked at, which a busy engine decides later.
      await session.waitFor(`document.querySelector('main [data-row] .facts').innerText`);
      expect(await textOf(session, 'main [data-row] .facts')).toMatch(/<img src=x.*marked <img src=x/s);
      for (const row of rows) {
        await goTo(session, `#/notes?note=${row}`);
        await session.waitFor(`document.querySelector('[data-row="${row}"][aria-expanded="true"]')`);
        for (const css of ['main .said', 'main [data-note-marking]', 'main .note [data-note-body]'])
          expect(await textOf(session, css), css).toContain(FIRST);
        await unharmed(session, 'an open note');
      }
      expect(await session.evaluate(`return document.querySelector('main').innerText;`)).toMatch(
        /Unattached.*stood on.*<img src=x/is
      );

      for (const hostile of HOSTILE) {
        await session.evaluate(`const field = document.querySelector('[data-notes-search]');
        field.value = ${JSON.stringify(hostile)}; field.dispatchEvent(new Event('input', { bubbles: true }));`);
        await session.waitFor(
          `new URLSearchParams(location.hash.split('?')[1]).get('find') === ${JSON.stringify(hostile)}`
        );
        await unharmed(session, `the search in notes for ${hostile}`);
      }
      await goTo(session, `#/deals?on=${deal}`);
      await session.waitFor(hasNote('{{constructor'));
      await unharmed(session, 'the dossier');

      // The deck: in the list of scenes with its words to edit, and on the wall.
      await session.evaluate(`document.querySelector('[data-present-open]').click();`);
      await session.waitFor(`document.querySelectorAll('[data-deck-choice] option').length > 1`);
      await session.evaluate(`const choice = document.querySelector('[data-deck-choice]');
      choice.value = [...choice.options].find((one) => one.textContent.includes('pwned')).value;
      choice.dispatchEvent(new Event('change', { bubbles: true }));`);
      await session.waitFor(`document.querySelector('[data-deck-title]')?.value.includes('pwned')`);
      expect(await textOf(session, '[data-scene-row]')).toContain(FIRST);
      await unharmed(session, 'the scenes');
      await session.click('[data-start]');
      await session.waitFor(`document.querySelector('.wall h1')?.innerText.includes('pwned')`);
      expect(await session.evaluate(`return document.body.innerText;`)).toContain(FIRST);
      await unharmed(session, 'the wall');
      expect(said(session)).toBe('');
    }
  );
}
