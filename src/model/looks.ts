import type { LineForce } from './asof.ts';
import type { StateName, Subject } from './deal.ts';
import type { FigureKind } from './ground.ts';

/** The dashes of a deal's line, in px, wherever it is drawn: on the map, in legends, in the ledger and in pictures taken along. */
export const LINE_DASH: Record<LineForce, string> = {
  'in force': '',
  'not binding': '8 4',
  pledged: '2 4',
  stopped: '10 4 2 4'
};

/** The dashes of what was made after the chosen day, or is no more known, in px. */
export const LATER_DASH = '1 4';

/** How densely a ribbon is filled: its texture is whole, and what a market or a use sends is paler than what a place does. */
export const ribbonOpacity = (kind: FigureKind, hue: string): number =>
  kind === 'estimated' || kind === 'residual'
    ? 1
    : hue === 'market' || hue === 'use'
      ? 0.3
      : kind === 'observed' || kind === 'stated'
        ? 0.62
        : 0.42;

/** What a ribbon is filled with where its evidence is a texture: one of the patterns of the chart. */
export const ribbonFill = (kind: FigureKind, hue: string): string | undefined =>
  kind === 'estimated' ? `url(#hatch-${hue})` : kind === 'residual' ? 'url(#dots)' : undefined;

/** The letter that says a subject where colour does not: on grey paper, and to readers who do not tell the hues apart. */
export const SUBJECT_LETTER: Record<Subject, string> = {
  minerals: 'M',
  nuclear: 'N',
  energy: 'E',
  trade: 'T',
  investment: 'I'
};

/** How a state's stretch is drawn on any bar over time: its fill and the dashes of its outline, in px. */
export type StateLook = { fill: 'full' | 'faint' | 'empty' | 'gone'; dash: string };

const FULL: StateLook = { fill: 'full', dash: '' };
const FAINT: StateLook = { fill: 'faint', dash: '' };
const WORDS: StateLook = { fill: 'empty', dash: '2 2' };
const PAUSED: StateLook = { fill: 'empty', dash: '8 3' };
const GONE: StateLook = { fill: 'gone', dash: LATER_DASH };

/** The look of each state: full in force, faint once agreed, an outline before that and while suspended, hardly there after its end. */
export const STATE_LOOK: Record<StateName, StateLook> = {
  hoped: WORDS,
  pledged: WORDS,
  announced: WORDS,
  agreed: FAINT,
  signed: FAINT,
  'in force': FULL,
  suspended: PAUSED,
  expired: GONE,
  ended: GONE,
  'not known': GONE
};

/** The legend of those looks: words, and a state that has the look. */
export const STATE_LEGEND: readonly (readonly [string, StateName])[] = [
  ['in force', 'in force'],
  ['agreed or signed', 'agreed'],
  ['announced or pledged', 'announced'],
  ['suspended', 'suspended'],
  ['ended or not known', 'not known']
];

/** What a legend says of a stretch that is less strong than its state. */
export const PALER = 'fainter: after the chosen day';

/** The legend of the lines. */
export const LINE_LEGEND: readonly (readonly [string, LineForce])[] = [
  ['binding and in force', 'in force'],
  ['agreed; not known to bind, or not yet in force', 'not binding'],
  ['announced, hoped or pledged', 'pledged'],
  ['stopped or not known', 'stopped']
];
