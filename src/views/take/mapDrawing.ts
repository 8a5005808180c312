import { BOUNDARIES, mapSvg } from '../../exchange/mapSvg.ts';
import { landOf } from '../../geo/land.ts';
import type { Rect } from '../../geo/rect.ts';
import { mapPicture } from '../../geo/picture.ts';
import type { MapName } from '../../geo/projection.ts';
import type { Deal } from '../../model/deal.ts';
import { dealInWords } from '../../model/dealWords.ts';
import { formatDay } from '../../model/format.ts';
import { toldByOthers, toldInWords } from '../../model/within.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { captionOf } from './caption.ts';

/** The map of some deals on the reader's day, `width` px wide, of the part in view; bare, or with all that it claims inside. */
export function mapDrawing(
  at: Explorer,
  of: { deals: readonly Deal[]; name: MapName; view: Rect; title: string; width: number; bare?: boolean }
) {
  const { pack, asOf } = at;
  const { deals, name, view, title, width } = of;
  const unit = (view.x1 - view.x0) / width;
  const marks = mapPicture(name, deals, pack.places, asOf, unit, { ...view, y1: view.y1 - 22 * unit });
  const shown = at.hidesLater ? { ...marks, later: [] } : marks;
  const drawn = new Set([...shown.arcs, ...shown.later, ...shown.pointers].map(({ id }) => id));
  const sources = deals.filter(({ id }) => drawn.has(id)).flatMap((deal) => deal.sources as string[]);
  const parties = [...new Set(pack.deals.flatMap((deal) => deal.parties as string[]))];
  const deal = deals.find(({ id }) => id === at.selected?.id);
  const said = deal ? [`${deal.title}, ${dealInWords(deal, asOf)}`] : [];
  const told = toldByOthers(deals, pack.deals, drawn);
  const caption = {
    ...captionOf(pack, { title, day: asOf, what: 'Deals and measures', sources }),
    notes: told.length ? [toldInWords(told.length)] : []
  };
  return {
    ...mapSvg(
      shown,
      { land: landOf(name), parties, view, width, chosen: deal?.id },
      of.bare ? null : { ...caption, notes: [...said, ...caption.notes] }
    ),
    about: `${said.map((one) => `${one} `).join('')}Deals and measures as of ${formatDay(asOf)}. ${BOUNDARIES}`,
    sources
  };
}
