import { afterAll, describe, test } from 'vitest';
import { canary } from '../canary/canary.ts';
import { hideDisplay } from '../engines/display.ts';
import type { EngineName } from '../engines/engine.ts';
import { findEngines } from '../engines/engines.ts';
import { probes } from '../probe/probe.ts';
import { about } from './about.ts';
import { breaks } from './breaks.ts';
import { survives } from './damaged.ts';
import { flows } from './flows.ts';
import { endures } from './hostile.ts';
import { keeps } from './keeps.ts';
import { keyboard } from './keyboard.ts';
import { looks } from './looks.ts';
import { opens } from './opens.ts';
import { refuses } from './refuses.ts';

/** What is proved in every engine; each has a file of its own, so that two run at a time. */
export async function whole(name: EngineName): Promise<void> {
  const { found, missing } = await findEngines();
  const engine = found.find((one) => one.name === name);
  afterAll(hideDisplay);
  if (!engine) {
    const why = missing.find((one) => one.name === name)?.why ?? 'not known';
    describe(`${name} (missing: ${why})`, () => {
      test.skip('[B301] the page is not proved in this engine');
    });
    return;
  }
  /** The bundled Chromium stands in where the machine has none; beside a real one it only shows that it could. */
  const smokeOnly = name === 'bundled' && found.some((one) => one.name === 'chromium');
  describe(name, () => {
    canary(engine);
    opens(engine);
    if (smokeOnly) return;
    keeps(engine);
    refuses(engine);
    survives(engine);
    looks(engine);
    about(engine);
    flows(engine);
    keyboard(engine);
    probes(engine);
    endures(engine);
    breaks(engine);
  });
}
