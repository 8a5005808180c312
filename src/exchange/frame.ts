import { escape, FONT, PALETTE } from './palette.ts';

/** What a picture says of itself wherever it goes: title, what it shows, its sources, notes such as assumptions, and the marking. */
export type Caption = {
  title: string;
  subtitle: string;
  sources: string;
  notes: readonly string[];
  marking: string;
};

const LINE = 17;
const MARGIN = 28;
/** Room for a letter over its size, wide enough for the widest face that may stand in for ours. */
const WIDE = 0.58;

/**
 * A picture in a frame that carries its caption: title above, sources and notes below, the marking at top and bottom. Sizes in px.
 * Without a caption the bare picture, for a page or a slide that says all that itself.
 */
export function framed(
  body: string,
  size: { width: number; height: number },
  caption: Caption | null
): { svg: string; width: number; height: number } {
  if (!caption) {
    const { width, height } = size;
    return {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
      width,
      height
    };
  }
  const width = size.width + 2 * MARGIN;
  const lines = (text: string, px: number) => wrapped(text, Math.floor(size.width / (px * WIDE)));
  const title = lines(caption.title, 21);
  const subtitle = lines(caption.subtitle, 13);
  const below = [caption.sources, ...caption.notes].flatMap((text) => lines(text, 12));
  const head = 44 + (title.length - 1) * 26;
  const top = head + 23 + subtitle.length * LINE;
  const height = top + size.height + 24 + below.length * LINE + 30;
  const text = (content: string, x: number, y: number, attributes: string) =>
    `<text x="${x}" y="${y}" font-family="${FONT}" ${attributes}>${escape(content)}</text>`;
  const mark = (y: number) =>
    text(caption.marking, width / 2, y, `font-size="11" fill="${PALETTE.quiet}" text-anchor="middle"`);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escape(caption.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PALETTE.paper}"/>`,
    mark(16),
    ...title.map((line, i) =>
      text(line, MARGIN, 44 + i * 26, `font-size="21" font-weight="bold" fill="${PALETTE.ink}"`)
    ),
    ...subtitle.map((line, i) =>
      text(line, MARGIN, head + 22 + i * LINE, `font-size="13" fill="${PALETTE.quiet}"`)
    ),
    `<g transform="translate(${MARGIN} ${top})">${body}</g>`,
    ...below.map((line, i) =>
      text(line, MARGIN, top + size.height + 24 + i * LINE, `font-size="12" fill="${PALETTE.quiet}"`)
    ),
    mark(height - 10),
    '</svg>'
  ].join('\n');
  return { svg, width, height };
}

/** Words in lines of at most so many letters. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
