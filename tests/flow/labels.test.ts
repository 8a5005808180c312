import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spread, type Label } from '../../src/flow/labels.ts';
import { flowPicture } from '../../src/flow/picture.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const WIDTHS = Array.from({ length: 15 }, (_, i) => 560 + i * 60);
const HEIGHTS = [440, 620, 860];
/** Mean widths of a letter, in px: names are strong, amounts are not. */
const STRONG = 7.2;
const AMOUNT = 6.6;
const LINE = 14;

type Box = { id: string; text: string; x0: number; x1: number; y0: number; y1: number };

/** Where the lines of a label stand; a second line on the height of the first follows it on its right. */
function boxes(id: string, label: Label): Box[] {
  let end = 0;
  return label.lines.map((line, i) => {
    const width = line.text.length * (line.strong ? STRONG : AMOUNT);
    const beside = i > 0 && line.y === label.lines[0]!.y;
    const x0 = label.anchor === 'end' ? line.x - width : beside ? end + 6 : line.x;
    end = x0 + width;
    return { id, text: line.text, x0, x1: end, y0: line.y - LINE + 3, y1: line.y + 3 };
  });
}
const meet = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

describe('labels', () => {
  test.each(pack.lenses.map((lens) => [lens.id, lens] as const))(
    '[F50] in the margins of %s never overlap, at any width',
    (_id, lens) => {
      const last = Math.max(...lens.stages.map((stage) => stage.column));
      const column = new Map<string, number>(
        lens.sites.map((site) => [site.id, lens.stages.find((s) => s.id === site.stage)!.column])
      );
      const over = new Set<string>();
      for (const width of WIDTHS)
        for (const height of HEIGHTS) {
          const { bars } = flowPicture(lens, { width, height }, () => '0');
          for (const side of [0, last]) {
            const all = bars
              .filter((bar) => column.get(bar.id) === side)
              .flatMap((bar) => boxes(bar.id, bar.label));
            all.forEach((a, i) =>
              all.slice(i + 1).forEach((b) => {
                if (a.id !== b.id && meet(a, b)) over.add(`${width}×${height}: ${a.text} on ${b.text}`);
              })
            );
          }
        }
      expect([...over]).toEqual([]);
    }
  );

  test.each(pack.lenses.map((lens) => [lens.id, lens] as const))(
    '[F51] of %s stay inside the picture',
    (_id, lens) => {
      const outside = new Set<string>();
      for (const width of WIDTHS) {
        const { bars } = flowPicture(lens, { width, height: 620 }, () => '0');
        for (const bar of bars)
          for (const box of boxes(bar.id, bar.label))
            if (box.x0 < 0 || box.x1 > width || box.y0 < 0 || box.y1 > 620)
              outside.add(`${width}: ${box.text}`);
      }
      expect([...outside]).toEqual([]);
    }
  );

  test('[F52] every bar has one, with its name and its amount or its name alone', () => {
    for (const lens of pack.lenses) {
      const { bars } = flowPicture(lens, { width: 960, height: 620 }, () => '0');
      expect(bars.map(({ id }) => id).sort()).toEqual(lens.sites.map(({ id }) => id as string).sort());
      for (const bar of bars)
        expect(bar.label.lines[0]!.text).toBe(lens.sites.find(({ id }) => id === bar.id)!.name);
    }
  });
});

describe('spread', () => {
  const many = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 10, max: 40 })), {
      minLength: 1,
      maxLength: 12
    })
    .map((pairs) => pairs.sort((a, b) => a[0] - b[0]));

  test('[F53] keeps labels apart and in their order, and within their room where there is room', () => {
    fc.assert(
      fc.property(many, (pairs) => {
        const heights = pairs.map(([, height]) => height);
        const placed = spread(
          pairs.map(([centre]) => centre),
          heights,
          0,
          600
        );
        placed
          .slice(1)
          .forEach((at, i) =>
            expect(at - placed[i]!).toBeGreaterThanOrEqual((heights[i]! + heights[i + 1]!) / 2 - 1e-9)
          );
        expect(placed[0]! - heights[0]! / 2).toBeGreaterThanOrEqual(-1e-9);
        if (heights.reduce((a, b) => a + b, 0) <= 600)
          expect(placed.at(-1)! + heights.at(-1)! / 2).toBeLessThanOrEqual(600 + 1e-9);
      })
    );
  });

  test('[F54] leaves labels where they are when they do not touch', () => {
    expect(spread([50, 150, 300], [30, 30, 30], 0, 600)).toEqual([50, 150, 300]);
    expect(spread([], [], 0, 600)).toEqual([]);
  });

  test('[F55] moves two that collide equally far', () => {
    expect(spread([100, 110], [30, 30], 0, 600)).toEqual([90, 120]);
  });
});
