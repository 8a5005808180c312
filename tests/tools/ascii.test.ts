import { expect, test } from 'vitest';
import { asciiJson, asciiMarkup, asciiScript, asciiStyle } from '../../tools/ascii.ts';

const WORDS = 'Søknad “15 %” · 稀土 🌍';
const narrow = (text: string) => expect(text).toMatch(/^[ -~]*$/);

test('[BT5] JSON and a script in ASCII letters say the same', () => {
  const json = JSON.stringify({ [WORDS]: WORDS });
  narrow(asciiJson(json));
  expect(JSON.parse(asciiJson(json))).toEqual({ [WORDS]: WORDS });
  const code = asciiScript(`'${WORDS}'`);
  narrow(code);
  expect(JSON.parse(code.replaceAll("'", '"'))).toBe(WORDS);
});

test('[BT5] a letter behind a backslash is refused, with the way to mend it', () => {
  expect(() => asciiScript("'a\\·b'")).toThrow(/“·” stands behind a backslash.*take the backslash away/);
  expect(asciiScript("'a\\n·b'")).toBe("'a\\n\\u00b7b'");
});

test('[BT5] a style sheet and markup in ASCII letters say the same', () => {
  narrow(asciiStyle(`a::after{content:"${WORDS}"}`));
  expect(asciiStyle('a::after{content:"·b"}')).toBe('a::after{content:"\\b7 b"}');
  narrow(asciiMarkup(`<p title="${WORDS}">${WORDS}</p>`));
  expect(asciiMarkup('<p>🌍 ·</p>')).toBe('<p>&#127757; &#183;</p>');
});
