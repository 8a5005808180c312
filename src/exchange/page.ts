/** A child of the page's head or body as it stood in the file: an element with nothing but text in it, or a comment. */
export type PagePart =
  | { tag: string; attributes: readonly (readonly [name: string, value: string])[]; text: string }
  | { comment: string };
/** The file of the page, taken apart: what stands in its head and in its body, in order. */
export type PageParts = { head: readonly PagePart[]; body: readonly PagePart[] };

const VOID = ['meta', 'link', 'br'];
/** Elements whose text the parser takes as it is, so it is written as it is. */
const RAW = ['script', 'style'];

/** Puts a page together, a part a line. Parts that were read from such a page give the same bytes again. */
export function pageText(parts: PageParts): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    ...parts.head.map(partText),
    '</head>',
    '<body>',
    ...parts.body.map(partText),
    '</body>',
    '</html>',
    ''
  ].join('\n');
}

/** JSON for a data block: no "<" can end the block or open a comment, and it is still the same JSON. */
export function blockSafe(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

function partText(part: PagePart): string {
  if ('comment' in part) return `<!--${part.comment}-->`;
  const { tag, attributes, text } = part;
  const open = [
    tag,
    ...attributes.map(([name, value]) => (value === '' ? name : `${name}="${quoted(value)}"`))
  ];
  if (VOID.includes(tag)) return `<${open.join(' ')}>`;
  return `<${open.join(' ')}>${RAW.includes(tag) ? text : escaped(text)}</${tag}>`;
}

/** As the build writes it: in ASCII letters. */
const narrow = (html: string) => html.replace(/\P{ASCII}/gu, (letter) => `&#${letter.codePointAt(0)};`);
const quoted = (value: string) => narrow(value.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
const escaped = (text: string) => narrow(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
