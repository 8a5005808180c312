import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase85, toBase85 } from '../../src/ui/base85.ts';

test('bytes come back from their text, whatever their number, and no character ends a script element', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = toBase85(bytes);
      expect(fromBase85(text)).toEqual(bytes);
      expect(text).toMatch(/^[!-~]*$/);
      expect(text).not.toMatch(/[<>&"'\\`]/);
      expect(text.length).toBe(bytes.length + Math.ceil(bytes.length / 4));
    }),
    { seed: 1, numRuns: 2_000 }
  );
  expect([0, 255].map((value) => toBase85(new Uint8Array(4).fill(value)))).toEqual(['00000', '_nSc0']);
});

test.each([
  ['a length that bytes cannot have', '000000', 'cut'],
  ['a character of another alphabet', '00~00', 'changed'],
  ['a character beyond ASCII', '00é00', 'changed']
])('says so of %s', (_what, text, word) => {
  expect(() => fromBase85(text)).toThrow(word);
});
