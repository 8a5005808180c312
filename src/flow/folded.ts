import type { Lens } from '../model/lens.ts';
import type { Box } from './labels.ts';
import type { FlowMark, SiteMark } from './marks.ts';
import { compose, flowPicture, planOf, type FlowPicture, type PictureOptions, type Plan } from './picture.ts';
import { ribbon } from './ribbon.ts';
import type { Widened } from './widen.ts';

/** Width, in px, below which the columns of a lens do not stand beside each other with their labels whole. */
export const LEAST = 580;
const BAR = 10;
/** The market's bar, with its label in it. */
const MARKET = 18;
/** Mean widths of a letter, in px: of names, and of amounts. */
const STRONG = 6.3;
const AMOUNT = 5.6;

type Size = { width: number; height: number };
type HueOf = (place: string | undefined) => string;

/** A lens as one picture, or, on a narrow page, as two below each other, folded where it is refined; both on one scale. */
export function flowPictures(
  lens: Lens,
  size: Size,
  hue: HueOf,
  options: PictureOptions = {}
): FlowPicture[] {
  const fold = lens.stages.find((stage) => stage.id === 'separation')?.column ?? 0;
  const last = Math.max(...lens.stages.map((stage) => stage.column));
  if (size.width >= LEAST || fold <= 0 || fold >= last) return [flowPicture(lens, size, hue, options)];
  const plan = planOf(lens, size, options);
  // A ribbon that returns crosses the fold; such a picture keeps its width.
  if (plan.layout.flows.some((flow) => flow.returns))
    return [flowPicture(lens, { ...size, width: LEAST }, hue, options)];
  return [part(plan, size, 0, fold, hue), part(plan, size, fold, last, hue)];
}

/** The columns from `first` to `last`, spread over the width that their labels leave. */
function part(plan: Plan, size: Size, first: number, last: number, hue: HueOf): FlowPicture {
  const draw = (left: number, right: number) => {
    const columns = columnsOf(plan, first, last, size.width - left - right);
    const drawn = cut(plan, columns);
    const passing = passers(plan, drawn, first, last);
    return compose(plan, drawn, { size, left, fit: 'folded', first, last, passing, again: first > 0 }, hue);
  };
  // How wide labels are does not depend on where they stand, so a first drawing tells the margins.
  const trial = draw(0, 0);
  const side = (column: number) => [
    ...trial.bars.filter((bar) => bar.column === column).map((bar) => bar.label),
    ...trial.passing.filter((label) => (label.lines[0]!.x === 0) === (column === first))
  ];
  const widest = (column: number) => Math.max(0, ...side(column).map(widthOf));
  return draw(widest(first) + 8, widest(last) + 10);
}

function widthOf({ lines }: FlowPicture['passing'][number]): number {
  const widths = lines.map(({ text, strong }) => text.length * (strong ? STRONG : AMOUNT));
  return lines[1]?.y === lines[0]?.y
    ? widths.reduce((sum, width) => sum + width + 4, 0)
    : Math.max(...widths);
}

/** The left edge of each column, in px, and how wide its bars are. */
type Columns = ReadonlyMap<number, { x: number; bar: number }>;

function columnsOf({ lens }: Plan, first: number, last: number, width: number): Columns {
  const bar = (c: number) => (lens.stages.some((s) => s.column === c && s.id === 'market') ? MARKET : BAR);
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const bend = (width - all.reduce((sum, c) => sum + bar(c), 0)) / (last - first);
  let x = 0;
  return new Map(
    all.map((c) => {
      const column = { x, bar: bar(c) };
      x += column.bar + bend;
      return [c, column];
    })
  );
}

/** Bars and ribbons of these columns; a ribbon that goes on, or comes from before, ends flush with their outer edge. */
function cut({ layout }: Plan, columns: Columns): Widened {
  const place = (mark: SiteMark) => columns.get(mark.column)!;
  const of = new Map(layout.sites.map((site) => [site.id, site]));
  const sites = layout.sites.filter((site) => columns.has(site.column));
  const flows = layout.flows.flatMap((flow): FlowMark[] => {
    const start = of.get(flow.from)!.column;
    const way: number[] = [];
    for (let i = 0; i < flow.way.length; i += 3) {
      const column = columns.get(start + i / 3);
      if (!column) continue;
      const edge = column.x + column.bar;
      const from = i === 0 ? edge : column.x;
      way.push(from, i > 0 && i === flow.way.length - 3 ? from : edge, flow.way[i + 2]!);
    }
    return way.length < 6 || flow.returns ? [] : [{ ...flow, way, path: ribbon(way, flow.width) }];
  });
  return {
    sites: sites.map((site) => ({ ...site, x0: place(site).x, x1: place(site).x + place(site).bar })),
    flows
  };
}

/** What goes on beyond the last column and what comes from before the first, neighbours of one origin together, as bars without a bar. */
function passers(plan: Plan, drawn: Widened, first: number, last: number): Omit<Box, 'market'>[] {
  const column = new Map(plan.layout.sites.map((site) => [site.id, site.column]));
  const site = (id: string) => plan.sites.find((one) => one.id === id)!;
  const one = (flow: FlowMark, before: boolean) => {
    const at = before ? 0 : flow.way.length - 3;
    return { flow, x: flow.way[at]!, y: flow.way[at + 2]!, before };
  };
  const ends = drawn.flows
    .flatMap((flow) => [
      ...(column.get(flow.from)! < first ? [one(flow, true)] : []),
      ...(column.get(flow.to)! > last ? [one(flow, false)] : [])
    ])
    .sort((a, b) => Number(a.before) - Number(b.before) || a.y - b.y);
  const groups: (typeof ends)[] = [];
  for (const end of ends) {
    const near = groups.at(-1)?.at(-1);
    const between =
      near &&
      drawn.sites.some(
        (bar) => bar.column === (end.before ? first : last) && bar.y0 > near.y && bar.y0 < end.y
      );
    if (near && near.before === end.before && near.flow.from === end.flow.from && !between)
      groups.at(-1)!.push(end);
    else groups.push([end]);
  }
  return groups.map((group) => {
    const [{ flow, x, y, before }] = group as [(typeof ends)[number]];
    const low = group.at(-1)!;
    const giver = site(flow.from);
    const goals = new Set(group.map((end) => end.flow.to));
    const goal = goals.size === 1 ? site(flow.to).name : `${goals.size} uses`;
    return {
      id: `${before ? 'from' : 'to'} ${flow.id}`,
      column: before ? first : last,
      x,
      y,
      width: BAR,
      height: low.y + low.flow.width - y,
      lines: [before ? `${giver.name}${giver.stage === 'mine' ? ' ore' : ''}` : `→ ${goal}`, '']
    };
  });
}
