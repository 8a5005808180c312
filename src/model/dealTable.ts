import { amountInWords } from './amount.ts';
import { forceInWords, stateOn } from './asof.ts';
import { beginsOnADay, formatBegin } from './begin.ts';
import type { Amount, Deal } from './deal.ts';
import { capital, formatWhen } from './format.ts';
import { beginSpan, endsOf } from './ends.ts';
import type { Quantity } from './quantity.ts';

/** The three kinds of amounts, each in a column of its own: they are never added up together. */
export const AMOUNT_KINDS = ['pledged', 'signed', 'delivered'] as const;

const HEADINGS = [
  'Deal',
  'Official title',
  'Between',
  'First day',
  'Last day',
  'Precision',
  'Subject',
  'Rare earths',
  'Instrument',
  'Binding',
  'State',
  'State since',
  'Force in words',
  'Pledged',
  'Signed',
  'Delivered',
  'Named in',
  'Came after the briefing',
  'Briefing paragraphs',
  'Sources',
  'Id',
  'State since, first day',
  'State since, last day',
  'Verdict of the record',
  ...AMOUNT_KINDS.flatMap((kind) =>
    ['low', 'high', 'unit', 'currency'].map((part) => `${capital(kind)}, ${part}`)
  ),
  'Edition',
  ...AMOUNT_KINDS.flatMap((kind) =>
    ['of', 'for', 'contested', 'evidence'].map((part) => `${capital(kind)}, ${part}`)
  )
];

const DOLLARS = 'US$ ';

/** The amounts of one kind as numbers, in the order of their words: least, most, unit and currency, each a cell; several stand apart, as their words do. */
function inNumbers(amounts: readonly Amount[]): string[] {
  const each = (say: (quantity: Quantity) => string | number) =>
    amounts.map(({ quantity }) => say(quantity)).join(' | ');
  return [
    each((quantity) => endsOf(quantity)[0]),
    each((quantity) => endsOf(quantity)[1]),
    each(({ unit }) => unit.replace(DOLLARS, '')),
    each(({ unit }) => (unit.startsWith(DOLLARS) ? 'USD' : ''))
  ];
}

/** What keeps equal numbers of one kind apart, in the same order: what each is of, the time it is for, whether it is contested, and its kind of evidence. */
function toldApart(amounts: readonly Amount[]): string[] {
  const each = (say: (amount: Amount) => string) => amounts.map(say).join(' | ');
  return [
    each(({ what }) => what),
    each(({ quantity }) => quantity.for ?? ''),
    each(({ contested }) => (contested ? 'yes' : 'no')),
    each(({ ground }) => ground.kind)
  ];
}

/** The ledger as rows of cells, headings first: the deals in the order given, with their state on a day, and what the record says of each at worst. Other programs read the columns: a new one goes last. */
export function dealTable(
  deals: readonly Deal[],
  day: string,
  words: {
    place: (id: string) => string;
    paragraph: (id: string) => string;
    source: (id: string) => string;
    verdict: (deal: Deal) => string;
    edition: string;
  }
): string[][] {
  return [
    HEADINGS,
    ...deals.map((deal) => {
      const of = (kind: Amount['kind']) => deal.amounts.filter((amount) => amount.kind === kind);
      const { state, since = '', entry, lapsed } = stateOn(deal.states, day);
      return [
        deal.title,
        deal.officialTitle ?? '',
        deal.parties.map(words.place).join('; '),
        deal.when.from,
        deal.when.to,
        deal.when.as ? `${deal.when.precision} (${deal.when.as})` : deal.when.precision,
        deal.subject,
        deal.rareEarths,
        deal.instrument,
        deal.binding,
        state,
        !entry || lapsed || beginsOnADay(entry, deal.when) ? since : formatBegin(entry, deal.when, true),
        forceInWords(deal, day),
        ...AMOUNT_KINDS.map((kind) => of(kind).map(amountInWords).join(' | ')),
        deal.named,
        deal.after ? 'yes' : 'no',
        deal.paragraphs.map(words.paragraph).join('; '),
        deal.sources.map(words.source).join('; '),
        deal.id,
        ...(entry && !lapsed ? beginSpan(entry, deal.when) : [since, since]),
        words.verdict(deal),
        ...AMOUNT_KINDS.flatMap((kind) => inNumbers(of(kind))),
        words.edition,
        ...AMOUNT_KINDS.flatMap((kind) => toldApart(of(kind)))
      ];
    })
  ];
}

/** When and whether a deal is one of the briefing's, in a few words: "briefing", "record, later". */
export const namedIn = (deal: Deal): string => (deal.after ? `${deal.named}, later` : deal.named);

/** A deal in a whole sentence: what, who, when, and its force on a day. */
export function dealSentence(deal: Deal, day: string, place: (id: string) => string): string {
  return `${deal.title}: ${deal.parties.map(place).join(' and ')}, ${formatWhen(deal.when)}; ${forceInWords(deal, day)}.`;
}
