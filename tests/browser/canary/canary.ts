import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pause, type Engine, type Session } from '../engines/engine.ts';
import { newDesk, sharedPage } from '../suite/desk.ts';

const page = () => readFileSync(new URL('./canary.html', import.meta.url));
const neighbour = () => readFileSync(new URL('./neighbour.txt', import.meta.url));

const textOf = (session: Session, id: string) =>
  session.evaluate<string>(`return document.getElementById('${id}').textContent`);

/** Proves that a driver leaves the browser's file:// rules alone and sees what it says it sees. */
export function canary(engine: Engine): void {
  describe('the canary', () => {
    const { desk, session } = sharedPage(engine, page);
    beforeAll(async () => {
      desk().put('neighbour.txt', neighbour());
      await session().reload();
      await session().waitFor(`document.getElementById('answer').textContent !== 'waiting'`);
    });

    test('[B1] is refused its neighbour: real file:// rules hold', async () => {
      expect(await textOf(session(), 'answer')).toBe('refused');
    });

    test('[B1] is heard: a console line, a page error and a request', async ({ skip }) => {
      await pause(500);
      const { console, requests } = session();
      skip(console === null, `${engine.name} gives no console`);
      expect(console?.join('\n')).toContain('canary sings');
      expect(console?.join('\n')).toContain('canary falls');
      skip(requests === null, `${engine.name} tells no requests`);
      expect(requests?.join('\n')).toContain('http://127.0.0.1:48123/canary.png');
    });

    test('[B1] takes files in and hands files out', async () => {
      await session().click('#export');
      expect(readFileSync(await desk().download('.txt'), 'utf8')).toBe('out of the canary');
      await session().setFiles('#input', [desk().put('in – é.txt', 'into the canary')]);
      await session().waitFor(`document.getElementById('chosen').textContent === 'into the canary'`);
    });

    test('[B1] feels keys and the size of its window', async () => {
      await session().click('#text');
      await session().press('k');
      await session().waitFor(`document.getElementById('text').value === 'k'`);
      await session().setSize({ width: 1024, height: 768 });
      await session().waitFor('innerWidth === 1024 && innerHeight === 768');
      const picture = join(desk().root, 'picture.png');
      await session().screenshot(picture, { width: 390, height: 844 });
      // The width in a PNG's head.
      expect(readFileSync(picture).readUInt32BE(16)).toBe(390);
    });
  });

  test('[B1] what the canary stored outlives a killed browser', async () => {
    const desk = newDesk(engine, page());
    const session = await desk.open();
    await session.type('#text', 'kept – été');
    await session.click('#save');
    await session.waitFor(`document.getElementById('stored').textContent === 'saved'`);
    await session.kill();
    const again = await desk.open();
    await again.waitFor(`document.getElementById('stored').textContent !== ''`);
    expect(await textOf(again, 'stored')).toBe('kept – été');
  });
}
