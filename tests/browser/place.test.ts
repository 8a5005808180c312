import { afterAll, describe, expect, test } from 'vitest';
import { pause, type Engine, type Session } from './engines/engine.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { AT_REST, goTo, ready } from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);

const open = async (engine: Engine, hash: string) => {
  const session = await newDesk(engine).open(hash);
  await ready(session);
  return session;
};
const inStage = `document.activeElement.id === 'stage'`;
/** Where something stands in the window, in whole px. */
const placeOf = (session: Session, css: string) =>
  session.evaluate<
    number[]
  >(`const { x, y } = document.querySelector(${JSON.stringify(css)}).getBoundingClientRect();
    return [Math.round(x), Math.round(y)];`);

describe.each(readers(engines).map((engine) => [engine.name, engine] as const))(
  'whoever goes on from where they were, in %s',
  (_name, engine) => {
    test('[AC21] by keys: in the view after its number and after a show, at its button after a day from the list', async () => {
      const session = await open(engine, '#/deals');
      await session.evaluate(`document.querySelector('[data-ledger] tbody a').focus();`);
      await session.press('4');
      await session.waitFor(`document.querySelector('[data-chart="timeline"]') && ${inStage}`);
      // Nothing is taken from what stands outside the view.
      await session.evaluate(`document.querySelector('[data-search-open]').focus();`);
      await session.press('3');
      await session.waitFor(`document.querySelector('[data-chart="map"]')`);
      expect(await session.evaluate(`return document.activeElement.matches('[data-search-open]');`)).toBe(
        true
      );

      await session.click('[data-asof-presets]');
      await session.click('#asof-list .events li:first-child a');
      await session.waitFor(`/[?&]as=/.test(location.hash) && !document.querySelector('#asof-list')`);
      await session.waitFor(`document.activeElement.matches('[data-asof-presets]')`);

      await session.evaluate(`document.querySelector('[data-ledger] tbody a').focus();`);
      await session.press('F5');
      await session.waitFor(`document.querySelector('.wall h1')`, 20_000);
      await session.evaluate(AT_REST);
      // Where the window filled the screen the first Escape ends that alone.
      await session.press('Escape');
      await pause(1_500);
      if (await session.evaluate(`return Boolean(document.querySelector('.wall'));`))
        await session.press('Escape');
      await session.waitFor(`document.querySelector('.shell')`, 20_000);
      await ready(session);
      await session.waitFor(inStage);
      expect(await session.evaluate(`return history.state;`)).toBe(null);
    });

    test('[AC22] by clicks: a button that zooms the map or moves a site is where it was when it is pressed again', async () => {
      const session = await open(engine, '#/deals');
      await session.setSize({ width: 1440, height: 900 });
      const zoom = '[aria-label="Zoom in"]';
      await session.waitFor(`document.querySelector('${zoom}')`);
      await session.evaluate(AT_REST);
      const before = await placeOf(session, zoom);
      await session.click(zoom);
      await session.waitFor(`document.querySelector('[data-pan]')`);
      await session.evaluate(AT_REST);
      expect(await placeOf(session, zoom)).toEqual(before);
      await goTo(session, '#/flows?on=magnet-2024/mine-aus');
      const up = '[data-move="-1"]';
      await session.waitFor(`document.querySelector('${up}')`);
      const site = await placeOf(session, up);
      await session.click(up);
      await session.waitFor(`/[?&]order=/.test(location.hash)`);
      expect(await placeOf(session, up)).toEqual(site);
    });
  }
);
