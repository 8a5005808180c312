import { afterAll, describe, expect, test } from 'vitest';
import { canary } from './canary/canary.ts';
import { hideDisplay } from './engines/display.ts';
import type { Engine } from './engines/engine.ts';
import { describeEngines, findEngines } from './engines/engines.ts';
import { probes } from './probe/probe.ts';
import { about } from './suite/about.ts';
import { survives } from './suite/damaged.ts';
import { flows } from './suite/flows.ts';
import { breaks } from './suite/breaks.ts';
import { endures } from './suite/hostile.ts';
import { keeps } from './suite/keeps.ts';
import { keyboard } from './suite/keyboard.ts';
import { looks } from './suite/looks.ts';
import { opens } from './suite/opens.ts';
import { refuses } from './suite/refuses.ts';

const engines = await findEngines();
console.log(describeEngines(engines));
afterAll(hideDisplay);

test('[B0] every engine that LODESTONE_ENGINES names is there', () => {
  const names = engines.found.map((engine) => engine.name);
  const absent = engines.required.filter((name) => !names.some((found) => found === name));
  expect(absent, describeEngines(engines)).toEqual([]);
});

const hasChromium = engines.found.some((engine) => engine.name === 'chromium');

/** The bundled Chromium stands in where the machine has none; beside a real one it only shows that it could. */
const smokeOnly = (engine: Engine) => engine.name === 'bundled' && hasChromium;

for (const engine of engines.found)
  describe(engine.name, () => {
    canary(engine);
    opens(engine);
    if (smokeOnly(engine)) return;
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

for (const { name, why } of engines.missing)
  describe(`${name} (missing: ${why})`, () => {
    test.skip('[B0] the page is not proved in this engine');
  });
