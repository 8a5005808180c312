import { amountOf } from '../model/amount.ts';
import { forceInWords } from '../model/asof.ts';
import { formatBegin } from '../model/begin.ts';
import { AMOUNT_KINDS } from '../model/dealTable.ts';
import { notNamed, type Deal } from '../model/deal.ts';
import { formatDay, formatQuantity, formatWhen } from '../model/format.ts';
import type { Ground } from '../model/ground.ts';
import { citing } from './cite.ts';
import type { Edition } from './edition.ts';
import { sourceText } from './footnote.ts';
import { standing } from './handout.ts';
import type { Paper, PaperPart } from './paper.ts';

const RARE = { yes: 'yes', 'in part': 'in part', no: 'no' } as const;

/** A deal on a sheet of its own: what it is, its force and states, amounts with their ground, terms, claims, the record, and sources. */
export function dealSheet(edition: Edition, deal: Deal, asOf: string): Paper {
  const entries = edition.record.filter((entry) => (deal.record as string[]).includes(entry.id));
  const named = new Set<string>([deal, ...entries].flatMap(({ sources }) => sources));
  const sources = edition.sources.filter(({ id }) => named.has(id));
  const cite = citing(edition.sources, false);
  const claims = edition.claims.filter((claim) => (deal.claims as string[]).includes(claim.id));
  const place = (id: string) => edition.briefing.paragraphs.find((p) => p.id === id)?.place ?? id;
  const facts: [string, string][] = [
    ['Between', deal.parties.map((id) => edition.placeName(id)).join(' and ')],
    ['When', [deal.venue, formatWhen(deal.when)].filter(Boolean).join(', ')],
    ...(deal.officialTitle ? [['Official title', deal.officialTitle] as [string, string]] : []),
    [`Force on ${formatDay(asOf)}`, forceInWords(deal, asOf)],
    ...(deal.bindingNote ? [['Binding', deal.bindingNote] as [string, string]] : []),
    ['Subject', `${deal.subject}; about rare earths: ${RARE[deal.rareEarths]}`],
    ...(deal.rareEarthsNote ? [['Rare earths', deal.rareEarthsNote] as [string, string]] : []),
    ['Named in', deal.named === 'briefing' ? 'the briefing' : `the public record; ${notNamed(deal)}`]
  ];
  const parts: PaperPart[] = [
    { kind: 'entries', title: 'In short', items: [{ text: deal.summary }] },
    { kind: 'table', title: 'What it is', head: [], rows: facts },
    {
      kind: 'table',
      title: 'States',
      head: ['From', 'State', 'Due to end', 'Note', 'Ground'],
      rows: deal.states.map((begun) => [
        formatBegin(begun, deal.when, true).replaceAll(' ', '\u00a0'),
        begun.state,
        begun.until ? formatDay(begun.until, true).replaceAll(' ', '\u00a0') : '–',
        begun.note ?? '–',
        groundText(edition, begun.ground)
      ])
    },
    ...(deal.amounts.length
      ? [
          {
            kind: 'table' as const,
            title: 'Amounts, never added up',
            head: ['Kind', 'Amount', 'Of what', 'Ground'],
            rows: AMOUNT_KINDS.flatMap((kind) =>
              deal.amounts
                .filter((amount) => amount.kind === kind)
                .map(({ quantity, what, contested, ground }) => [
                  contested ? `${kind}, contested` : kind,
                  formatQuantity(quantity),
                  amountOf({ quantity, what }),
                  groundText(edition, ground)
                ])
            )
          }
        ]
      : []),
    ...listed(
      'Terms, in other words',
      deal.terms.map((text) => ({ text }))
    ),
    ...listed(
      'What the briefing says',
      claims.map(({ statement, kind, paragraph }) => ({
        text: statement,
        small: `${kind}; ${place(paragraph).toLowerCase()}`
      }))
    ),
    ...listed(
      'What the public record says',
      entries.map(({ verdict, topic, says, checked, after, sources }) => ({
        title: `${topic}: ${verdict}`,
        text: says + cite(sources),
        small: [
          checked ? `checked ${formatDay(checked)}` : 'not checked',
          ...(after ? ['came after the briefing'] : [])
        ].join('; ')
      }))
    ),
    ...listed(
      'Sources',
      sources.map((source) => ({ text: `${sourceText(source)}.` }))
    )
  ];
  return { title: deal.title, lines: standing(edition, asOf).slice(0, 1), parts };
}

const listed = (title: string, items: { title?: string; text: string; small?: string }[]): PaperPart[] =>
  items.length ? [{ kind: 'entries', title, items }] : [];

function groundText(edition: Edition, { kind, sources, paragraph, arithmetic, assumption }: Ground): string {
  const from = [
    ...new Set(sources.map((id) => edition.source(id).publisher)),
    ...(paragraph
      ? [`briefing, ${edition.briefing.paragraphs.find((p) => p.id === paragraph)!.place.toLowerCase()}`]
      : [])
  ];
  const how = arithmetic ?? assumption;
  return `${kind}: ${from.join('; ')}${how ? ` (${how})` : ''}`;
}
