import { expect, test } from 'vitest';
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
}
