import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hideDisplay } from './engines/display.ts';
import { pause } from './engines/engine.ts';
import { findEngines, readers } from './engines/engines.ts';
import { countSyncs, STRACE } from './engines/syncs.ts';
import { newDesk } from './suite/desk.ts';
import { dealIds, ready, writeNote } from './suite/reader.ts';

const engines = await findEngines();
afterAll(hideDisplay);
const traced = readers(engines).filter(({ name }) => name !== 'webkit');

/** A kill leaves to the system what was handed to it; only a count of its calls tells that a note reached the disk. */
describe.runIf(process.env.LODESTONE_SOAK === '1' && STRACE).each(traced)(
  'on the disk, in $name',
  (engine) => {
    test('[B65] each note that is called saved had the disk asked for certainty before', async () => {
      const desk = newDesk(engine);
      const session = await desk.open();
      await ready(session);
      const [deal = ''] = await dealIds(session);
      await writeNote(session, deal, 'the first, which also makes the files');
      await pause(6000); // The backup of the first visit and the browser's own settings are written.
      const syncs = await countSyncs(session.leader!, join(desk.root, 'syncs.log'));
      await pause(3000);
      const idle = syncs.count();
      const counts: number[] = [];
      for (let i = 0; i < 5; i += 1) {
        const before = syncs.count();
        await writeNote(session, deal, `note ${i}, saved`);
        counts.push(syncs.count() - before);
      }
      await syncs.stop();
      console.log(`${engine.name}: ${idle} calls in 3 s of rest, then with each note ${counts.join(', ')}`);
      for (const count of counts) expect(count).toBeGreaterThan(0);
    });
  }
);
