import type { Lens, Site } from '../model/lens.ts';

/** A heading over a column or above sites that stand apart, with the rule below it from x0 to x1; in px of the frame. */
export type Heading = { text: string; x: number; y: number; x0: number; x1: number };

type Box = { site: Site; column: number; x: number; y: number };
type Frame = { wide: boolean; left: number; bar: number; first: number; last: number; width: number };

/** A heading over each column, and one above the first site of each stage that stands apart. */
export function headings(lens: Lens, boxes: readonly Box[], frame: Frame): Heading[] {
  return lens.stages.flatMap((stage): Heading[] => {
    const here = boxes.filter((box) =>
      stage.apart ? box.site.stage === stage.id : box.column === stage.column
    );
    const [first] = here.sort((a, b) => a.y - b.y);
    const next = boxes.filter((box) => box.column === stage.column + 1)[0];
    // Where the next heading begins too soon, the market goes without: its own label names it.
    if (!first || (stage.id === 'market' && next && next.x - first.x < 108)) return [];
    const y = stage.apart ? first.y - 26 : 14;
    const text = frame.wide ? stage.heading : stage.heading.replace(/ \(.*\)/, '');
    if (stage.column === frame.last) return [{ text, y, x: first.x, x0: first.x, x1: frame.width }];
    const x0 = stage.column === frame.first ? 0 : first.x;
    const x1 =
      stage.column === frame.first
        ? frame.left + frame.bar
        : Math.min(x0 + Math.max(120, text.length * 7), next ? next.x - 12 : frame.width);
    return [{ text, y, x: x0, x0, x1 }];
  });
}
