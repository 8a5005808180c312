/** An imprecise date as a bracket, a day as a point. */
export type Mark = {
  id: string;
  title: string;
  sentence: string;
  x: number;
  y: number;
  bracket?: { x0: number; x1: number };
  label?: { x: number; y: number; anchor: 'start' | 'end'; lines: string[] };
  /** It had not happened on the chosen day. */
  ahead: boolean;
  /** It was not yet known on the chosen day. */
  later: boolean;
};
/** Height of a row, in px: a target of 24, and one with its name above its bar. */
export const ROW = 24;
export const TALL = 40;
/** From line to line of a label, in px. */
export const LEADING = 14;
/** Mean width of a letter of a label, in px. */
const LETTER = 6.3;

/**
 * Puts marks with their labels into as few rows as keep them apart, from the top; gives their height. A label stands right of its
 * mark, or left of it where it would leave the picture or run over `line`; where neither side has room for it in one line, in two.
 */
export function pack(marks: Mark[], top: number, width: number, line: number): number {
  const rows: { end: number; marks: Mark[]; height: number }[] = [];
  for (const mark of marks) {
    const half = mark.bracket ? (mark.bracket.x1 - mark.bracket.x0) / 2 : 6;
    const [left, right] = [mark.x - half - 6, mark.x + half + 6];
    const sides = [[mark.title], inTwo(mark.title)].flatMap((lines) => {
      const text = Math.max(...lines.map((words) => words.length)) * LETTER;
      return [
        { lines, x: right, anchor: 'start' as const, x0: mark.x - half, x1: right + text },
        { lines, x: left, anchor: 'end' as const, x0: left - text, x1: mark.x + half }
      ];
    });
    const fitting = sides.filter(({ x0, x1 }) => x0 >= 0 && x1 <= width);
    const side = fitting.find(({ x0, x1 }) => !over(x0 + half, x1 - half, line)) ?? fitting[0] ?? sides[0]!;
    let row = rows.find(({ end }) => end + 10 <= side.x0);
    if (!row) rows.push((row = { end: 0, marks: [], height: ROW }));
    row.end = side.x1;
    row.marks.push(mark);
    row.height = Math.max(row.height, ROW + (side.lines.length - 1) * LEADING);
    mark.label = { x: side.x, y: 0, anchor: side.anchor, lines: side.lines };
  }
  let y = top;
  for (const row of rows) {
    for (const mark of row.marks) {
      mark.y = y + row.height / 2;
      mark.label!.y = mark.y + 4 - ((mark.label!.lines.length - 1) * LEADING) / 2;
    }
    y += row.height;
  }
  return y - top;
}

/** A title in two lines, as even as its words allow. */
function inTwo(title: string): string[] {
  const words = title.split(' ');
  const at = (i: number) => [words.slice(0, i).join(' '), words.slice(i).join(' ')];
  const longest = (lines: string[]) => Math.max(...lines.map((line) => line.length));
  return words
    .map((_, i) => at(i))
    .slice(1)
    .reduce((best, lines) => (longest(lines) < longest(best) ? lines : best), [title]);
}

/** Whether the line runs between two places. */
const over = (from: number, to: number, line: number) => from < line - 1 && to > line + 1;

/** Where there is no room beside a mark: one row each, the label above its mark and, if it can, beside the line. Gives the number of rows. */
export function stack(marks: Mark[], top: number, width: number, line: number): number {
  marks.forEach((mark, i) => {
    mark.y = top + i * TALL + TALL - 12;
    const text = mark.title.length * LETTER;
    const above = Math.max(0, Math.min(mark.x - 4, width - text));
    const beside = [line - 6 - text, line + 6].find((x) => x >= 0 && x + text <= width);
    const x = over(above, above + text, line) ? (beside ?? above) : above;
    mark.label = { x, y: mark.y - 11, anchor: 'start', lines: [mark.title] };
  });
  return marks.length;
}
