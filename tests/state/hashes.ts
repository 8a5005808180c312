import fc from 'fast-check';
import type { Pack } from '../../src/pack/pack.ts';
import { VIEWS } from '../../src/state/route.ts';

/** Addresses as a stranger might write them: known and unknown names, with known and unknown words, coded or not. */
export function hashes(pack: Pack): fc.Arbitrary<string> {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '%E0%A4%A',
      '2025-02-30',
      '9999-12-31',
      '0001-01-01..9999-12-31',
      '2025-10-01..2025-10-02',
      '0,0,1,1',
      'none',
      'sep-chn:0,sep-chn:50',
      'first:use-ev+use-ev',
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
      'place',
      'span',
      'zoom'
    ),
    word
  );
  return fc
    .tuple(word, fc.array(fc.tuple(name, word, fc.boolean()), { maxLength: 8 }))
    .map(
      ([path, parts]) =>
        `#/${path}?${parts.map(([key, value, coded]) => `${key}=${coded ? encodeURIComponent(value) : value}`).join('&')}`
    );
}
