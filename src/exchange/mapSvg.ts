import { arcPath, type XY } from '../geo/arc.ts';
import type { Rect } from '../geo/rect.ts';
import { pointerLabel, type Arc, type MapPicture } from '../geo/picture.ts';
import { LATER_DASH, LINE_DASH } from '../model/looks.ts';
import { framed, type Caption } from './frame.ts';
import { LATER_SIGN, legend, letterSvg, lineSigns, subjectSigns } from './legend.ts';
import { escape, FONT, PALETTE } from './palette.ts';

/** The land of a picture, in half units of its frame. */
type Land = { places: Record<string, string>; borders: string; graticule: string; sphere: string };

/** What every map says of its borders. */
export const BOUNDARIES = 'Boundaries are not authoritative and imply no position.';

/**
 * The map of deals as a picture that stands alone: the part of the frame that is seen, `width` px wide, from the same marks the
 * page draws, with its legend and the sentence on boundaries; `chosen` is the id of the deal that is meant. Only shapes and text.
 */
export function mapSvg(
  picture: MapPicture,
  map: { land: Land; parties: readonly string[]; view: Rect; width: number; chosen?: string | undefined },
  caption: Caption | null
): { svg: string; width: number; height: number } {
  const { land, parties, view, width } = map;
  const k = width / (view.x1 - view.x0);
  const height = Math.round((view.y1 - view.y0) * k);
  const at = ([x, y]: XY): XY => [(x - view.x0) * k, (y - view.y0) * k];
  const quiet = Object.entries(land.places)
    .filter(([id]) => !parties.includes(id))
    .map(([, path]) => path)
    .join('');
  const thin = (px: number) => px / (k / 2);
  const drawn = [...picture.arcs, ...picture.pointers];
  /** Beside an arc that is meant the others are thin; it lies above them. */
  const chosen = drawn.filter(({ id }) => id === map.chosen);
  const others = chosen.length ? drawn.filter(({ id }) => id !== map.chosen) : [];
  const signs = legend(
    [
      ...subjectSigns(drawn.map((arc) => arc.subject)),
      ...lineSigns(drawn.map((arc) => arc.force)),
      ...(picture.later.length ? [LATER_SIGN] : [])
    ],
    width
  );
  const body = [
    `<clipPath id="seen"><rect width="${width}" height="${height}"/></clipPath>`,
    `<rect width="${width}" height="${height}" fill="${PALETTE.sea}"/>`,
    `<g clip-path="url(#seen)">`,
    `<g transform="translate(${-view.x0 * k} ${-view.y0 * k}) scale(${k / 2})">`,
    `<path d="${land.graticule}" fill="none" stroke="${PALETTE.rule}" stroke-width="${thin(0.6)}"/>`,
    `<path d="${quiet}" fill="${PALETTE.land}"/>`,
    ...parties.flatMap((id) =>
      land.places[id] ? [`<path d="${land.places[id]}" fill="${PALETTE.party}"/>`] : []
    ),
    `<path d="${land.borders}" fill="none" stroke="${PALETTE.sea}" stroke-width="${thin(0.7)}"/></g>`,
    ...picture.later.map((arc) => lineSvg(arc, at, PALETTE.rule2!, LATER_DASH, 1.2)),
    ...others.map((arc) => arcSvg(arc, at, 1)),
    ...(chosen.length ? chosen : drawn).map((arc) => arcSvg(arc, at, chosen.length ? 5 : 2.4)),
    ...picture.pointers.map((arc) => {
      const label = pointerLabel(arc, view, 1 / k);
      const [x, y] = at([label.x, label.y]);
      return text(`${arc.to} ▸`, x, y, `font-size="13" text-anchor="${label['text-anchor']}"`);
    }),
    ...picture.spots.map((spot) => spotSvg(spot, at)),
    text(BOUNDARIES, width - 8, height - 8, 'font-size="12" text-anchor="end"'),
    '</g>',
    `<g transform="translate(0 ${height + 14})">${signs.svg}</g>`
  ].join('');
  return framed(body, { width, height: height + 14 + signs.height }, caption);
}

const halo = `stroke="${PALETTE.sea}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"`;
const text = (words: string, x: number, y: number, attributes: string) =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="${FONT}" fill="${PALETTE.ink}" ${halo} ${attributes}>${escape(words)}</text>`;

function lineSvg(arc: Arc, at: (point: XY) => XY, stroke: string, dash: string, width: number): string {
  return `<path d="${arcPath(arc.line.map(at))}" fill="none" stroke="${stroke}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
}

function arcSvg(arc: Arc, at: (point: XY) => XY, weight: number): string {
  const hue = PALETTE[arc.subject]!;
  const parts = [
    lineSvg(arc, at, PALETTE.sea!, '', weight + 2.6),
    lineSvg(arc, at, hue, LINE_DASH[arc.force], weight)
  ];
  if (arc.arrow) {
    const [x, y] = at(arc.arrow.at);
    parts.push(
      `<path d="M-5 -4.5L5 0L-5 4.5z" fill="${hue}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${arc.arrow.angle.toFixed(1)})"/>`
    );
  }
  if (arc.letter) {
    const [x, y] = at(arc.letter);
    parts.push(letterSvg(arc.subject, Number(x.toFixed(1)), Number((y + 4.2).toFixed(1)), PALETTE.sea!));
  }
  return `<g data-arc="${escape(arc.id)}"><title>${escape(arc.sentence)}</title>${parts.join('')}</g>`;
}

function spotSvg(spot: MapPicture['spots'][number], at: (point: XY) => XY): string {
  const [x, y] = at([spot.x, spot.y]);
  const [lx, ly] = at([spot.label.x, spot.label.y]);
  const lead = spot.lead
    ? `<path d="M${x.toFixed(1)} ${y.toFixed(1)}L${lx.toFixed(1)} ${(ly - 4).toFixed(1)}" stroke="${PALETTE.quiet}"/>`
    : '';
  const dot = `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.6" fill="${PALETTE.paper}" stroke="${PALETTE.ink}" stroke-width="1.5"/>`;
  const label = spot.unlabelled
    ? ''
    : text(spot.name, lx, ly, `font-size="13" font-weight="bold" text-anchor="${spot.label.anchor}"`);
  return lead + dot + label;
}
