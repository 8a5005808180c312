import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase91, toBase91 } from '../../src/ui/base91.ts';

test('bytes come back from their text, whatever their number, and no character ends a script element', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = toBase91(bytes);
      expect(fromBase91(text)).toEqual(bytes);
      expect(text).toMatch(/^[!-~]*$/);
      expect(text).not.toMatch(/[<&\\]/);
      expect(text.length).toBeLessThanOrEqual(Math.ceil((bytes.length * 16) / 13));
    }),
    { seed: 1, numRuns: 2_000 }
  );
  // Worked by hand: eight bits 0 are one pair of digits; 8191 = 1 + 90 × 91, then three bits.
  expect([[0], [255, 255]].map((bytes) => toBase91(Uint8Array.from(bytes)))).toEqual(['00', '1~7']);
});

test.each([
  ['a character of another alphabet', '00&00'],
  ['a character beyond ASCII', '00é00'],
  ['a lone one at the end', '00<']
])('says so of %s', (_what, text) => {
  expect(() => fromBase91(text)).toThrow('changed');
});
