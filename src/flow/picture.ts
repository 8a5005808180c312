import { formatNumber, formatShare, shortUnit } from '../model/format.ts';
import type { FigureKind } from '../model/ground.ts';
import type { Lens, Site } from '../model/lens.ts';
import { siteTotals, stageShare } from './figures.ts';
import { placeLabels, type Fit, type Label } from './labels.ts';
import { layoutFlows } from './layout.ts';
import { flowSentence, siteSentence } from './sentence.ts';

/** A heading over a column, with the rule below it from x0 to x1. */
export type Heading = { text: string; x: number; y: number; x0: number; x1: number; anchor: 'start' | 'end' };
/** A site as drawn: its bar, its label and the sentence that says it. */
export type Bar = {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  hue: string;
  label: Label;
  sentence: string;
};
/** A flow as drawn: a filled shape with its evidence and the hue of the place it comes from. */
export type Ribbon = {
  id: string;
  from: string;
  to: string;
  path: string;
  width: number;
  kind: FigureKind;
  hue: string;
  sentence: string;
};

/** The whole picture as plain data, in units of its own frame; charts and exports draw the same one. */
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
};

/** Widths, in px, below which labels are stacked, and below which they go onto the ribbons since the margins have no room. */
const MIDDLE = 780;
const NARROW = 540;
const TOP = 44;
const BOTTOM = 14;
const BAR = 10;

/** Lays a lens out in a frame of the given size, with labels and headings. `hue` names the colour slot of a place. */
export function flowPicture(
  lens: Lens,
  size: { width: number; height: number },
  hue: (place: string | undefined) => string
): FlowPicture {
  const fit: Fit = size.width < NARROW ? 'narrow' : size.width < MIDDLE ? 'middle' : 'wide';
  const narrow = fit === 'narrow';
  const left = { wide: 136, middle: 112, narrow: 0 }[fit];
  const right = { wide: 168, middle: 128, narrow: 0 }[fit];
  const column = new Map(lens.stages.map((s) => [s.id, s]));
  const layout = layoutFlows(
    {
      sites: lens.sites.map((site) => {
        const stage = column.get(site.stage)!;
        return { id: site.id, stage: stage.column, ...(stage.apart ? { apart: true } : {}) };
      }),
      flows: lens.flows.map(({ id, from, to, value }) => ({ id, from, to, value }))
    },
    {
      width: size.width - left - right,
      height: size.height - TOP - BOTTOM,
      siteWidth: BAR,
      sitePadding: fit === 'wide' ? 30 : 40
    }
  );
  const sites = new Map<string, Site>(lens.sites.map((site) => [site.id, site]));
  const boxes = layout.sites.map((box) => ({
    id: box.id,
    site: sites.get(box.id)!,
    column: box.column,
    x: left + box.x0,
    y: TOP + box.y0,
    width: box.x1 - box.x0,
    height: box.y1 - box.y0
  }));
  const last = Math.max(...lens.stages.map((s) => s.column));
  const labels = placeLabels(
    boxes.map((box) => ({ ...box, lines: labelLines(lens, box.site) })),
    { last, fit, width: size.width, top: TOP, bottom: size.height - BOTTOM }
  );
  const hueOf = (site: Site | undefined) =>
    site?.stage === 'market' ? 'market' : site?.role === 'use' ? 'use' : hue(site?.place);
  const flows = new Map(lens.flows.map((flow) => [flow.id as string, flow]));
  return {
    ...size,
    origin: { x: left, y: TOP },
    crossings: layout.crossings,
    omitted: layout.omitted,
    headings: headings(lens, boxes, { narrow, wide: fit === 'wide', left, last, width: size.width }),
    bars: boxes.map((box) => ({
      id: box.id,
      x: box.x,
      y: box.y,
      width: box.width,
      height: Math.max(box.height, 1),
      hue: hueOf(box.site),
      label: labels.get(box.id)!,
      sentence: siteSentence(lens, box.site)
    })),
    ribbons: layout.flows.map((ribbon) => {
      const flow = flows.get(ribbon.id)!;
      return {
        id: ribbon.id,
        from: ribbon.from,
        to: ribbon.to,
        path: ribbon.path,
        width: ribbon.width,
        kind: flow.ground.kind,
        hue: hueOf(sites.get(ribbon.from)),
        sentence: flowSentence(lens, flow)
      };
    })
  };
}

function labelLines(lens: Lens, site: Site): [string, string] {
  const share = stageShare(lens, site.id);
  const amount = `${formatNumber(siteTotals(lens, site.id).through, 0)} ${shortUnit(lens.unit)}`;
  return [site.name, share ? `${amount} · ${formatShare(share.share)}` : amount];
}

/** A heading over each column, and one above the first site of each stage that stands apart. */
function headings(
  lens: Lens,
  boxes: readonly { site: Site; column: number; x: number; y: number }[],
  frame: { narrow: boolean; wide: boolean; left: number; last: number; width: number }
): Heading[] {
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
    const x1 = stage.column === 0 && !frame.narrow ? frame.left + BAR : x0 + (frame.narrow ? 74 : 96);
    return [{ text, y, x: x0, x0, x1, anchor: 'start' }];
  });
}
