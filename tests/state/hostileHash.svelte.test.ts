// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { Explorer } from '../../src/state/explorer.svelte.ts';
import { VIEWS } from '../../src/state/route.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const runs = process.env.LODESTONE_SOAK === '1' ? 10_000 : 1_000;

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '%E0%A4%A',
    '2025-02-30',
    '9999-12-31',
    '-1',
    'NaN',
    ',',
    '~',
    ...VIEWS,
    ...pack.deals.slice(0, 4).map(({ id }) => id),
    ...pack.lenses.map(({ id }) => id),
    ...pack.scenarios.map(({ id }) => id)
  )
);
const name = fc.oneof(
  fc.constantFrom(
    'on',
    'lens',
    'as',
    'later',
    'record',
    'split',
    'beside',
    'what',
    'order',
    'sort',
    'group',
    'place'
  ),
  word
);
const hash = fc
  .tuple(word, fc.array(fc.tuple(name, word, fc.boolean()), { maxLength: 8 }))
  .map(
    ([path, parts]) =>
      `#/${path}?${parts.map(([key, value, coded]) => `${key}=${coded ? encodeURIComponent(value) : value}`).join('&')}`
  );

test(
  '[RO1] whatever the address says, there is a view, a lens, a day, and a link that reads the same',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(hash, (text) => {
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
