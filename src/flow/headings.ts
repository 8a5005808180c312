import type { Lens, Site } from '../model/lens.ts';

/** A heading over a column or above sites that stand apart, with the rule below it from x0 to x1; in px of the frame. */
export type Heading = { text: string; x: number; y: number; x0: number; x1: number; anchor: 'start' | 'end' };

type Box = { site: Site; column: number; x: number; y: number };
type Frame = { narrow: boolean; wide: boolean; left: number; bar: number; last: number; width: number };

/** A heading over each column, and one above the first site of each stage that stands apart. */
export function headings(lens: Lens, boxes: readonly Box[], frame: Frame): Heading[] {
  return lens.stages.flatMap((stage): Heading[] => {
    const here = boxes.filter((box) =>
      stage.apart ? box.site.stage === stage.id : box.column === stage.column
    );
    const [first] = here.sort((a, b) => a.y - b.y);
    // On a narrow screen the market's own label says it all, and its heading would meet its neighbour's.
    if (!first || (frame.narrow && stage.id === 'market')) return [];
    const y = stage.apart ? first.y - (frame.narrow ? 52 : 26) : 14;
    const text = frame.wide ? stage.heading : stage.heading.replace(/ \(.*\)/, '');
    if (stage.column === frame.last)
      return frame.narrow
        ? [{ text, y, x: frame.width, x0: frame.width - 62, x1: frame.width, anchor: 'end' }]
        : [{ text, y, x: first.x, x0: first.x, x1: frame.width, anchor: 'start' }];
    const x0 = stage.column === 0 ? 0 : first.x;
    const x1 = stage.column === 0 && !frame.narrow ? frame.left + frame.bar : x0 + (frame.narrow ? 74 : 96);
    return [{ text, y, x: x0, x0, x1, anchor: 'start' }];
  });
}
