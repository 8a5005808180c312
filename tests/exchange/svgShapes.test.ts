import { describe, expect, test } from 'vitest';
import { clipArea, clipLine } from '../../src/exchange/clip.ts';
import { flowSvg } from '../../src/exchange/flowSvg.ts';
import { pathSteps } from '../../src/exchange/svgPath.ts';
import { svgShapes } from '../../src/exchange/svgShapes.ts';
import { readPicture } from '../../src/exchange/svgTags.ts';
import { flowPicture } from '../../src/flow/picture.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const lens = pack.lenses[0]!;
const picture = flowPicture(lens, { width: 1100, height: 500 }, () => '1');
const caption = { title: 'T <b>', subtitle: 's', sources: 'Sources: x & y.', notes: ['n'], marking: 'MARK' };

describe('what a picture may hold', () => {
  test('[X30] every flow picture passes, framed and bare', () => {
    for (const one of pack.lenses)
      for (const frame of [caption, null]) {
        const marks = flowPicture(one, { width: 900, height: 480 }, () => '2');
        expect(readPicture(flowSvg(marks, frame).svg).name).toBe('svg');
      }
  });

  test('[X31] what it claims is inside: title, sources, marking above and below', () => {
    const texts = JSON.stringify(readPicture(flowSvg(picture, caption).svg));
    for (const part of ['T <b>', 'Sources: x & y.', 'MARK']) expect(texts).toContain(part);
    expect(texts.split('MARK')).toHaveLength(3);
  });

  test.each([
    ['a script', '<script>x</script>'],
    ['a style', '<style>a</style>'],
    ['foreign content', '<foreignObject></foreignObject>'],
    ['an image', '<image href="x.png"/>'],
    ['a link', '<a href="#"></a>'],
    ['a handler', '<path d="M0 0" onclick="x()"/>'],
    ['a style attribute', '<path d="M0 0" style="fill:red"/>'],
    ['an outside paint', '<path d="M0 0" fill="url(https://example.org/a#b)"/>'],
    ['an author', '<g data-author="Ann"></g>'],
    ['an end that is missing', '<g>']
  ])('[X32] refuses %s', (_what, inside) => {
    expect(() =>
      readPicture(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${inside}</svg>`)
    ).toThrow(/picture/);
  });
});

describe('a picture as shapes', () => {
  const shapes = svgShapes(flowSvg(picture, null).svg, { x: 100, y: 50, scale: 2 });

  test('[X33] every ribbon is a closed freeform, every bar a bar, every label text at its place and scale', () => {
    const outlines = shapes.filter((shape) => shape.kind === 'outline');
    const closed = outlines.filter((shape) => shape.steps.at(-1)?.to === 'close');
    expect(closed).toHaveLength(picture.ribbons.length);
    // Two rectangles a bar: its frame and what remains.
    expect(shapes.filter((shape) => shape.kind === 'bar')).toHaveLength(2 * picture.bars.length);
    const words = shapes.flatMap((shape) =>
      shape.kind === 'text'
        ? [
            shape.lines
              .flat()
              .map((w) => w.text)
              .join('')
          ]
        : []
    );
    for (const bar of picture.bars)
      for (const line of bar.label.lines) expect(words.join('|')).toContain(line.text.trim());
    const first = picture.bars[0]!;
    expect(shapes).toContainEqual(
      expect.objectContaining({
        kind: 'bar',
        x: 100 + 2 * first.x,
        y: 50 + 2 * first.y,
        width: 2 * first.width
      })
    );
  });

  test('[X34] hatching and dots become textures in the colour of their marks', () => {
    const textures = shapes.flatMap((shape) =>
      'paint' in shape && shape.paint.texture ? [shape.paint] : []
    );
    const kinds = picture.ribbons.filter(({ kind }) => kind === 'estimated' || kind === 'residual');
    expect(textures).toHaveLength(kinds.length);
    expect(textures.every(({ fill }) => /^#[0-9a-f]{6}$/.test(fill ?? ''))).toBe(true);
  });

  test('[X35] a path keeps its points: level, upright, relative, curved, bent, closed', () => {
    expect(pathSteps('M1 2H5V7l1-1 2 2z')).toEqual([
      { to: 'start', x: 1, y: 2 },
      { to: 'line', x: 5, y: 2 },
      { to: 'line', x: 5, y: 7 },
      { to: 'line', x: 6, y: 6 },
      { to: 'line', x: 8, y: 8 },
      { to: 'close' }
    ]);
    const [, bend] = pathSteps('M0,0A10,10,0,0,1,10,10');
    expect(bend).toMatchObject({ to: 'curve', x: 10, y: 10 });
    // A quarter turned clockwise bulges to the upper right.
    expect(bend!.to === 'curve' && bend!.handles[0]).toBeGreaterThan(5);
    expect(bend!.to === 'curve' && bend!.handles[1]).toBe(0);
    expect(() => pathSteps('M0 0Q1 1 2 2')).toThrow('no command "Q"');
  });

  test('[X36] what lies outside the window is cut off at its edge', () => {
    const window = { x0: 0, y0: 0, x1: 10, y1: 10 };
    const area = clipArea(
      [
        [-5, 2],
        [5, 2],
        [5, 8],
        [-5, 8]
      ],
      window
    );
    expect(area.every(([x]) => x >= 0)).toBe(true);
    expect(area).toHaveLength(4);
    expect(
      clipLine(
        [
          [-5, 5],
          [5, 5],
          [15, 5],
          [5, 9]
        ],
        window
      )
    ).toEqual([
      [
        [0, 5],
        [5, 5],
        [10, 5]
      ],
      [
        [10, 7],
        [5, 9]
      ]
    ]);
    expect(
      clipArea(
        [
          [20, 20],
          [30, 20],
          [30, 30]
        ],
        window
      )
    ).toEqual([]);
  });
});
