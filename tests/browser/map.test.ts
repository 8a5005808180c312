import { afterAll, describe, expect, test } from 'vitest';
import type { Engine, Session } from './engines/engine.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { count, goTo, ready, textOf } from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);

/** The part of the frame that the map shows, and where it stands in the window. */
const view = (session: Session) =>
  session.evaluate<{ box: number[]; left: number; top: number; width: number; height: number }>(`
    const svg = document.querySelector('[data-chart="map"] svg');
    const { left, top, width, height } = svg.getBoundingClientRect();
    return { box: svg.getAttribute('viewBox').split(' ').map(Number), left, top, width, height };`);
const zoomed = `/[?&]zoom=/.test(location.hash)`;
/** Waits until neither what the map shows nor where it stands changes any more. */
const still = (session: Session) =>
  session.evaluate(`
    const seen = () => {
      const svg = document.querySelector('[data-chart="map"] svg');
      const { left, top, width, height } = svg.getBoundingClientRect();
      return [svg.getAttribute('viewBox'), left, top, width, height].join();
    };
    let last = seen();
    for (let still = 0; still < 8; ) {
      await new Promise((done) => setTimeout(done, 80));
      still = seen() === last ? still + 1 : 0;
      last = seen();
    }`);
/** Opens the deals, and waits until the map has the size that it keeps. */
const openDeals = async (engine: Engine, hash = '#/deals') => {
  const session = await newDesk(engine).open(hash);
  await ready(session);
  await still(session);
  return session;
};
/** Waits until the map has come to rest (some engines turn the wheel in several steps), and the address holds what it shows to a tenth of a unit. */
const rests = async (session: Session) => {
  await still(session);
  await session.waitFor(`(() => {
    const [x, , w] = document.querySelector('[data-chart="map"] svg').getAttribute('viewBox').split(' ').map(Number);
    const held = /zoom=([^&]*)/.exec(decodeURIComponent(location.hash))?.[1].split(',').map(Number);
    return held && Math.abs(held[0] - x) < 0.3 && Math.abs(held[2] - x - w) < 0.3;
  })()`);
};

describe.each(readers(engines).map((engine) => [engine.name, engine] as const))(
  'the map in %s',
  (_name, engine) => {
    test('[D70] zooms by wheel, moves by drag and by keys, goes home by 0, and each rest is a link', async () => {
      const session = await openDeals(engine);
      const home = await view(session);
      const middle = {
        x: Math.round(home.left + home.width / 2),
        y: Math.round(home.top + home.height * 0.7)
      };
      await session.wheel(middle, -240);
      await session.waitFor(zoomed);
      await rests(session);
      const close = await view(session);
      expect(close.box[2]).toBeLessThan(home.box[2]! * 0.8);
      // What is under the pointer stays there.
      const under = ({ box }: typeof home, at: number) => box[0]! + box[2]! * at;
      expect(Math.abs(under(close, 0.5) - under(home, 0.5))).toBeLessThan(2);

      await session.drag(middle, { x: middle.x - 120, y: middle.y - 30 });
      await session.waitFor(
        `Number(document.querySelector('[data-chart="map"] svg').getAttribute('viewBox').split(' ')[0]) > ${close.box[0]! + 20}`
      );
      await rests(session);
      // A drag is not a click on what lies under it.
      expect(await session.evaluate(`return location.hash.includes('on=');`)).toBe(false);
      const dragged = await view(session);
      const moved = dragged.box[0]! - close.box[0]!;
      expect(Math.abs(moved - (120 * close.box[2]!) / close.width)).toBeLessThan(3);

      await session.evaluate(`document.querySelector('.map').focus();`);
      await session.press('ArrowLeft');
      await session.waitFor(
        `Number(document.querySelector('[data-chart="map"] svg').getAttribute('viewBox').split(' ')[0]) < ${dragged.box[0]! - 5}`
      );
      await session.press('+');
      await session.waitFor(
        `Number(document.querySelector('[data-chart="map"] svg').getAttribute('viewBox').split(' ')[2]) < ${dragged.box[2]! * 0.8}`
      );
      await rests(session);
      await session.press('0');
      await session.waitFor(`!${zoomed}`);
      expect((await view(session)).box).toEqual(home.box);
    });

    test('[D71] a zoomed map comes back from its link, on another size and with a dossier too; Back undoes it; the other map starts whole', async () => {
      const session = await openDeals(engine);
      const home = await view(session);
      await goTo(session, '#/deals?zoom=300,100,460,180');
      await session.waitFor(
        `document.querySelector('[data-chart="map"] svg').getAttribute('viewBox') !== '${home.box.join(' ')}'`
      );
      const holds = async () => {
        const { box } = await view(session);
        return box[0]! < 300.1 && box[1]! < 100.1 && box[0]! + box[2]! > 459.9 && box[1]! + box[3]! > 179.9;
      };
      expect(await holds()).toBe(true);
      await session.setSize({ width: 1024, height: 768 });
      await goTo(session, '#/deals?zoom=300,100,460,180&on=deal-usa-chn-busan');
      await session.waitFor(`document.querySelector('[data-arc="deal-usa-chn-busan"].chosen')`);
      expect(await holds()).toBe(true);
      await session.press('w');
      await session.waitFor(`location.hash.includes('map=world') && !${zoomed}`);
      await session.evaluate(`history.back();`);
      await session.waitFor(zoomed);
      expect(await holds()).toBe(true);
    });

    test('[D72] two fingers zoom about their middle and move the map, and the page stays as large as it was', async () => {
      const session = await openDeals(engine);
      if (!session.pinch) {
        expect(engine.name).not.toBe('chromium');
        return;
      }
      const home = await view(session);
      const at = (x: number, y: number) => ({
        x: Math.round(home.left + home.width * x),
        y: Math.round(home.top + home.height * y)
      });
      await session.pinch([at(0.45, 0.7), at(0.25, 0.7)], [at(0.55, 0.7), at(0.75, 0.7)]);
      await session.waitFor(zoomed);
      await rests(session);
      const close = await view(session);
      // Fingers five times as far apart: five times as close.
      expect(home.box[2]! / close.box[2]!).toBeGreaterThan(4);
      expect(home.box[2]! / close.box[2]!).toBeLessThan(6);
      const middle = ({ box }: typeof home) => box[0]! + box[2]! / 2;
      expect(Math.abs(middle(close) - middle(home))).toBeLessThan(4);
      expect(await session.evaluate(`return window.visualViewport.scale;`)).toBe(1);
      await session.pinch([at(0.25, 0.7), at(0.49, 0.7)], [at(0.75, 0.7), at(0.51, 0.7)]);
      await session.waitFor(`!${zoomed}`);
      expect((await view(session)).box).toEqual(home.box);
    });

    test('[D73] a company matter alone draws its own arc; beside its larger deal that one is chosen for it', async () => {
      const session = await newDesk(engine).open('#/deals?binds=yes');
      await ready(session);
      await session.waitFor(`document.querySelector('[data-arc="deal-jpn-usa-jera-haynesville"]')`);
      expect(await count(session, '[data-arc]')).toBe(4);
      await goTo(session, '#/deals?on=deal-jpn-usa-jera-haynesville');
      await session.waitFor(`document.querySelector('[data-arc="deal-usa-jpn-investment"].chosen')`);
      expect(await count(session, '[data-arc="deal-jpn-usa-jera-haynesville"]')).toBe(0);
      // It wears the matter's own line, and the page says so: nobody takes the larger deal's force for its own.
      expect(
        await session.evaluate(
          `return document.querySelector('[data-arc="deal-usa-jpn-investment"]').getAttribute('aria-label');`
        )
      ).toMatch(/^JERA buys gas assets.*announced/);
      expect(await textOf(session, '[data-worn]')).toContain(
        'wears the line of “Investment in the United States”'
      );
      expect(await count(session, 'tr[data-deal="deal-jpn-usa-jera-haynesville"][aria-current]')).toBe(1);
    });
  }
);
