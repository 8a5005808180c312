import { amountInWords } from './amount.ts';
import { forceInWords, stateOn } from './asof.ts';
import { beginsOnADay, formatBegin } from './begin.ts';
import type { Deal } from './deal.ts';
import { formatWhen } from './format.ts';

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
  'Id'
];

/** The ledger as rows of cells, headings first: the deals in the order given, with their state on a day. */
export function dealTable(
  deals: readonly Deal[],
  day: string,
  words: { place: (id: string) => string; paragraph: (id: string) => string; source: (id: string) => string }
): string[][] {
  return [
    HEADINGS,
    ...deals.map((deal) => {
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
        ...AMOUNT_KINDS.map((kind) =>
          deal.amounts
            .filter((amount) => amount.kind === kind)
            .map(amountInWords)
            .join(' | ')
        ),
        deal.named,
        deal.after ? 'yes' : 'no',
        deal.paragraphs.map(words.paragraph).join('; '),
        deal.sources.map(words.source).join('; '),
        deal.id
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
