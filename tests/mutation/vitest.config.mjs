import { defineConfig } from 'vitest/config';

/** The tests of volume (50 MB, 10,000 revisions) run for seconds and tell mutants no better than the small ones. */
const NOT_OF_VOLUME = /^(?!.*\[(NF22|NM23|NF4)\])/;

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/notes/**/*.test.ts'],
    testNamePattern: NOT_OF_VOLUME,
    testTimeout: 60_000
  }
});
