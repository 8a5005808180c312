import { expect, test } from 'vitest';
import { describeEngines, findEngines } from './engines/engines.ts';

const engines = await findEngines();
console.log(describeEngines(engines));

test('[B0] every engine that LODESTONE_ENGINES names is there', () => {
  const names = engines.found.map((engine) => engine.name);
  const absent = engines.required.filter((name) => !names.some((found) => found === name));
  expect(absent, describeEngines(engines)).toEqual([]);
});
