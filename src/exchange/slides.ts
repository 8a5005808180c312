import { amountInWords } from '../model/amount.ts';
import { forceInWords } from '../model/asof.ts';
import type { Deal } from '../model/deal.ts';
import { formatDay, formatWhen } from '../model/format.ts';
import type { Source } from '../model/source.ts';
import type { Edition } from './edition.ts';
import { wrapped } from './frame.ts';
import { ownDays } from './handout.ts';
import { pages, part } from './pages.ts';
import { PALETTE } from './palette.ts';
import { SLIDE, type Deck, type Shape, type Slide } from './slide.ts';
import { svgShapes } from './svgShapes.ts';

/** A scene as it goes onto a slide: a bare picture of ours (SVG text) or lines to read, a caption for the room, notes for the speaker, and the ids of its sources. */
export type SlideScene = {
  title: string;
  caption: string;
  notes: string;
  /** What the picture shows and how evidence is drawn, in a line. */
  about: string;
  /** The day whose states it shows, where it shows any. */
  day?: string;
  picture?: { svg: string; width: number; height: number };
  points?: readonly string[];
  sources: readonly string[];
};

const MARGIN = 48;
const WIDTH = SLIDE.width - 2 * MARGIN;
const INK = PALETTE.ink!;
const QUIET = PALETTE.quiet!;
/** Mean width of a letter as a share of its size: Arial's, and some room for a program that has only a wider face. */
const LETTER = 0.54;
const BOLD = 0.6;

/**
 * A deck from scenes: a first slide, one a scene with its picture as shapes, the ledger as tables, and the sources with the
 * words their licences ask for. `asOf` is the day whose states the ledger shows. Each slide carries the marking above and below.
 */
export function slideDeck(edition: Edition, scenes: readonly SlideScene[], asOf: string): Deck {
  const { briefing } = edition;
  const named = new Set([
    ...scenes.flatMap((scene) => scene.sources),
    ...edition.deals.flatMap((deal) => deal.sources as string[])
  ]);
  const sources = edition.sources.filter((source) => named.has(source.id));
  const slides = [
    first(edition, asOf, ownDays(scenes, asOf)),
    ...scenes.map((scene) => sceneSlide(edition, scene)),
    ...ledger(edition, asOf),
    ...sourceSlides(sources)
  ];
  return {
    title: briefing.title,
    subject: `Edition ${briefing.edition}. ${briefing.marking}`,
    author: briefing.publisher,
    slides: slides.map((slide, i) => ({
      ...slide,
      shapes: [...slide.shapes, ...frame(edition, i + 1, slides.length)]
    }))
  };
}

type Line = { text: string; size: number; color?: string; bold?: boolean; after?: number };

/** A box of wrapped lines, and where the next one may begin; in px. */
function block(name: string, y: number, lines: readonly Line[], width = WIDTH): [Shape, number] {
  const rows = lines.flatMap((line) =>
    wrapped(line.text, Math.floor(width / (line.size * (line.bold ? BOLD : LETTER)))).map((text) => ({
      ...line,
      text
    }))
  );
  const height = rows.reduce((sum, row) => sum + row.size * 1.22, 0);
  return [
    {
      kind: 'text',
      name,
      x: MARGIN,
      y,
      width,
      height,
      lines: lines.map(({ color = INK, ...words }) => [{ ...words, color }])
    },
    y + height
  ];
}

function frame({ briefing }: Edition, number: number, count: number): Shape[] {
  const text = (name: string, y: number, words: string, align: 'left' | 'center' | 'right'): Shape => ({
    kind: 'text',
    name,
    x: MARGIN,
    y,
    width: WIDTH,
    height: 18,
    align,
    lines: [[{ text: words, size: 14, color: QUIET }]]
  });
  return [
    text('Marking, top', 8, briefing.marking, 'center'),
    text('Marking, bottom', SLIDE.height - 26, briefing.marking, 'center'),
    text('Edition', SLIDE.height - 26, `${briefing.title}, edition ${briefing.edition}`, 'left'),
    text('Number', SLIDE.height - 26, `${number} / ${count}`, 'right')
  ];
}

function first({ briefing }: Edition, asOf: string, own: string): Slide {
  const [title, below] = block('Title', 210, [{ text: briefing.headline, size: 44, bold: true }], 1000);
  const [about] = block(
    'About',
    below + 24,
    [
      { text: `${briefing.title}. ${briefing.publisher}, ${briefing.author}.`, size: 22 },
      {
        text: `Edition ${briefing.edition}; briefing of ${formatWhen(briefing.when)}; states as of ${formatDay(asOf)}.${own && ` ${own}`}`,
        size: 20,
        color: QUIET
      }
    ],
    1000
  );
  return { title: briefing.headline, shapes: [title, about], notes: '' };
}

function sceneSlide(edition: Edition, scene: SlideScene): Slide {
  const [title, below] = block('Title', 38, [{ text: scene.title, size: 29, bold: true }]);
  const [caption, from] = scene.caption
    ? block('Caption', below + 4, [{ text: scene.caption, size: 19, color: QUIET }])
    : [undefined, below];
  const listed = [...new Set(scene.sources)].map((id) => edition.source(id));
  const small = [
    { text: scene.about, size: 14, color: QUIET },
    ...(listed.length
      ? [{ text: `Sources: ${publishers(listed)}. In full on the last slides.`, size: 14, color: QUIET }]
      : [])
  ].filter((line) => line.text);
  const [, height] = block('', 0, small);
  const to = SLIDE.height - 34 - height;
  const [foot] = block('Sources', to, small);
  const shapes: Shape[] = [title, ...(caption ? [caption] : []), ...(small.length ? [foot] : [])];
  if (scene.picture) {
    const { svg, width, height: tall } = scene.picture;
    const scale = Math.min(WIDTH / width, (to - from - 20) / tall);
    const x = MARGIN + (WIDTH - width * scale) / 2;
    shapes.push(...svgShapes(svg, { x, y: from + 10, scale }));
  }
  if (scene.points?.length) shapes.push(pointBlock(scene.points, from + 24, to - 12));
  return { title: scene.title, shapes, notes: scene.notes };
}

/** Points to read between two heights, in px: as large as they fit, and never too small for a room. */
function pointBlock(points: readonly string[], from: number, to: number): Shape {
  const after = 12;
  const tries = [30, 26, 22, 19, 17, 15].map((size) =>
    block(
      'Points',
      from,
      points.map((text) => ({ text, size, after }))
    )
  );
  return (tries.find(([, end]) => end + after * points.length <= to) ?? tries.at(-1)!)[0];
}

const publishers = (sources: readonly Source[]) =>
  [...new Set(sources.map((source) => source.publisher))].join('; ');

const COLUMNS = [
  { head: 'Deal', width: 300 },
  { head: 'Between', width: 190 },
  { head: 'Date', width: 150 },
  { head: 'Force', width: 280 },
  { head: 'Amounts, never added up', width: 264 }
] as const;
const CELL = 14;
/** Height of a row whose longest cell takes so many lines, in px; a little more than programs need. */
const rowHeight = (cells: readonly string[]) =>
  Math.max(
    ...cells.map((cell, i) => wrapped(cell, Math.floor((COLUMNS[i]!.width - 8) / (CELL * LETTER))).length)
  ) *
    CELL *
    1.25 +
  7;

/** The ledger as tables, as many slides as it takes. */
function ledger(edition: Edition, asOf: string): Slide[] {
  const rows = edition.deals.map((deal) => ledgerRow(edition, deal, asOf));
  const title = `Deals and measures, as of ${formatDay(asOf)}`;
  return pages(rows, rowHeight, 520).map((page, i, all) => ({
    title: part(title, i, all.length),
    notes: '',
    shapes: [
      block('Title', 38, [{ text: part(title, i, all.length), size: 26, bold: true }])[0],
      {
        kind: 'table',
        name: 'Ledger',
        x: MARGIN,
        y: 92,
        size: CELL,
        widths: COLUMNS.map((column) => column.width),
        head: COLUMNS.map((column) => column.head),
        rows: page
      }
    ]
  }));
}

/** A deal in the five cells of the ledger on a slide. */
function ledgerRow(edition: Pick<Edition, 'placeName'>, deal: Deal, asOf: string): string[] {
  return [
    deal.title,
    deal.parties.map((id) => edition.placeName(id)).join(', '),
    formatWhen(deal.when, true),
    forceInWords(deal, asOf),
    deal.amounts.map((amount) => `${amount.kind} ${amountInWords(amount)}`).join('; ')
  ];
}

function sourceSlides(sources: readonly Source[]): Slide[] {
  const lines = sources.map(
    ({ publisher, title, date, licence, readAs, attribution }) =>
      `${publisher}, ${title}, ${date}. ${readAs === 'not read' ? 'Not read' : `Read as: ${readAs}`}. Licence: ${licence}.${attribution ? ` ${attribution}` : ''}`
  );
  const size = 14;
  const tall = (line: string) => wrapped(line, Math.floor(WIDTH / (size * LETTER))).length * size * 1.22;
  return pages(lines, tall, 570).map((page, i, all) => ({
    title: part('Sources', i, all.length),
    notes: '',
    shapes: [
      block('Title', 38, [{ text: part('Sources', i, all.length), size: 26, bold: true }])[0],
      block(
        'Sources',
        88,
        page.map((text) => ({ text, size }))
      )[0]
    ]
  }));
}
