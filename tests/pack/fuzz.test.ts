import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackFaults } from '../../src/pack/fault.ts';
import { openPack } from '../../src/pack/pack.ts';
import { at, GONE, put, seeds, type Json } from './seeds.ts';

const runs = process.env.LODESTONE_SOAK === '1' ? 10_000 : 300;

/** Every path of the seeds, so that a break is as often deep down as at the top. */
function paths(value: Json, path = ''): string[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, i) => paths(item, `${path}[${i}]`))
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, item]) => paths(item, path ? `${path}.${name}` : name))
      : [];
  return path ? [path, ...inner] : inner;
}
const ALL = paths(seeds());
const breaks = fc.array(
  fc.tuple(
    fc.constantFrom(...ALL),
    fc.oneof(
      fc.constant(GONE),
      fc.jsonValue().map((value) => value as Json),
      fc.constantFrom<Json>('__proto__', 'JPN', 'deal-usa-jpn-lng', '2025-02-30', Infinity, -1, {}, [])
    )
  ),
  { minLength: 1, maxLength: 5 }
);

test('[P90] a pack broken anywhere is refused with its faults or opens, and never crashes', () => {
  let refused = 0;
  fc.assert(
    fc.property(breaks, (changes) => {
      const raw = seeds();
      for (const [path, value] of changes)
        // An earlier break may have taken away what a later one would change.
        if (attempt(() => at(raw, path) !== undefined)) put(raw, path, value);
      try {
        openPack(raw);
      } catch (error) {
        expect(error).toBeInstanceOf(PackFaults);
        for (const { path, what, remedy } of (error as PackFaults).faults)
          expect([path, what, remedy].every((text) => text.length > 0)).toBe(true);
        refused += 1;
      }
    }),
    { seed: 20251028, numRuns: runs }
  );
  expect(refused).toBeGreaterThan(runs / 2);
});

function attempt(look: () => boolean): boolean {
  try {
    return look();
  } catch {
    return false;
  }
}
