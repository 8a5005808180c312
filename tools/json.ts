/** What is wrong with a text that is no sound JSON: the line, counted from one, and a sentence that says it with its remedy. */
export type JsonFault = { line: number; says: string };

/** A fault while reading, at a place in the text. */
class At extends Error {
  readonly at: number;
  constructor(at: number, says: string) {
    super(says);
    this.at = at;
  }
}

const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The first fault of a JSON text, told for whoever wrote it by hand; undefined where there is none. Stricter than
 * JSON.parse in one thing: a member that stands twice in one object is a fault, since its first value would be lost without a word.
 */
export function jsonFault(text: string): JsonFault | undefined {
  let at = 0;
  const take = (what: RegExp): string | undefined => {
    what.lastIndex = at;
    const [found] = what.exec(text) ?? [];
    at += found?.length ?? 0;
    return found;
  };
  const next = () => (take(BLANK), text[at]);
  const found = () => (at < text.length ? `“${text.slice(at, at + 1)}”` : 'the end of the file');

  function value(): void {
    const sign = next();
    if (sign === '{') return list('}', member());
    if (sign === '[') return list(']', value);
    if (sign === '"') return void string();
    if (take(PLAIN) === undefined)
      throw new At(at, `a value was expected, not ${found()}; write a text in "…", a number, [ ] or { }`);
  }
  function string(): string {
    const text = take(STRING);
    if (text === undefined)
      throw new At(
        at,
        'a text does not end on its line, or has a "\\" that means nothing; close it with ", and write \\ as \\\\'
      );
    return text;
  }
  function member(): () => void {
    const names = new Set<string>();
    return () => {
      if (next() !== '"')
        throw new At(at, `a name in "…" was expected, not ${found()}; write it in straight double quotes`);
      const start = at;
      const name = JSON.parse(string()) as string;
      if (names.has(name))
        throw new At(start, `the member "${name}" stands twice in one record; keep one of them`);
      names.add(name);
      if (next() !== ':')
        throw new At(at, `a colon was expected after "${name}", not ${found()}; put one there`);
      at++;
      value();
    };
  }
  function list(end: string, item: () => void): void {
    at++;
    if (next() === end) return void at++;
    for (;;) {
      item();
      const sign = next();
      if (sign === end) return void at++;
      if (sign !== ',') throw new At(at, `a comma or "${end}" was expected, not ${found()}; put it there`);
      const comma = at++;
      if (next() === end) throw new At(comma, `a comma stands before "${end}"; take it away`);
    }
  }
  try {
    value();
    if (next() !== undefined)
      throw new At(at, `something follows the end of the data: ${found()}; take it away`);
    return undefined;
  } catch (error) {
    if (!(error instanceof At)) throw error;
    return { line: text.slice(0, error.at).split('\n').length, says: error.message };
  }
}
