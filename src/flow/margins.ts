import { formatNumber, formatShare, shortened, shortUnit } from '../model/format.ts';
import type { Lens, Site } from '../model/lens.ts';
import { siteTotals, stageShare } from './figures.ts';
import type { Fit } from './labels.ts';

/** Room for the market's label on what leaves it, in px. */
const MARKET = 96;
/** The least room that a bend keeps, in px. */
const BEND = 34;

/** How far ribbons run level behind each column, so that labels stand on their own ribbon or on none. */
export function zonesOf(lens: Lens, sites: readonly Site[], width: number, bar: number, fit: Fit): number[] {
  const last = Math.max(...lens.stages.map((stage) => stage.column));
  const zones = Array.from({ length: last + 1 }, () => 0);
  for (const stage of lens.stages)
    if (stage.column > 0 && stage.id === 'separation')
      zones[stage.column] = labelZone(lens, sites, stage.id, fit);
  const bends = width - bar * (last + 1) - zones.reduce((sum, zone) => sum + zone, 0);
  const market = lens.stages.find((stage) => stage.id === 'market')?.column;
  // A bend is as wide as what is left, shared evenly; the market's zone adds what its label needs beyond that.
  if (market !== undefined) {
    const needed = Math.max(Math.min(64, bends / 6), (MARKET * last - bends) / (last - 1));
    zones[market] = Math.max(0, Math.min(needed, bends - BEND * last));
  }
  return zones;
}

/** How far ribbons run level behind a column, in px, so that its labels stand clear of all but their own. */
function labelZone(lens: Lens, sites: readonly Site[], stage: Site['stage'], fit: Fit): number {
  const widths = sites
    .filter((site) => site.stage === stage)
    .map((site) => {
      const [name, amount] = labelLines(lens, site, 1);
      const shown = fit === 'wide' ? amount : amount.replace(/ ·.*/, '');
      return name.length * 6.3 + shown.length * 5.7 + (fit === 'wide' ? 22 : 12);
    });
  return Math.max(0, ...widths);
}

/** The most letters of a site's name that a picture has room for; the dossier and the table tell the whole. */
const LETTERS = 30;

/** A site's name as it is written beside its bar. */
export const nameOnPicture = ({ name }: Site): string => shortened(name, LETTERS);

/** Room for the longest label beside the last column, in px, by the mean width of a letter. */
export function rightMargin(lens: Lens, sites: readonly Site[]): number {
  const last = Math.max(...lens.stages.map((stage) => stage.column));
  const longest = sites
    .filter((site) => lens.stages.some((stage) => stage.id === site.stage && stage.column === last))
    .map((site) => nameOnPicture(site).length);
  return Math.max(128, Math.ceil(Math.max(0, ...longest) * 7.3) + 20);
}

/** A site's name, and its amount with its share, or with what a shock takes from it. */
export function labelLines(lens: Lens, site: Site, left: number, asked = false): [string, string] {
  const { through } = siteTotals(lens, site.id);
  const unit = shortUnit(lens.unit);
  // Under a scenario a share of the old whole would stand beside changes and be read as one.
  if (left < 0.9995)
    return [
      nameOnPicture(site),
      `${formatNumber(through * left, 0)} ${unit} · ${formatShare(1 - left)} less`
    ];
  const share = asked ? null : stageShare(lens, site.id);
  const amount = `${formatNumber(through, 0)} ${unit}`;
  return [nameOnPicture(site), share ? `${amount} · ${formatShare(share.share)}` : amount];
}

/** How many sites stand in the fullest column of a lens. */
export function fullest(lens: Lens): number {
  const column = new Map(lens.stages.map((stage) => [stage.id, stage.column]));
  const counts = lens.stages.map(
    (stage) => lens.sites.filter((site) => column.get(site.stage) === stage.column).length
  );
  return Math.max(0, ...counts);
}
