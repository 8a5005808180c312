import { withUnseen } from './unseen.ts';

/** Older readers of Markdown know no backslash before these, and all know entities. */
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** One line of foreign text that Markdown shows letter by letter: nothing in it is a link, a heading, a table or a tag. */
export function markdownLine(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim()).replaceAll('*', '\\*');
}

/** A note's text in Markdown: paragraphs, lists and **bold** stay what they are, everything else is plain letters. */
export function markdownText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => blockSafe(escaped(line.replace(/^[\t ]{4,}/, '   '))))
    .join('\n');
}

function escaped(text: string): string {
  return withUnseen(text)
    .replace(/[\\`_[\]#|~!]/g, (letter) => `\\${letter}`)
    .replace(/[&<>]/g, (letter) => ENTITY[letter]!)
    .replace(/:\/\//g, '\\://')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@/g, '\\@');
}

/** Stars are kept where they make a pair or a list; a line of signs alone would be a rule or a heading. */
function blockSafe(line: string): string {
  if (/^\s*(?:[-=*+]\s*)+$/.test(line)) return line.replace(/[-=*+]/g, (sign) => `\\${sign}`);
  return line.replace(/(?<!\*)\*(?!\*)/g, (star, at: number) =>
    /^\s*$/.test(line.slice(0, at)) && /^\s/.test(line.slice(at + 1)) ? star : '\\*'
  );
}
