import { formatDay } from '../model/format.ts';
import { PALER } from '../model/looks.ts';
import { LEADING, type Mark } from '../time/labels.ts';
import type { Bar, TimelinePicture } from '../time/picture.ts';
import { framed, type Caption } from './frame.ts';
import { legend, letterSvg, stateSigns, stretchSvg, subjectSigns, type Sign } from './legend.ts';
import { escape, FONT, PALETTE } from './palette.ts';

/** Height of the axis above the lanes, in px. */
const AXIS = 44;
const THICK = 9;
/** How strong a stretch is that lies after the chosen day. */
const AHEAD = 0.6;

/**
 * The timeline as a picture that stands alone, from the same marks the page draws: the axis with the chosen day, the day of the
 * briefing and what came after it, bars, points and brackets, and the legend. Only shapes and text.
 */
export function timelineSvg(
  picture: TimelinePicture,
  days: { chosen: string; briefing: string; after: string },
  caption: Caption | null
): { svg: string; width: number; height: number } {
  const { axis, left, width, height } = picture;
  const inView = (x: number) => Math.min(Math.max(x, left), width);
  const after = inView(axis.x(days.briefing));
  const now = axis.x(days.chosen);
  const shown = now >= left && now <= width;
  const flag = Math.min(Math.max(now, left + 44), width - 44);
  const signs = legend(signsOf(picture), width);
  const body = [
    ...axis.ticks.map((tick) =>
      text(tick.label, tick.at, 12, `font-size="12" text-anchor="middle" fill="${PALETTE.quiet}"`)
    ),
    `<g transform="translate(0 ${AXIS})">`,
    after < width
      ? `<rect x="${after}" width="${width - after}" height="${height}" fill="${PALETTE.sea}"/>` +
        `<path d="M${after} 0V${height}" stroke="${PALETTE.rule2}" stroke-width="1.5"/>`
      : '',
    ...axis.ticks.map(
      (tick) =>
        `<path d="M${tick.x} ${16 - AXIS}V${height}" stroke="${tick.strong ? PALETTE.rule2 : PALETTE.rule}" stroke-width="0.7"/>`
    ),
    ...picture.lanes.map(
      (lane) =>
        `<path d="M0 ${lane.y + 2}H${width}" stroke="${PALETTE.rule2}"/>` +
        text(lane.title, 0, lane.y + 21, `font-size="13" font-weight="bold" fill="${PALETTE.ink}"`)
    ),
    shown ? `<path d="M${now} -12V${height}" stroke="${PALETTE.accent}" stroke-width="2"/>` : '',
    after < width
      ? text(days.after, after + 6, 15, `font-size="12" fill="${PALETTE.quiet}" ${halo(PALETTE.sea!)}`)
      : '',
    ...picture.bars.map((bar) => barSvg(bar, left, width)),
    ...picture.marks.map(markSvg),
    '</g>',
    shown
      ? `<rect x="${flag - 44}" y="18" width="88" height="18" rx="2" fill="${PALETTE.accent}"/>` +
        text(
          formatDay(days.chosen, true),
          flag,
          31,
          `font-size="12" font-weight="bold" text-anchor="middle" fill="${PALETTE.paper}"`
        )
      : '',
    `<g transform="translate(0 ${AXIS + height + 12})">${signs.svg}</g>`
  ].join('');
  return framed(body, { width, height: AXIS + height + 12 + signs.height }, caption);
}

const PALER_SIGN: Sign = {
  sign: stretchSvg('in force', { x0: 0.5, x1: 25.5, y: 2, height: THICK }, PALETTE.quiet!, AHEAD),
  width: 26,
  words: PALER
};

/** The signs of the legend that occur in the picture. */
const signsOf = ({ bars }: TimelinePicture): Sign[] => [
  ...stateSigns(bars.flatMap((bar) => bar.segments.map(({ state }) => state))),
  ...(bars.some((bar) => bar.segments.some(({ ahead }) => ahead)) ? [PALER_SIGN] : []),
  ...subjectSigns(bars.flatMap(({ subject }) => subject ?? []))
];

const halo = (below: string) =>
  `stroke="${below}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
const text = (words: string, x: number, y: number, attributes: string) =>
  `<text x="${x}" y="${y}" font-family="${FONT}" ${attributes}>${escape(words)}</text>`;
const ink = (later: boolean) => (later ? PALETTE.faint! : PALETTE.ink!);

function barSvg(bar: Bar, left: number, width: number): string {
  const hue = PALETTE[bar.subject ?? 'quiet']!;
  const y = left ? bar.y + 4 : bar.y - 11;
  const title = !left && bar.since ? `${bar.title}, ${bar.since}` : bar.title;
  return (
    `<g data-bar="${escape(bar.id)}"><title>${escape(bar.sentence)}</title>` +
    (bar.subject ? letterSvg(bar.subject, 5, y, PALETTE.paper!) : '') +
    text(
      title,
      bar.subject ? 16 : 0,
      y,
      `font-size="12" fill="${ink(bar.later)}" ${halo(PALETTE.paper!)}${bar.later ? ' font-style="italic"' : ''}`
    ) +
    bar.segments
      .map((part) => {
        const x0 = Math.max(part.x0, left);
        const x1 = Math.min(part.x1, width);
        const box = { x0, x1, y: bar.y - THICK / 2, height: THICK };
        return stretchSvg(part.state, box, hue, part.ahead ? AHEAD : 1);
      })
      .join('') +
    bar.marks.map(markSvg).join('') +
    '</g>'
  );
}

function markSvg(mark: Mark): string {
  const { bracket, label, x, y } = mark;
  const sign = bracket
    ? `<path d="M${bracket.x0 + 3} ${y - 6}H${bracket.x0}V${y + 6}H${bracket.x0 + 3}M${bracket.x1 - 3} ${y - 6}H${bracket.x1}V${y + 6}H${bracket.x1 - 3}M${bracket.x0} ${y}H${bracket.x1}" fill="none" stroke="${ink(mark.later)}" stroke-width="1.5"/>`
    : `<circle cx="${x}" cy="${y}" r="${label ? 4 : 3.4}" fill="${mark.ahead ? PALETTE.paper : PALETTE.ink}" stroke="${mark.ahead ? ink(mark.later) : PALETTE.paper}" stroke-width="1.5"/>`;
  const words = label
    ? label.lines
        .map((line, i) =>
          text(
            line,
            label.x,
            label.y + i * LEADING,
            `font-size="12" text-anchor="${label.anchor}" fill="${ink(mark.later)}" ${halo(PALETTE.paper!)}${mark.later ? ' font-style="italic"' : ''}`
          )
        )
        .join('')
    : '';
  return `<g data-event="${escape(mark.id)}"><title>${escape(mark.sentence)}</title>${sign}${words}</g>`;
}
