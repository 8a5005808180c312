import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../src/notes/differences.ts';
import { SEED, soak } from './sample.ts';

test('[N26] a comparison tells what went and what came, by words', () => {
  const parts = differences('The loan is signed.', 'The loan is not signed yet.');
  expect(parts.filter((part) => part.kind === 'gone').map((part) => part.text.trim())).toEqual([]);
  expect(
    parts
      .filter((part) => part.kind === 'new')
      .map((part) => part.text)
      .join('')
  ).toMatch(/not.*yet/);
  expect(differences('US$ 400 bn', 'US$ 550 bn').filter((part) => part.kind !== 'same')).toEqual([
    { kind: 'gone', text: '400' },
    { kind: 'new', text: '550' }
  ]);
});

test('[N26] a comparison holds both texts whole', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (older, newer) => {
      const parts = differences(older, newer);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect(without('new')).toBe(older);
      expect(without('gone')).toBe(newer);
    }),
    { seed: SEED, numRuns: soak ? 10_000 : 300 }
  );
});
