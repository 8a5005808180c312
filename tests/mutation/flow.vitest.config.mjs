import { defineConfig } from 'vitest/config';

/** Graphs of thousands of sites, searches through all orders and every width of every lens run for seconds and tell mutants no better than the small ones. */
const NOT_OF_VOLUME = /^(?!.*\[(Y5|O2|O5|P3|P4|F50|F51)\])/;

const SUBJECTS = [
  'bounds',
  'columns',
  'components',
  'cores',
  'cycles',
  'disruption',
  'enumerate',
  'found',
  'heights',
  'layout',
  'order',
  'parts',
  'places',
  'prove',
  'returns',
  'ribbon',
  'search',
  'sort',
  'trace',
  'twins',
  'web',
  'whatIf'
];

export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['tests/mutation/setup.mjs'],
    include: SUBJECTS.map((name) => `tests/flow/${name}.test.ts`),
    testNamePattern: NOT_OF_VOLUME,
    testTimeout: 30_000
  }
});
