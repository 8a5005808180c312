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

test('[NP23] two long texts with little in common are compared by lines or as a whole, and soon', () => {
  const many = (letter: string, end: string) =>
    Array.from({ length: 3_000 }, (_, i) => `${letter}${i}${end}`);
  const started = performance.now();
  const [older, newer] = [many('a', ' ').join(''), many('b', ' ').join('')];
  expect(differences(`Same.\n${older}\nEnd.`, `Same.\n${newer}\nEnd.`)).toEqual([
    { kind: 'same', text: 'Same.\n' },
    { kind: 'gone', text: `${older}\n` },
    { kind: 'new', text: `${newer}\n` },
    { kind: 'same', text: 'End.' }
  ]);
  const lines = [many('a', '\n').join(''), many('b', '\n').join('')] as const;
  expect(differences(...lines)).toEqual([
    { kind: 'gone', text: lines[0] },
    { kind: 'new', text: lines[1] }
  ]);
  expect(performance.now() - started).toBeLessThan(6_000);
});
