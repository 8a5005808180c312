import type { PagePart, PageParts } from '../exchange/page.ts';

/**
 * Takes the file of this page apart, before anything is drawn: on file:// no page can read its own file again. The
 * first view is left out, since a copy leaves it out too. Undefined where the page is not one file (the development server).
 */
export function readPage(page: Document): PageParts | undefined {
  if (!page.getElementById('end') || page.querySelector('script[src]')) return undefined;
  const body = [...page.body.childNodes];
  const end = body.findIndex((node) => node instanceof HTMLElement && node.id === 'end');
  return {
    head: [...page.head.childNodes].flatMap(partOf),
    body: body.slice(0, end + 1).flatMap(partOf)
  };
}

function partOf(node: Node): PagePart[] {
  if (node instanceof Comment) return [{ comment: node.data }];
  if (!(node instanceof HTMLElement)) return [];
  // What is drawn from the data, such as the reading copy, and what a browser or an extension put in, has no place in a copy.
  if (node.parentElement?.localName === 'body' && !node.id && node.localName !== 'script') return [];
  const attributes = [...node.attributes].map(({ name, value }) => [name, value] as const);
  return [{ tag: node.localName, attributes, text: node.id === 'app' ? '' : (node.textContent ?? '') }];
}
