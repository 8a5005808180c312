import { formatNumber, formatShare, shortUnit } from '../model/format.ts';
import type { Lens, Site } from '../model/lens.ts';
import { siteTotals, stageShare } from './figures.ts';
import { headings, type Heading } from './headings.ts';
import { placeLabels, type Fit, type Label } from './labels.ts';
import { layoutFlows } from './layout.ts';
import type { FlowMark } from './marks.ts';
import { siteSentence } from './sentence.ts';
import { graphOf, shown, type ShownFlow } from './shown.ts';
import { widen } from './widen.ts';

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
  /** Where the ribbons' own origin lies; bars, labels and headings are in the frame's units already. */
  origin: { x: number; y: number };
  omitted: { id: string; why: string }[];
  crossings: number;
  scale: number;
  order: Record<number, string[]>;
};

/** How to show a lens: split in proportion; what is left of each flow after a shock; an order and a scale to keep from another picture. */
export type PictureOptions = {
  split?: boolean;
  after?: Readonly<Record<string, number>> | undefined;
  order?: Readonly<Record<number, readonly string[]>> | undefined;
  scale?: number | undefined;
};

/** Width, in px, below which labels in the middle columns are stacked in two lines. */
const MIDDLE = 780;
const TOP = 44;
const BOTTOM = 20;
const BAR = 10;

/** Lays a lens out in a frame of the given size, with labels and headings. `hue` names the colour slot of a place. */
export function flowPicture(
  lens: Lens,
  size: { width: number; height: number },
  hue: (place: string | undefined) => string,
  { split = false, after, order, scale }: PictureOptions = {}
): FlowPicture {
  const fit: Fit = size.width < MIDDLE ? 'middle' : 'wide';
  const left = { wide: 136, middle: 112 }[fit];
  const { sites, flows } = shown(lens, split);
  const right = rightMargin(lens, sites);
  const stages = new Map(lens.stages.map((stage) => [stage.id, stage]));
  const layout = layoutFlows(
    graphOf(lens, { sites, flows }),
    {
      width: size.width - left - right,
      height: size.height - TOP - BOTTOM,
      siteWidth: BAR,
      sitePadding: 38
    },
    { order, scale }
  );
  const zones = lens.stages.reduce<number[]>((all, stage) => {
    if (stage.column > 0 && stage.id === 'separation')
      all[stage.column] = labelZone(lens, sites, stage.id, fit);
    return all;
  }, []);
  const drawn = widen(
    layout,
    size.width - left - right,
    BAR,
    Array.from(zones, (zone) => zone ?? 0)
  );
  const byId = new Map<string, Site>(sites.map((site) => [site.id, site]));
  const remains = remaining(flows, after);
  const boxes = drawn.sites.map((mark) => ({
    id: mark.id,
    site: byId.get(mark.id)!,
    column: mark.column,
    x: left + mark.x0,
    y: TOP + mark.y0,
    width: mark.x1 - mark.x0,
    height: mark.y1 - mark.y0,
    left: remains.site(mark.id)
  }));
  const last = Math.max(...lens.stages.map((s) => s.column));
  const labels = placeLabels(
    boxes.map((box) => ({
      ...box,
      apart: stages.get(box.site.stage)?.apart === true,
      lines: labelLines(lens, box.site, box.left, after !== undefined),
      passing: passing(drawn.flows, { ...box, x: box.x - left })
    })),
    { last, fit, width: size.width, top: TOP, bottom: size.height - BOTTOM }
  );
  const hueOf = (site: Site | undefined) =>
    site?.stage === 'market' ? 'market' : site?.role === 'use' ? 'use' : hue(site?.place);
  const flowById = new Map(flows.map((flow) => [flow.id, flow]));
  return {
    ...size,
    origin: { x: left, y: TOP },
    crossings: layout.crossings,
    omitted: layout.omitted,
    scale: layout.scale,
    order: layout.order,
    headings: headings(lens, boxes, {
      wide: fit === 'wide',
      left,
      bar: BAR,
      last,
      width: size.width
    }),
    bars: boxes.map(({ id, site, column, x, y, width, height, left: remain }) => ({
      id,
      column,
      x,
      y,
      width,
      height: Math.max(height, 1),
      hue: hueOf(site),
      label: labels.get(id)!,
      sentence: siteSentence(lens, site),
      left: remain
    })),
    ribbons: inReadingOrder(drawn.flows, drawn.sites).map((mark) => {
      const { kind, sentence, value } = flowById.get(mark.id)!;
      return {
        ...mark,
        kind,
        sentence,
        value,
        hue: hueOf(byId.get(mark.from)),
        left: remains.flow(mark.id)
      };
    })
  };
}

/** Ribbons as one reads: column by column, from the top, by where they leave. */
function inReadingOrder(
  flows: readonly FlowMark[],
  sites: readonly { id: string; column: number; order: number }[]
): FlowMark[] {
  const rank = new Map(sites.map((site) => [site.id, site.column * 10_000 + site.order]));
  // The first three numbers of a way are where it begins: from x, to x, at y.
  const leaves = (flow: FlowMark) => flow.way[2] ?? 0;
  return flows.toSorted((a, b) => rank.get(a.from)! - rank.get(b.from)! || leaves(a) - leaves(b));
}

/** How far ribbons run level behind a column, in px, so that its labels stand clear of all but their own. */
function labelZone(lens: Lens, sites: readonly Site[], stage: Site['stage'], fit: Fit): number {
  const widths = sites
    .filter((site) => site.stage === stage)
    .map((site) => {
      const [name, amount] = labelLines(lens, site, 1);
      return (name.length + (fit === 'wide' ? amount : amount.replace(/ ·.*/, '')).length) * 6.6 + 14;
    });
  return Math.max(0, ...widths);
}

/** What other sites' ribbons take up beside a bar, upright in px of the frame. */
function passing(
  flows: readonly FlowMark[],
  box: { id: string; x: number; width: number }
): [number, number][] {
  return flows
    .filter((flow) => flow.from !== box.id && flow.to !== box.id)
    .flatMap((flow) =>
      levels(flow)
        .filter(([from]) => Math.abs(from - box.x) < box.width + 1)
        .map(([, y]) => [y, y + flow.width] as [number, number])
    );
}

/** Where a ribbon runs level: from which x, at which height; in px of the frame. */
const levels = (flow: FlowMark): [number, number][] =>
  Array.from({ length: Math.floor(flow.way.length / 3) }, (_, i) => [
    flow.way[3 * i]!,
    flow.way[3 * i + 2]! + TOP
  ]);

/** Room for the longest label beside the last column, in px, by the mean width of a letter. */
function rightMargin(lens: Lens, sites: readonly Site[]): number {
  const last = Math.max(...lens.stages.map((stage) => stage.column));
  const longest = sites
    .filter((site) => lens.stages.some((stage) => stage.id === site.stage && stage.column === last))
    .map((site) => site.name.length);
  return Math.max(128, Math.ceil(Math.max(0, ...longest) * 7.3) + 20);
}

/** What remains of flows and sites after a shock, as shares 0 to 1; all of it where there is none. */
function remaining(flows: readonly ShownFlow[], after: Readonly<Record<string, number>> | undefined) {
  const share = (some: readonly ShownFlow[]) => {
    const before = some.reduce((sum, flow) => sum + flow.value, 0);
    return after && before > 0
      ? some.reduce((sum, flow) => sum + (after[flow.id] ?? flow.value), 0) / before
      : 1;
  };
  return {
    flow: (id: string) => share(flows.filter((flow) => flow.id === id)),
    site: (id: string) => {
      const into = flows.filter((flow) => flow.to === id);
      const out = flows.filter((flow) => flow.from === id);
      return out.length ? share(out) : share(into);
    }
  };
}

function labelLines(lens: Lens, site: Site, left: number, asked = false): [string, string] {
  const { through } = siteTotals(lens, site.id);
  const unit = shortUnit(lens.unit);
  // Under a scenario a share of the old whole would stand beside changes and be read as one.
  if (left < 0.9995)
    return [site.name, `${formatNumber(through * left, 0)} ${unit} · ${formatShare(1 - left)} less`];
  const share = asked ? null : stageShare(lens, site.id);
  const amount = `${formatNumber(through, 0)} ${unit}`;
  return [site.name, share ? `${amount} · ${formatShare(share.share)}` : amount];
}
