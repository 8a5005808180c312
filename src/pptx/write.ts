import PptxGenJS from 'pptxgenjs';
import type { Deck, Paint, Shape, Step, Words } from '../exchange/slide.ts';
import { withUnseen } from '../exchange/unseen.ts';
import { textured } from './mend.ts';

/** Px of a slide as inches, in which pptxgenjs measures. */
const inches = (px: number) => px / 96;
/** Px as points, for type and lines. */
const points = (px: number) => Math.round(px * 75) / 100;
const hex = (color: string) => color.replace('#', '').toUpperCase();
const FACE = 'Arial';
/** A text as the file may hold it: a line's end within a paragraph stays one, and controls, which XML forbids, and what nobody sees stand by their codes. */
const readable = (text: string) => withUnseen(text.replaceAll('\v', '\n'));

/** A deck as the bytes of a .pptx file: every shape an object of its own, the notes beside each slide. */
export async function writeSlides(deck: Deck): Promise<Uint8Array<ArrayBuffer>> {
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = deck.title;
  file.subject = deck.subject;
  file.author = deck.author;
  file.company = '';
  file.theme = { headFontFace: FACE, bodyFontFace: FACE };
  for (const { shapes, notes } of deck.slides) {
    const slide = file.addSlide();
    slide.background = { color: 'FFFFFF' };
    for (const shape of shapes) put(slide, shape);
    slide.addNotes(readable(notes));
  }
  return (await file.write({ compression: true })) as unknown as Uint8Array<ArrayBuffer>;
}

function put(slide: PptxGenJS.Slide, shape: Shape): void {
  const objectName = 'paint' in shape ? textured(shape.name, shape.paint.texture) : shape.name;
  switch (shape.kind) {
    case 'outline':
      return outline(slide, objectName, shape.steps, shape.paint);
    case 'bar':
      slide.addShape('rect', {
        ...box(shape.x, shape.y, shape.width, shape.height),
        ...paint(shape.paint),
        objectName
      });
      return;
    case 'dot':
      slide.addShape('ellipse', {
        ...box(shape.x - shape.r, shape.y - shape.r, 2 * shape.r, 2 * shape.r),
        ...paint(shape.paint),
        objectName
      });
      return;
    case 'text':
      slide.addText(
        shape.lines.flatMap((line) => line.map((words, i) => run(words, i === line.length - 1))),
        {
          ...box(shape.x, shape.y, shape.width, shape.height),
          align: shape.align ?? 'left',
          valign: 'top',
          margin: 0,
          wrap: shape.wrap ?? true,
          objectName
        }
      );
      return;
    case 'table': {
      const cell = (text: string, bold: boolean): PptxGenJS.TableCell => ({
        text: readable(text),
        options: {
          bold,
          border: [
            { type: 'none' },
            { type: 'none' },
            { type: 'solid', pt: bold ? 1 : 0.5, color: bold ? '5C6066' : 'BDB8AD' },
            { type: 'none' }
          ]
        }
      });
      slide.addTable(
        [
          shape.head.map((text) => cell(text, true)),
          ...shape.rows.map((row) => row.map((t) => cell(t, false)))
        ],
        {
          x: inches(shape.x),
          y: inches(shape.y),
          colW: shape.widths.map(inches),
          fontFace: FACE,
          fontSize: points(shape.size),
          color: '1D2126',
          margin: [0.03, 0.06, 0.03, 0],
          valign: 'top',
          objectName
        }
      );
    }
  }
}

const box = (x: number, y: number, width: number, height: number) => ({
  x: inches(x),
  y: inches(y),
  w: inches(Math.max(width, 0.1)),
  h: inches(Math.max(height, 0.1))
});

function paint({ fill, opacity = 1, line, width = 1, dash }: Paint): PptxGenJS.ShapeProps {
  return {
    ...(fill ? { fill: { color: hex(fill), transparency: Math.round((1 - opacity) * 100) } } : {}),
    ...(line
      ? {
          line: {
            color: hex(line),
            width: points(width),
            ...(dash
              ? { dashType: ({ dash: 'dash', dot: 'sysDot', dashDot: 'dashDot' } as const)[dash] }
              : {})
          }
        }
      : {})
  };
}

/** A freeform in a box that just holds it; its points are given from the box's corner. */
function outline(slide: PptxGenJS.Slide, name: string, steps: readonly Step[], look: Paint): void {
  const places = steps.flatMap((step) =>
    step.to === 'close'
      ? []
      : step.to === 'curve'
        ? [
            [step.x, step.y],
            [step.handles[0], step.handles[1]],
            [step.handles[2], step.handles[3]]
          ]
        : [[step.x, step.y]]
  ) as [number, number][];
  if (!places.length) return;
  const left = Math.min(...places.map(([x]) => x));
  const top = Math.min(...places.map(([, y]) => y));
  const width = Math.max(...places.map(([x]) => x)) - left;
  const height = Math.max(...places.map(([, y]) => y)) - top;
  const x = (at: number) => inches(at - left);
  const y = (at: number) => inches(at - top);
  // The library's own list of shapes leaves out the freeform that it documents.
  slide.addShape('custGeom' as PptxGenJS.SHAPE_NAME, {
    ...box(left, top, width, height),
    ...paint(look),
    objectName: name,
    points: steps.map((step) => {
      if (step.to === 'close') return { close: true };
      if (step.to !== 'curve') return { x: x(step.x), y: y(step.y), moveTo: step.to === 'start' };
      const [x1, y1, x2, y2] = step.handles;
      return {
        x: x(step.x),
        y: y(step.y),
        curve: { type: 'cubic', x1: x(x1), y1: y(y1), x2: x(x2), y2: y(y2) }
      };
    })
  });
}

const run = (words: Words, last: boolean): PptxGenJS.TextProps => ({
  text: readable(words.text),
  options: {
    fontFace: FACE,
    fontSize: points(words.size),
    color: hex(words.color),
    bold: words.bold === true,
    breakLine: last,
    ...(words.after ? { paraSpaceAfter: points(words.after) } : {})
  }
});
