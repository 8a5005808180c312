import { expect, test } from 'vitest';
import type { Engine } from './engines/engine.ts';
import { describeEngines, findEngines, oneChromium, readers } from './engines/engines.ts';

const engines = await findEngines();
console.log(describeEngines(engines));

test('[B0] every engine that LODESTONE_ENGINES names is there', () => {
  const names = engines.found.map((engine) => engine.name);
  const absent = engines.required.filter((name) => !names.some((found) => found === name));
  expect(absent, describeEngines(engines)).toEqual([]);
});

test('[B0] the bundled Chromium stands in where the machine has none, and every test finds an engine', () => {
  const some = (...names: string[]) => ({
    ...engines,
    found: names.map((name) => ({ name })) as unknown as Engine[]
  });
  const chosen = (...names: string[]) => readers(some(...names)).map(({ name }) => name);
  expect(chosen('chromium', 'firefox', 'webkit', 'bundled')).toEqual(['chromium', 'firefox', 'webkit']);
  expect(chosen('firefox', 'bundled')).toEqual(['firefox', 'bundled']);
  expect(chosen('bundled')).toEqual(['bundled']);
  expect(oneChromium(some('firefox', 'bundled'))?.name).toBe('bundled');
  expect(readers(engines), describeEngines(engines)).not.toEqual([]);
});
