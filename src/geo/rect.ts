/** A rectangle in the frame's units. */
export type Rect = { x0: number; y0: number; x1: number; y1: number };

/** A rectangle as a link holds it, in tenths of a unit: "412.5,80,610,210.3". */
export const formatRect = ({ x0, y0, x1, y1 }: Rect): string =>
  [x0, y0, x1, y1].map((value) => Math.round(value * 10) / 10).join(',');

/** Farther from the frame than this, in its units, nothing is drawn. */
const FARTHEST = 2_000;

/** The rectangle of a link, or null where the text is none. */
export function parseRect(text: string): Rect | null {
  if (!/^-?\d+(\.\d)?(,-?\d+(\.\d)?){3}$/.test(text)) return null;
  const [x0, y0, x1, y1] = text.split(',').map(Number) as [number, number, number, number];
  const near = [x0, y0, x1, y1].every((value) => Math.abs(value) <= FARTHEST);
  return near && x1 - x0 >= 1 && y1 - y0 >= 1 ? { x0, y0, x1, y1 } : null;
}
