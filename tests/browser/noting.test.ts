import { afterAll, describe, expect, test } from 'vitest';
import type { Entity } from '../../src/model/entity.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, oneChromium, readers } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { count, goTo, hasNote, ready } from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);
const chosen = readers(engines).filter((engine) => engine === oneChromium(engines));

/** What the issue of noting names, in the words of the pack: the first record of each kind. */
const first = new Map<string, Entity>();
for (const entity of openPack(readSeeds(SEEDS)).entities())
  if (!first.has(entity.kind)) first.set(entity.kind, entity);
const NAMED = [
  'deal',
  'claim',
  'flow',
  'site',
  'place',
  'organisation',
  'event',
  'measure',
  'scene',
  'scenario',
  'briefing'
];

describe.each(chosen)('in $name', (engine) => {
  test(
    '[B66] every kind of record is noted by n and the keyboard alone, and its dossier tells the number',
    { timeout: 300_000 },
    async () => {
      expect(NAMED.filter((kind) => !first.has(kind))).toEqual([]);
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      for (const [kind, { id }] of first) {
        await goTo(session, `#/brief?on=${encodeURIComponent(id)}`);
        await session.waitFor(`document.querySelector('aside[data-dossier] [data-note-new]')`);
        await session.evaluate(`document.activeElement?.blur();`);
        await session.press('n');
        await session.waitFor(`document.activeElement?.matches('[data-note-text]')`);
        await session.type('[data-note-text]', `a note on a ${kind}`);
        if ((await count(session, '[data-note-author]')) > 0) await session.type('[data-note-author]', 'Ada');
        await session.evaluate(`document.querySelector('[data-note-save]').focus();`);
        await session.press('Enter');
        await session.waitFor(hasNote(`a note on a ${kind}`));
        await session.waitFor(`document.querySelector('aside[data-dossier] [data-noted="1"]')`);
      }
      await goTo(session, '#/notes');
      await session.waitFor(`document.querySelectorAll('[data-row]').length === ${first.size}`);
    }
  );
});
