/** One foreign work inside the html: what it is, whose, under which licence; `text` names the licence's wording. */
export type Work = {
  name: string;
  version: string;
  licence: string;
  copyright: string[];
  use: 'code' | 'font' | 'map';
  text: string;
};

/** All foreign works inside the html, sorted by name, and each licence's wording once. */
export type Inside = { works: Work[]; texts: Record<string, string> };

/**
 * The SHA-256 that a list of sums, as `sha256sum` or `certutil` writes them, gives for a file; undefined where it names none.
 * certutil writes the digits on a line of their own below the file's name, in older Windows with spaces between.
 */
export function sumFor(list: string, file: string): string | undefined {
  const lines = list.split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    const [, digits, name] = /^([0-9a-f]{64})\s+\*?(.+?)\s*$/i.exec(line) ?? [];
    if (digits && name === file) return digits.toLowerCase();
    if (!line.includes(file)) continue;
    const next = (lines[i + 1] ?? '').replace(/\s/g, '');
    if (/^[0-9a-f]{64}$/i.test(next)) return next.toLowerCase();
  }
  return undefined;
}
