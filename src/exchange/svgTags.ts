/** An element of one of our own pictures: its name, attributes, text and children. */
export type Tag = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: Tag[];
};

/**
 * All that a picture may hold. No script, no style, no link, no image, no foreign content, and no attribute that could
 * run, load or name anybody.
 */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'width', 'height', 'viewBox'],
  title: [],
  defs: [],
  pattern: ['id', 'width', 'height', 'patternUnits', 'patternTransform'],
  clipPath: ['id'],
  g: ['transform', 'clip-path', 'opacity', 'data-arc', 'data-bar', 'data-event'],
  path: [
    'd',
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linejoin',
    'stroke-linecap',
    'opacity',
    'transform'
  ],
  rect: [
    'x',
    'y',
    'width',
    'height',
    'rx',
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'opacity'
  ],
  circle: ['cx', 'cy', 'r', 'fill', 'stroke', 'stroke-width', 'opacity'],
  text: [
    'x',
    'y',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'fill',
    'text-anchor',
    'stroke',
    'stroke-width',
    'stroke-linejoin',
    'paint-order',
    'transform'
  ],
  tspan: ['x', 'y', 'dx', 'font-size', 'font-weight']
};

const UNESCAPED: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const unescape = (text: string) =>
  text.replace(/&(lt|gt|quot|amp);/g, (_all, name: string) => UNESCAPED[name]!);

/**
 * Reads a picture that this project has written. Throws at the first element or attribute that a picture may not hold,
 * so that whatever passes here is safe to hand over.
 */
export function readPicture(svg: string): Tag {
  const root: Tag = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  let end = 0;
  for (const match of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const here = open.at(-1)!;
    const between = svg.slice(end, match.index);
    if (/[<>]/.test(between)) throw new Error(`picture: not understood: ${between.trim().slice(0, 60)}`);
    here.text += unescape(between);
    end = match.index + match[0].length;
    const [, closing, name = '', attributes = '', alone] = match;
    if (closing) {
      if (here.name !== name) throw new Error(`picture: </${name}> closes <${here.name}>`);
      open.pop();
      continue;
    }
    const tag: Tag = { name, attributes: read(name, attributes), text: '', children: [] };
    here.children.push(tag);
    if (!alone) open.push(tag);
  }
  const [svgTag] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || svgTag?.name !== 'svg' || svg.slice(end).trim())
    throw new Error('picture: not one whole <svg>');
  return svgTag;
}

function read(name: string, text: string): Record<string, string> {
  const allowed = ALLOWED[name];
  if (!allowed) throw new Error(`picture: <${name}> may not stand in a picture`);
  const found: Record<string, string> = {};
  for (const [, attribute = '', value = ''] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (!allowed.includes(attribute)) throw new Error(`picture: ${attribute} may not stand on <${name}>`);
    if (/url\((?!#[\w-]+\))|javascript:|data:|https?:/i.test(value) && attribute !== 'xmlns')
      throw new Error(`picture: ${attribute} of <${name}> leads out of the picture`);
    found[attribute] = unescape(value);
  }
  return found;
}
