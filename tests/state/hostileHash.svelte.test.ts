// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { Explorer } from '../../src/state/explorer.svelte.ts';
import { VIEWS } from '../../src/state/route.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { hashes } from './hashes.ts';

const pack = openPack(readSeeds(SEEDS));
const runs = process.env.LODESTONE_SOAK === '1' ? 10_000 : 1_000;

test(
  '[RO1] whatever the address says, there is a view, a lens, a day, and a link that reads the same',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(hashes(pack), (text) => {
        const explorer = new Explorer(pack, text);
        expect(VIEWS).toContain(explorer.route.view);
        expect(pack.lenses).toContain(explorer.lens);
        expect(explorer.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
        // What it could not read is told, and the link it writes itself is read without a loss.
        const again = new Explorer(pack, explorer.href({}));
        expect(again.route).toEqual(explorer.route);
      }),
      { numRuns: runs, seed: 20251106 }
    );
  }
);
