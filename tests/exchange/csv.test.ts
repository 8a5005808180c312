import { expect, test } from 'vitest';
import { csv } from '../../src/exchange/csv.ts';

test('[X1] writes rows as RFC 4180: CRLF, quotes doubled, commas and line breaks quoted', () => {
  expect(
    csv([
      ['a', 'b, c', 'say "so"'],
      ['line\nbreak', 1.5, '']
    ])
  ).toBe('a,"b, c","say ""so"""\r\n"line\nbreak",1.5,\r\n');
});

test.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '\tx', '\rx'])(
  '[X2] leads %j by an apostrophe, so that no spreadsheet runs it',
  (text) => {
    expect(
      csv([[text]])
        .replaceAll('"', '')
        .startsWith("'")
    ).toBe(true);
  }
);

test('[X3] keeps −5 a number, as a number and as a text', () => {
  expect(csv([[-5, '-5', '-5.25']])).toBe('-5,-5,-5.25\r\n');
});

test('[X4] leaves what is no number empty rather than writing NaN', () => {
  expect(csv([[Number.NaN, Infinity]])).toBe(',\r\n');
});

test('[X97] what nobody sees is spelled out in a cell', () => {
  expect(csv([['a\u202eb\u0000c', 'plain', -3]])).toBe('a⟦U+202E⟧b⟦U+0000⟧c,plain,-3\r\n');
});
