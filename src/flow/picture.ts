import type { Lens, Site } from '../model/lens.ts';
import { grouped } from '../model/grouped.ts';
import { headings, type Heading } from './headings.ts';
import { placeLabels, type Box, type Fit, type Label } from './labels.ts';
import { layoutFlows, type Layout } from './layout.ts';
import { labelLines, nameOnPicture, rightMargin, zonesOf } from './margins.ts';
import type { FlowMark } from './marks.ts';
import { inReadingOrder } from './readingOrder.ts';
import { remaining } from './remaining.ts';
import { leftSentence, siteSentence } from './sentence.ts';
import { graphOf, shown, type ShownFlow } from './shown.ts';
import { widen, type Widened } from './widen.ts';

/** A site as drawn: its bar, its label and the sentence that says it; `left` is the share that remains after a shock. */
export type Bar = {
  id: string;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  hue: string;
  label: Label;
  sentence: string;
  left: number;
  /** It stands below the others of its column, under a heading of its own. */
  apart: boolean;
};
/** A flow as drawn: a filled shape with its evidence and the hue of the place it comes from; `left` is the share that remains after a shock. */
export type Ribbon = FlowMark &
  Pick<ShownFlow, 'kind' | 'sentence' | 'value'> & { hue: string; left: number };

/** The whole picture as plain data, in px of its own frame; charts and exports draw the same one. */
export type FlowPicture = {
  width: number;
  height: number;
  headings: Heading[];
  bars: Bar[];
  ribbons: Ribbon[];
  /** What goes on beyond this picture's columns, or comes from before them, each with a label. */
  passing: Label[];
  /** Where the ribbons' own origin lies; bars, labels and headings are in the frame's units already. */
  origin: { x: number; y: number };
  omitted: { id: string; why: string }[];
  crossings: number;
  scale: number;
  order: Record<number, string[]>;
};

type Size = { width: number; height: number };
type HueOf = (place: string | undefined) => string;
/** A lens laid out: what is shown of it, its layout, its last column, and what a shock leaves of each part. */
export type Plan = {
  lens: Lens;
  sites: readonly Site[];
  flows: readonly ShownFlow[];
  layout: Layout;
  last: number;
  remains: ReturnType<typeof remaining>;
  asked: boolean;
};
/** Where columns are drawn: the frame, its left margin, which columns, and what passes beyond them. */
export type Placing = {
  size: Size;
  left: number;
  fit: Fit;
  first: number;
  last: number;
  passing?: readonly Omit<Box, 'market'>[];
  /** Its first column stood in another picture already, with its amounts. */
  again?: boolean;
};

/** How to show a lens: split in proportion; what is left of each flow after a shock; an order and a scale to keep from another picture. */
export type PictureOptions = {
  split?: boolean;
  after?: Readonly<Record<string, number>> | undefined;
  /** The share that each site still handles after it. */
  handled?: Readonly<Record<string, number>> | undefined;
  order?: Readonly<Record<number, readonly string[]>> | undefined;
  scale?: number | undefined;
};

/** Width, in px, below which labels in the middle columns go without their share. */
const MIDDLE = 780;
const TOP = 44;
const BOTTOM = 20;
const BAR = 10;
/** Kinds of figures whose ribbons have no texture. */
const PLAIN: ReadonlySet<string> = new Set(['stated', 'observed', 'derived']);
/** Lays a lens out in a frame of the given size, with labels and headings. `hue` names the colour slot of a place. */
export function flowPicture(lens: Lens, size: Size, hue: HueOf, options: PictureOptions = {}): FlowPicture {
  const fit: Fit = size.width < MIDDLE ? 'middle' : 'wide';
  const left = { wide: 136, middle: 132 }[fit];
  const right = rightMargin(lens, shown(lens, options.split === true).sites);
  const width = size.width - left - right;
  const plan = planOf(lens, { width, height: size.height }, options);
  const drawn = widen(plan.layout, width, BAR, zonesOf(lens, plan.sites, width, BAR, fit));
  return compose(plan, drawn, { size, left, fit, first: 0, last: plan.last }, hue);
}

/** Lays out what is shown of a lens in a room of the given size. */
export function planOf(lens: Lens, room: Size, options: PictureOptions): Plan {
  const { split = false, after, handled, order, scale } = options;
  const { sites, flows } = shown(lens, split);
  const frame = {
    width: room.width,
    height: room.height - TOP - BOTTOM,
    siteWidth: BAR,
    sitePadding: 38,
    besidePassing: 0.9
  };
  const layout = layoutFlows(graphOf(lens, { sites, flows }), frame, { order, scale });
  const last = Math.max(...lens.stages.map((stage) => stage.column));
  const remains = remaining(flows, after, handled);
  return { lens, sites, flows, layout, last, remains, asked: after !== undefined };
}

/** Draws the columns of a plan from `first` to `last` in a frame of their own. */
export function compose(plan: Plan, drawn: Widened, at: Placing, hue: HueOf): FlowPicture {
  const { lens, layout, flows, remains } = plan;
  const stages = new Map(lens.stages.map((stage) => [stage.id, stage]));
  const flowById = new Map(flows.map((flow) => [flow.id, flow]));
  const byId = new Map<string, Site>(plan.sites.map((site) => [site.id, site]));
  const boxes = drawn.sites.map((mark) => ({
    id: mark.id,
    site: byId.get(mark.id)!,
    column: mark.column,
    x: at.left + mark.x0,
    y: TOP + mark.y0,
    width: mark.x1 - mark.x0,
    height: mark.y1 - mark.y0,
    left: remains.site(mark.id)
  }));
  const linesOf = ({ site, column, left }: (typeof boxes)[number]): [string, string] =>
    at.again && column === at.first ? [nameOnPicture(site), ''] : labelLines(lens, site, left, plan.asked);
  /** The middle of the widest ribbon without a texture that leaves a site, in px of the frame. */
  const plain = grouped(
    drawn.flows.filter((flow) => PLAIN.has(flowById.get(flow.id)!.kind)),
    ({ from }) => from
  );
  const clearest = (id: string) => {
    const [widest] = (plain.get(id) ?? []).toSorted((a, b) => b.width - a.width);
    return widest && TOP + widest.way[2]! + widest.width / 2;
  };
  const passing = passers(drawn.flows);
  const labels = placeLabels(
    [
      ...boxes.map((box) => ({
        ...box,
        market: box.site.stage === 'market',
        apart: stages.get(box.site.stage)?.apart === true,
        lines: linesOf(box),
        passing: passing({ ...box, x: box.x - at.left }),
        clearest: clearest(box.id)
      })),
      ...(at.passing ?? []).map((box) => ({ ...box, x: box.x + at.left, y: box.y + TOP, market: false }))
    ],
    { ...at, width: at.size.width, top: TOP, bottom: at.size.height - BOTTOM }
  );
  const hueOf = (site: Site | undefined) =>
    site?.stage === 'market' ? 'market' : site?.role === 'use' ? 'use' : hue(site?.place);
  return {
    ...at.size,
    origin: { x: at.left, y: TOP },
    crossings: layout.crossings,
    omitted: layout.omitted,
    scale: layout.scale,
    order: layout.order,
    headings: headings(lens, boxes, {
      wide: at.fit === 'wide',
      left: at.left,
      bar: BAR,
      first: at.first,
      last: at.last,
      width: at.size.width
    }),
    passing: (at.passing ?? []).map(({ id }) => labels.get(id)!),
    bars: boxes.map(({ id, site, column, x, y, width, height, left: remain }) => ({
      id,
      column,
      x,
      y,
      width,
      height: Math.max(height, 1),
      hue: hueOf(site),
      label: labels.get(id)!,
      sentence: siteSentence(
        lens,
        site,
        labels
          .get(id)!
          .lines.map((line) => line.text)
          .join(' '),
        plan.asked ? remain : undefined
      ),
      left: remain,
      apart: lens.stages.some((stage) => stage.apart && stage.id === site.stage)
    })),
    ribbons: inReadingOrder(drawn.flows, layout.sites).map((mark) => {
      const { kind, sentence, value } = flowById.get(mark.id)!;
      const left = remains.flow(mark.id);
      return {
        ...mark,
        kind,
        sentence: left < 0.9995 ? sentence + leftSentence(value, left) : sentence,
        value,
        hue: hueOf(byId.get(mark.from)),
        left
      };
    })
  };
}

/** How far above and below a bar its label looks for room, in px. */
const AROUND = 60;

/** What other sites' ribbons take up beside a bar, upright in px of the frame. Bars of a column ask for the same place, so it is looked up once. */
function passers(
  flows: readonly FlowMark[]
): (box: { id: string; x: number; y: number; width: number; height: number }) => [number, number][] {
  const all = flows.flatMap((flow) => levels(flow).map(([from, y]) => ({ flow, from, y })));
  const beside = new Map<number, typeof all>();
  const at = ({ x, width }: { x: number; width: number }) => {
    const known = beside.get(x) ?? all.filter(({ from }) => Math.abs(from - x) < width + 1);
    beside.set(x, known);
    return known;
  };
  return (box) => {
    const [high, low] = [box.y - AROUND, box.y + box.height + AROUND];
    const near: [number, number][] = [];
    for (const { flow, y } of at(box))
      if (y < low && y + flow.width > high && flow.from !== box.id && flow.to !== box.id)
        near.push([y, y + flow.width]);
    return near;
  };
}

/** Where a ribbon runs level and goes on from there, so that labels lie beside it: from which x, at which height; in px of the frame. */
const levels = (flow: FlowMark): [number, number][] =>
  Array.from({ length: Math.floor(flow.way.length / 3) - 1 }, (_, i) => [
    flow.way[3 * i]!,
    flow.way[3 * i + 2]! + TOP
  ]);
