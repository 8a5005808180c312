/** Characters that only turn or hide the order of others, and controls that no text has: a reader must see that they are there. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text in which what nobody sees stands by its code: "⟦U+202E⟧". */
export const withUnseen = (text: string): string =>
  text.replace(
    UNSEEN,
    (unseen) => `⟦U+${unseen.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟧`
  );
