/** A label: its lines, where each begins, and how it is anchored. `over` tells that it lies on its own ribbon and needs a halo, `turned` that it runs down its bar. */
export type Label = {
  lines: { text: string; x: number; y: number; strong: boolean }[];
  anchor: 'start' | 'end';
  over: boolean;
  turned?: true;
};

/** A bar with what is to be written beside it. */
export type Box = {
  id: string;
  market: boolean;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: [string, string];
  /** It stands apart from the others of its column, below a heading of its own. */
  apart?: boolean;
  /** Upright stretches, from and to in px, that other sites' ribbons take up beside this bar. */
  passing?: readonly (readonly [number, number])[];
  /** The middle of its widest ribbon without a texture, in px. */
  clearest?: number | undefined;
};
/** How much room there is: all of a label, or without its share; folded, the market's label runs down its bar. */
export type Fit = 'wide' | 'middle' | 'folded';
type Frame = { first: number; last: number; fit: Fit; width: number; top: number; bottom: number };

const LINE = 16;
const TALL = 2 * LINE + 2;
const ONE = LINE + 1;
/** About how wide a letter of a name is, and one of an amount, in px. */
const BOLD = 6.6;
const PLAIN = 5.9;
const THIN = 3;
/** Between a name and the amount behind it, in px. */
const GAP = 6;
/** A ribbon lower than this, in px, is a line through the letters on it. */
const STRUCK = 9;
/** What a line of text may reach over another's ribbon, in px: its letters are so much lower than itself. */
const TOUCH = 3;
/** How far, in px, a label may stand from the middle of its bar before it is cut to one line. */
const SLACK = 12;
/** The least gap, in px, between labels of two lines below each other, so that each amount keeps to its name. */
const AIR = 4;

/**
 * Where each site's name and amount stand. The first and last columns have margins of their own, so their labels never touch a ribbon;
 * in between a label lies on its own ribbon where that is tall enough, else in the gap above it, in one line.
 */
export function placeLabels(boxes: readonly Box[], frame: Frame): Map<string, Label> {
  const labels = new Map<string, Label>();
  for (const column of new Set(boxes.map((box) => box.column))) {
    const here = boxes.filter((box) => box.column === column).sort((a, b) => a.y - b.y);
    const outside = column === frame.first || column === frame.last;
    if (!outside) {
      const next = Math.min(...boxes.flatMap((box) => (box.column > column ? [box.x] : [])));
      for (const [id, label] of within(here, frame, next)) labels.set(id, label);
    } else {
      // What stands apart has a heading of its own above it, which no label of the others may reach.
      const rest = here.filter((box) => !box.apart);
      const apart = here.filter((box) => box.apart);
      const border = apart[0] ? apart[0].y - 14 : frame.bottom + 12;
      for (const [id, label] of inMargin(
        rest,
        column === frame.first,
        frame.top - 6,
        apart[0] ? border - 28 : border
      ))
        labels.set(id, label);
      for (const [id, label] of inMargin(apart, column === frame.first, border, frame.bottom + 16))
        labels.set(id, label);
    }
  }
  return labels;
}

/** Two lines each, except where that would push a label away from its bar: there the thinnest bars make do with one line. */
function inMargin(boxes: readonly Box[], first: boolean, from: number, to: number): [string, Label][] {
  const centres = boxes.map((box) => box.y + box.height / 2);
  const [high, most] = [TALL + AIR, Math.max(...centres)];
  // Where even single lines run so far beyond the room that the last one stands away from its bar, there is nothing to choose.
  const full = from + boxes.length * ONE - high / 2 - most > SLACK;
  const heights = boxes.map((box) => (box.lines[1] && !full ? high : ONE));
  const stand = () => spread(centres, heights, from, to);
  let placed = stand();
  for (let worst = furthest(placed, centres); worst !== -1; worst = furthest(placed, centres)) {
    const thinnest = crowd(placed, heights, worst)
      .filter((i) => heights[i] !== ONE)
      .sort((a, b) => boxes[a]!.height - boxes[b]!.height)[0];
    if (thinnest === undefined) break;
    heights[thinnest] = ONE;
    placed = stand();
  }
  return boxes.map((box, i) => {
    const x = first ? 0 : box.x + box.width + 8;
    if (heights[i] !== ONE) return [box.id, lines(box.lines, x, placed[i]! - LINE / 2 + 4, 'start', false)];
    const amount = box.lines[1].replace(/ ·.*/, '');
    // Before the first bars there is only so much room: a line that would run into its bar is the name alone.
    const fits = !first || box.lines[0].length * BOLD + GAP + widthOf(amount) < box.x - 4;
    return [box.id, oneLine([box.lines[0], fits ? amount : ''], x, placed[i]! + 4.5, false)];
  });
}

/** About how wide an amount is, in px: the spaces that part its thousands are narrow. */
const widthOf = (amount: string) =>
  [...amount].reduce((sum, letter) => sum + (/\s/.test(letter) ? THIN : PLAIN), 0);

/** The label that stands furthest from its bar, or -1 when none is further than it may be. */
function furthest(placed: readonly number[], centres: readonly number[]): number {
  const away = placed.map((at, i) => Math.abs(at - centres[i]!));
  const most = Math.max(0, ...away);
  return most > SLACK ? away.indexOf(most) : -1;
}

/** The labels that touch one another in a row with this one. */
function crowd(placed: readonly number[], heights: readonly number[], at: number): number[] {
  const touch = (i: number) => placed[i + 1]! - placed[i]! <= (heights[i]! + heights[i + 1]!) / 2 + 0.5;
  let [from, to] = [at, at];
  while (from > 0 && touch(from - 1)) from -= 1;
  while (to < placed.length - 1 && touch(to)) to += 1;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/**
 * Labels of a column within the picture: beside the bar, on its own ribbon, where that is tall enough; else in one line in the gap
 * above it, or below where something stands above. What would run into the `next` bars, in px from the left, is the amount alone.
 */
function within(boxes: readonly Box[], frame: Frame, next: number): [string, Label][] {
  const taken: (readonly [number, number])[] = [];
  const narrow = frame.fit !== 'wide';
  return boxes.map((box) => {
    const centre = box.market ? (box.clearest ?? box.y + box.height / 2) : box.y + box.height / 2;
    const middle = centre - LINE / 2 + 4;
    const x = box.x + box.width + (narrow ? 4 : 7);
    if (frame.fit === 'folded') return [box.id, downwards(box)];
    if (box.height >= TALL) {
      const [name, whole] = box.lines;
      const amount = x + widthOf(whole) > next ? whole.replace(/ ·.*/, '') : whole;
      return [box.id, lines([name, amount], x, middle, 'start', true)];
    }
    const { near, upon, further } = slots(box);
    const [highest, lowest] = [Math.min(...further, upon), Math.max(...further, upon) + ONE];
    // Only what comes near: asked of a thousand ribbons for every slot this took longer than all the rest.
    const there = [...(box.passing ?? []), ...taken].filter(([from, to]) => from < lowest && to > highest);
    const clash = (top: number) =>
      there.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, top + ONE) - Math.max(from, top)), 0);
    const free = (some: readonly number[]) => some.find((slot) => clash(slot) === 0);
    // A thin ribbon strikes its own label through: rather a touch, which the air about the letters takes.
    const top =
      free(near) ??
      (box.height < STRUCK
        ? (free(further) ?? [...near, ...further].find((slot) => clash(slot) <= TOUCH) ?? free([upon]))
        : free([upon, ...further])) ??
      near[0];
    taken.push([top, top + ONE]);
    const amount = narrow ? box.lines[1].replace(/ ·.*/, '') : box.lines[1];
    return [box.id, oneLine([box.lines[0], amount], x, top + 13, true)];
  });
}

/** Where a line may stand at a thin bar, as upper edges in px: above it and below it, upon its own ribbon, and a little further away. */
function slots(box: Box): { near: [number, number]; upon: number; further: number[] } {
  const [above, below] = [box.y - 2 - ONE, box.y + box.height + 3];
  const further = [3, 6, 9, 12].flatMap((away) => [above - away, below + away]);
  return { near: [above, below], upon: box.y + (box.height - ONE) / 2, further };
}

/** One line that runs down its bar from the top; the name alone where the bar is short. */
function downwards({ x, y, width, height, lines: [name, amount] }: Box): Label {
  const texts = (name.length + amount.length) * 6.6 < height ? [name, amount] : [name];
  const at = { x: y + 8, y: -(x + width / 2 - 4.5) };
  return {
    anchor: 'start',
    over: true,
    turned: true,
    lines: texts.map((text, i) => ({ text, ...at, strong: i === 0 }))
  };
}

function oneLine(texts: readonly [string, string], x: number, y: number, over: boolean): Label {
  const at = Math.round(y * 10) / 10;
  const lines = texts.map((text, i) => ({ text, x, y: at, strong: i === 0 })).filter(({ text }) => text);
  return { anchor: 'start', over, lines };
}

function lines(
  texts: readonly [string, string],
  x: number,
  y: number,
  anchor: 'start' | 'end',
  over: boolean
): Label {
  return {
    anchor,
    over,
    lines: texts
      .map((text, i) => ({ text, x, y: Math.round((y + i * LINE) * 10) / 10, strong: i === 0 }))
      .filter((line) => line.text)
  };
}

/**
 * Moves centres apart until labels of these heights do not overlap, each staying as near as possible to where it was
 * (least squares by pooling neighbours that would collide), within `from` and `to`. All in px.
 */
export function spread(
  centres: readonly number[],
  heights: readonly number[],
  from: number,
  to: number
): number[] {
  const offset: number[] = [];
  heights.reduce((at, height, i) => ((offset[i] = at + height / 2), at + height), 0);
  const groups: { sum: number; count: number }[] = [];
  centres.forEach((centre, i) => {
    let last = { sum: centre - offset[i]!, count: 1 };
    for (
      let before = groups.at(-1);
      before && before.sum / before.count > last.sum / last.count;
      before = groups.at(-1)
    ) {
      last = { sum: before.sum + last.sum, count: before.count + last.count };
      groups.pop();
    }
    groups.push(last);
  });
  const bases = groups.flatMap((group) => Array.from({ length: group.count }, () => group.sum / group.count));
  const total = heights.reduce((sum, height) => sum + height, 0);
  const high = Math.max(from, to - total);
  return bases.map((base, i) => Math.min(Math.max(base, from), high) + offset[i]!);
}
