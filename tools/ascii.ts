/** A letter that takes more than one byte in UTF-8: whole, and by its halves of 16 bits. */
const WIDE = /\P{ASCII}/gu;

const halves = (letter: string): string =>
  letter
    .split('')
    .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** The same JSON in ASCII letters. A browser takes in a file that is all ASCII as it stands; one wider letter makes it decode and keep the whole megabyte at twice the size before the first paint. */
export const asciiJson = (json: string): string => json.replace(WIDE, halves);

/** The same JavaScript in ASCII letters. Throws where a wider letter stands behind a backslash: escaped, it would be read as something else. */
export function asciiScript(code: string): string {
  const behind = /\\(\P{ASCII})/u.exec(code);
  if (behind)
    throw new Error(
      `one-file: “${behind[1]}” stands behind a backslash in a script, where it cannot be written in ASCII; take the backslash away`
    );
  return code.replace(WIDE, halves);
}

/** The same style sheet in ASCII letters. */
export const asciiStyle = (css: string): string =>
  css.replace(WIDE, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `);

/** The same markup in ASCII letters; not for what stands within a script or a style. */
export const asciiMarkup = (html: string): string =>
  html.replace(WIDE, (letter) => `&#${letter.codePointAt(0)};`);
