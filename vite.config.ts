import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { twoChunks } from './tools/chunks.ts';
import { briefingDigest, devBriefing, oneFile } from './tools/onefile.ts';
import { plainNames, plainReason, virtualLand, virtualMini, virtualOrders } from './tools/virtual.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
/** The folders that know no framework and no page: `npm run coverage` asks 95 % of their lines. */
const PURE = ['model', 'pack', 'flow', 'geo', 'time', 'notes', 'exchange'];
const soak = process.env.LODESTONE_SOAK === '1';

export default defineConfig({
  plugins: [
    svelte(),
    virtualLand(),
    virtualMini(),
    virtualOrders(),
    plainNames(),
    plainReason(),
    devBriefing(),
    twoChunks(),
    oneFile(version)
  ],
  define: { __VERSION__: JSON.stringify(version), __BRIEFING__: JSON.stringify(briefingDigest()) },
  test: {
    // Files wait as much as they work, most of all those that drive browsers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    coverage: {
      provider: 'v8',
      include: PURE.map((folder) => `src/${folder}/**/*.ts`),
      reporter: ['text-summary', 'text'],
      reportsDirectory: '.cache/coverage',
      thresholds: { lines: 95 }
    },
    projects: [
      {
        extends: true,
        plugins: [svelteTesting()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/browser/**', 'tests/bench/**'],
          testTimeout: soak ? 3_600_000 : 60_000
        }
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/engines/unpackOnce.ts',
          testTimeout: soak ? 3_600_000 : 90_000,
          hookTimeout: 90_000
        }
      }
    ]
  }
});
