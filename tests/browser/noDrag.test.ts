import { afterAll, describe, expect, test } from 'vitest';
import type { Engine, Session } from './engines/engine.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { goTo, ready, textOf } from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);

const open = async (engine: Engine, hash: string) => {
  const session = await newDesk(engine).open(hash);
  await ready(session);
  return session;
};
/** Numbers that a part of the address holds, in order. */
const held = (session: Session, part: string) =>
  session.evaluate<string>(
    `return new URLSearchParams(location.hash.split('?')[1]).get(${JSON.stringify(part)}) ?? '';`
  );
/** Presses a button and waits until the address holds another value of this part. */
async function press(session: Session, css: string, part: string): Promise<string> {
  const before = await held(session, part);
  await session.waitFor(`document.querySelector(${JSON.stringify(css)})`);
  await session.click(css);
  await session.waitFor(
    `(new URLSearchParams(location.hash.split('?')[1]).get('${part}') ?? '') !== ${JSON.stringify(before)}`
  );
  return held(session, part);
}

describe.each(readers(engines).map((engine) => [engine.name, engine] as const))(
  'a pointer that cannot drag, in %s',
  (_name, engine) => {
    test('[AC20] moves an enlarged map, the days of the timeline and a site of the flows by buttons', async () => {
      const session = await open(engine, '#/deals?zoom=300,100,460,180');
      const numbers = (text: string) => text.split(',').map(Number) as [number, number, number, number];
      const right = numbers(await press(session, '[aria-label="Look right"]', 'zoom'));
      const left = numbers(await press(session, '[aria-label="Look left"]', 'zoom'));
      expect(right[0] - left[0]).toBeGreaterThan(10);
      expect(Math.abs(right[1] - left[1])).toBeLessThan(0.5);
      const down = numbers(await press(session, '[aria-label="Look down"]', 'zoom'));
      expect(down[1] - left[1]).toBeGreaterThan(10);
      await press(session, '[data-map-reset]', 'zoom');
      await session.waitFor(`!document.querySelector('[data-pan]')`);

      await goTo(session, '#/timeline');
      await session.waitFor(`document.querySelector('[data-chart="timeline"]')`);
      expect(
        await session.evaluate(`return document.querySelectorAll('[aria-label$=" days"]').length;`)
      ).toBe(1);
      await goTo(session, '#/timeline?span=2025-09-01..2025-12-01');
      expect(await press(session, '[aria-label="Later days"]', 'span')).toBe('2025-10-01..2025-12-31');
      expect(await press(session, '[aria-label="Earlier days"]', 'span')).toBe('2025-09-01..2025-12-01');

      await goTo(session, '#/flows?on=magnet-2024/sep-usa');
      const order = await press(session, '[data-move="-1"]', 'order');
      expect(order.indexOf('sep-usa')).toBeLessThan(order.indexOf('sep-chn'));
      expect(await textOf(session, '[data-moved]')).toMatch(/: now 2 of 4 in its column/);
      const back = await press(session, '[data-move="1"]', 'order');
      expect(back.indexOf('sep-usa')).toBeGreaterThan(back.indexOf('sep-chn'));
      // What stands at the end says so, and the address stays.
      for (let i = 0; i < 2; i += 1) await session.click('[data-move="1"]');
      await session.waitFor(
        `/: the last of its column/.test(document.querySelector('[data-moved]').textContent)`
      );
      // In sight, not only read out: the button did nothing else.
      expect(
        await session.evaluate(`return document.querySelector('[data-moved]').matches('.unseen');`)
      ).toBe(false);
      // Of an order that no longer holds nothing is said.
      await goTo(session, '#/flows?on=magnet-2024/sep-usa');
      await session.waitFor(`document.querySelector('[data-moved]').textContent === ''`);
    });
  }
);
