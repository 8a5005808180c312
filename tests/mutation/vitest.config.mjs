import { defineConfig } from 'vitest/config';

/** The tests of volume (50 MB, 10,000 revisions, random mutations) run for seconds and tell mutants no better than the small ones. */
const NOT_OF_VOLUME = /^(?!.*(\[(NF22|NM23|NF4)\]|mutated in any way))/;

const SUBJECTS = ['merge', 'file', 'revision', 'hostile', 'plan'];

/** Properties are tried a few times only against each mutant. */
process.env.LODESTONE_RUNS ??= '12';

export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['tests/mutation/setup.mjs'],
    include: SUBJECTS.map((name) => `tests/notes/${name}.test.ts`),
    testNamePattern: NOT_OF_VOLUME,
    testTimeout: 60_000
  }
});
