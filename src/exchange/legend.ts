import type { LineForce } from '../model/asof.ts';
import { Subject } from '../model/deal.ts';
import {
  LATER_DASH,
  LINE_DASH,
  LINE_LEGEND,
  STATE_LEGEND,
  STATE_LOOK,
  SUBJECT_LETTER
} from '../model/looks.ts';
import type { StateName } from '../model/deal.ts';
import { escape, FONT, PALETTE } from './palette.ts';

/** One sign of a legend, drawn in a box of `width` by 14 px, and what it means. */
export type Sign = { sign: string; width: number; words: string };

const HEIGHT = 20;
const LETTER = 6.4;

/** The signs in rows of at most `width` px from the left upper corner, and the height they take. */
export function legend(signs: readonly Sign[], width: number): { svg: string; height: number } {
  let [x, y] = [0, 0];
  const parts = signs.map((each) => {
    const room = each.width + 6 + each.words.length * LETTER + 18;
    if (x > 0 && x + room > width) [x, y] = [0, y + HEIGHT];
    const part =
      `<g transform="translate(${x} ${y})">${each.sign}` +
      `<text x="${each.width + 6}" y="11.5" font-family="${FONT}" font-size="12" fill="${PALETTE.ink}">${escape(each.words)}</text></g>`;
    x += room;
    return part;
  });
  return { svg: parts.join(''), height: y + HEIGHT };
}

/** The letter of a subject in its colour, over the colour of what lies below. */
export const letterSvg = (subject: Subject, x: number, y: number, below: string): string =>
  `<text x="${x}" y="${y}" font-family="${FONT}" font-size="12" font-weight="bold" text-anchor="middle" fill="${PALETTE[subject]}" stroke="${below}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${SUBJECT_LETTER[subject]}</text>`;

/** What colour and letter mean, for the subjects that occur. */
export const subjectSigns = (occur: readonly Subject[]): Sign[] =>
  Subject.options
    .filter((subject) => occur.includes(subject))
    .map((subject) => ({
      sign:
        `<path d="M0 7H26" stroke="${PALETTE[subject]}" stroke-width="2.4"/>` +
        letterSvg(subject, 13, 11.5, PALETTE.paper!),
      width: 26,
      words: subject
    }));

/** What the dashes of a line mean, for those that occur. */
export const lineSigns = (occur: readonly LineForce[]): Sign[] =>
  LINE_LEGEND.filter(([, force]) => occur.includes(force)).map(([words, force]) => ({
    sign: `<path d="M0 7H28" stroke="${PALETTE.ink}" stroke-width="2.4" stroke-dasharray="${LINE_DASH[force]}"/>`,
    width: 28,
    words
  }));

/** How a deal is drawn that was made after the chosen day. */
export const LATER_SIGN: Sign = {
  sign: `<path d="M0 7H28" stroke="${PALETTE.faint}" stroke-width="1.6" stroke-dasharray="${LATER_DASH}"/>`,
  width: 28,
  words: 'made later, not yet known'
};

/** A stretch of a state on a bar, from `x0` to `x1` px at the height `y`; fainter where it lies ahead of the day. */
export function stretchSvg(
  state: StateName,
  box: { x0: number; x1: number; y: number; height: number },
  hue: string,
  opacity = 1
): string {
  const { fill, dash } = STATE_LOOK[state];
  const inside = { full: hue, faint: hue, empty: PALETTE.paper!, gone: 'none' }[fill];
  return (
    `<rect x="${box.x0}" y="${box.y}" width="${Math.max(box.x1 - box.x0, 1)}" height="${box.height}" fill="${inside}"` +
    `${fill === 'faint' ? ' fill-opacity="0.28"' : ''} stroke="${fill === 'gone' ? PALETTE.faint : hue}"` +
    `${dash ? ` stroke-dasharray="${dash}"` : ''}${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`
  );
}

/** What the fill of a bar means, for the states that occur. */
export const stateSigns = (occur: readonly StateName[]): Sign[] =>
  STATE_LEGEND.filter(([, shown]) => occur.some((state) => STATE_LOOK[state] === STATE_LOOK[shown])).map(
    ([words, state]) => ({
      sign: stretchSvg(state, { x0: 0.5, x1: 25.5, y: 2, height: 9 }, PALETTE.quiet!),
      width: 26,
      words
    })
  );
