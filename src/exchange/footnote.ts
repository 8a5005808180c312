import type { Contradiction } from '../model/claim.ts';
import { formatDay, formatQuantity } from '../model/format.ts';
import type { Ground } from '../model/ground.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Source } from '../model/source.ts';

/**
 * A figure to be quoted: what it is of, its value as shown, its unit in full, the year or period it is about, and what it stands on.
 * `share` is the arithmetic of a share that is told beside the value and derived whatever the value is; `note` is what has to be known of both;
 * `contested` is the disagreement that it is one side of; `record` names what it belongs to, for those who no longer see it.
 */
export type Figure = {
  what: string;
  record?: string | undefined;
  value: string;
  unit: string;
  year?: string | undefined;
  ground: Ground;
  share?: string | undefined;
  note?: string | undefined;
  contested?: Contradiction | undefined;
};

/** Where a figure was read: the briefing, the day whose states are shown (ISO), the marking, and how to look up what a ground names. */
export type Standing = {
  title: string;
  edition: string;
  publisher: string;
  asOf: string;
  marking: string;
  source: (id: string) => Source;
  /** The place of a paragraph in the briefing, such as "Section 1, paragraph 5". */
  paragraph: (id: string) => string;
};

/** A quantity of a record as a figure to be quoted. */
export function figureOf(what: string, quantity: Quantity, ground: Ground): Figure {
  const of = quantity.of ? `${what} (${quantity.of})` : what;
  return { what: of, value: formatQuantity(quantity), unit: quantity.unit, year: quantity.for, ground };
}

/** Kinds that go along with a figure wherever it goes: nobody published it so. */
const RECKONED: readonly Ground['kind'][] = ['derived', 'estimated', 'residual'];

/** The figure in one line for a sentence or a cell: "Myanmar, mined: 29 905 t REO (2024)"; one that nobody published so, or that others contradict, says so. */
export function figureText(figure: Figure): string {
  const { record, what, year, contested, ground } = figure;
  const beside = [
    ...(year ? [year] : []),
    ...(RECKONED.includes(ground.kind) ? [ground.kind] : []),
    ...(contested ? ['contested'] : [])
  ].join(', ');
  return plain(`${record ? `${record}, ` : ''}${what}: ${withUnit(figure)}${beside ? ` (${beside})` : ''}`);
}

/** A disagreement in a sentence or two: what each side says, and what decides between them. */
function contestInWords({ title, readings, decides }: Contradiction): string {
  const sides = readings.map(({ label, text }) => `${label}: ${text.replace(/\.$/, '')}`).join('; ');
  return `Contested, “${title}”: ${sides}. ${ended(decides ?? 'Nothing on record decides it')}`;
}

/**
 * The figure as a footnote that stands alone: value, unit, year, kind with its arithmetic or assumption (and that of a share beside it), each source with
 * title, publisher, date or edition, licence and how it was read, the briefing with its edition, the as-of day and the marking.
 */
export function footnote(figure: Figure, standing: Standing): string {
  const { ground } = figure;
  const sources = ground.sources.map((id) => sourceText(standing.source(id)));
  const paragraph = ground.paragraph
    ? `${standing.publisher}, the briefing, ${lower(standing.paragraph(ground.paragraph))}`
    : '';
  const from = [...sources, ...(paragraph ? [paragraph] : [])];
  return plain(
    [
      ended(figureText(figure)),
      `Unit: ${figure.unit}. ${figure.year ? `Year or period: ${figure.year}.` : 'No year is given.'}`,
      ended(`Kind: ${kindInWords(ground)}`),
      ...(figure.share ? [ended(`The share is derived: ${figure.share}`)] : []),
      ...(figure.note ? [ended(figure.note)] : []),
      ...(figure.contested ? [contestInWords(figure.contested)] : []),
      `${from.length > 1 ? 'Sources' : 'Source'}: ${from.join('; ')}.`,
      `As read in “${standing.title}”, edition ${standing.edition}, as of ${formatDay(standing.asOf)}.`,
      ended(`Marking: ${standing.marking}`)
    ].join(' ')
  );
}

/** A source as a reference: publisher, title, date or edition, licence, how it was read, and the words its licence asks for. */
export function sourceText(source: Source): string {
  const { publisher, title, date, licence, readAs, attribution } = source;
  return `${publisher}, “${title}”, ${date} (licence: ${licence}; ${readAs === 'not read' ? readAs : `read as: ${readAs}`}${attribution ? `; ${attribution}` : ''})`;
}

function kindInWords({ kind, arithmetic, assumption, confidence, note }: Ground): string {
  const parts = [
    ...(arithmetic ? [`arithmetic: ${arithmetic}`] : []),
    ...(assumption && assumption !== arithmetic ? [`assumes: ${assumption}`] : []),
    ...(confidence ? [`confidence of the compilers: ${confidence}`] : []),
    ...(note ? [note] : [])
  ].map((part) => part.replace(/\.$/, ''));
  return parts.length ? `${kind} (${parts.join('; ')})` : kind;
}

/** The short unit that follows a shown number grows to the full one, so that tonnes of oxide never pass for tonnes of metal. */
function withUnit({ value, unit }: Figure): string {
  return unit.startsWith('t ') && /\u00a0t$/.test(value) ? `${value.slice(0, -1)}${unit}` : value;
}

const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Narrow spaces become ordinary no-break ones: old programs show a box for the narrow kind. */
const plain = (text: string) => text.replaceAll('\u202f', '\u00a0');
