import { amountInWords } from '../model/amount.ts';
import { forceInWords } from '../model/asof.ts';
import { AMOUNT_KINDS } from '../model/dealTable.ts';
import type { Deal } from '../model/deal.ts';
import { formatDay, formatReading, formatWhen, listed } from '../model/format.ts';
import { inOrder } from '../model/when.ts';
import { citing, type Cite } from './cite.ts';
import type { Edition } from './edition.ts';
import { sourceText } from './footnote.ts';
import type { Paper, PaperEntry, PaperPart, PaperPicture } from './paper.ts';
import { VERDICTS } from './verdicts.ts';

/** The parts of a handout that can be left out. */
export const PARTS = [
  'judgements',
  'scenes',
  'disagree',
  'ledger',
  'timeline',
  'assumptions',
  'sources'
] as const;
export type Part = (typeof PARTS)[number];

/** A note to be printed: on what, by whom (as typed), when, its marking, its text. */
export type PrintedNote = {
  on: string;
  by: string;
  when: string;
  marking: string;
  text: string;
  /** What it is to other notes: that it answers one, or that another text stands beside it. */
  standing?: readonly string[];
};

/** What a handout is made of, beside the edition: pictures are drawn by those who know the views. */
export type HandoutOptions = {
  asOf: string;
  parts: readonly Part[];
  scenes: readonly PaperPicture[];
  timeline: readonly PaperPicture[];
  notes: readonly PrintedNote[];
};

/** The handout: judgements, scenes, what disagrees, the ledger, the timeline with its table, assumptions, sources, and notes only when given. */
export function handout(edition: Edition, options: HandoutOptions): Paper {
  const { briefing } = edition;
  const listed = options.parts.includes('sources');
  const cite = citing(edition.sources, listed);
  const make: Record<Part, () => PaperPart[]> = {
    judgements: () => [judgements(edition)],
    scenes: () =>
      options.scenes.length ? [{ kind: 'pictures', title: 'Scenes', items: options.scenes }] : [],
    disagree: () => [disagreements(edition, cite), recordTable(edition, cite)],
    ledger: () => [ledgerTable(edition, options.asOf, cite)],
    timeline: () => [
      ...(options.timeline.length
        ? [{ kind: 'pictures' as const, title: 'Timeline', items: options.timeline }]
        : []),
      eventTable(edition, cite)
    ],
    assumptions: () => [assumptions(edition, cite)],
    sources: () => [sourceList(edition)]
  };
  const chosen = PARTS.filter((part) => options.parts.includes(part)).flatMap((part) => make[part]());
  return {
    title: briefing.headline,
    lines: [
      ...standing(edition, options.asOf, options.parts.includes('scenes') ? options.scenes : []),
      ...(listed ? ['Numbers in brackets are those of the list of sources.'] : [])
    ],
    parts: options.notes.length ? [...chosen, notesPart(options.notes)] : chosen
  };
}

/** What a cover says of scenes that show another day than its own, or an empty text. */
export function ownDays(scenes: readonly { day?: string }[], asOf: string): string {
  const days = [...new Set(scenes.flatMap(({ day }) => day ?? []))].sort();
  if (days.every((day) => day === asOf)) return '';
  const told = days.map((day) => formatDay(day));
  return `Scenes keep their own: ${told.length > 4 ? `from ${told[0]} to ${told.at(-1)}` : listed(told)}.`;
}

/** What every paper says of itself below its title, and of its scenes where they keep days of their own. */
export function standing(
  { briefing }: Edition,
  asOf: string,
  scenes: readonly { day?: string }[] = []
): string[] {
  const own = ownDays(scenes, asOf);
  return [
    `${briefing.title}. ${briefing.publisher}, ${briefing.author}. Briefing of ${formatWhen(briefing.when)}, edition ${briefing.edition}.`,
    `States as of ${formatDay(asOf)}. ${own && `${own} `}Data compiled ${formatDay(briefing.compiled)}. The briefing’s own sentences are not reproduced: what it says is told in other words.`
  ];
}

/** The key judgements, each with its place in the briefing and how many claims stand behind it. */
export function judgements({ briefing, claims }: Edition): PaperPart {
  return {
    kind: 'entries',
    title: 'Key judgements',
    numbered: true,
    items: briefing.judgements.map(({ id, text }) => ({
      text,
      small: `Judgement of the briefing, ${placeOf(briefing, id)}; claims behind it: ${claims.filter((claim) => (claim.takeaways as string[]).includes(id)).length}.`
    }))
  };
}

const placeOf = ({ paragraphs }: Edition['briefing'], id: string) =>
  paragraphs.find((paragraph) => paragraph.id === id)?.place.toLowerCase() ?? id;

/** Figures that disagree, both readings side by side, and what decides. */
function disagreements({ contradictions }: Edition, cite: Cite): PaperPart {
  return {
    kind: 'entries',
    title: 'Figures that disagree',
    items: contradictions.map(({ title, readings, decides, decidedBy }) => ({
      title,
      text: readings
        .map(
          ({ label, text, quantity, apart }) =>
            `${label}: ${quantity ? `${formatReading(quantity, apart)}. ` : ''}${text}`
        )
        .join(' · '),
      small: (decides ?? 'Nothing on record decides it.') + cite(decidedBy)
    }))
  };
}

/** What the public record says, the worst first. */
function recordTable({ record }: Edition, cite: Cite): PaperPart {
  return {
    kind: 'table',
    title: 'What the public record says',
    head: ['Verdict', 'On', 'The record'],
    rows: record
      .toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))
      .map(({ verdict, topic, says, after, sources }) => [
        after ? `${verdict}; came after` : verdict,
        topic,
        says + cite(sources)
      ])
  };
}

function ledgerTable(edition: Edition, asOf: string, cite: Cite): PaperPart {
  return {
    kind: 'table',
    title: `Deals and measures, as of ${formatDay(asOf)}`,
    lead: 'Amounts pledged, signed and delivered stand apart and are never added up; contested ones and sums computed by the compilers (derived) are marked.',
    head: ['Deal', 'Between', 'Date', 'Force', 'Pledged', 'Signed', 'Delivered'],
    rows: edition.deals.map((deal) => [
      deal.title + cite(deal.sources),
      deal.parties.map((id) => edition.placeName(id)).join(', '),
      unbroken(formatWhen(deal.when, true)),
      forceInWords(deal, asOf),
      ...AMOUNT_KINDS.map((kind) => amounts(deal, kind))
    ])
  };
}

/** A short date on one line; a span of days may break at "to". */
const unbroken = (date: string) => date.replaceAll(' ', '\u00a0').replace('\u00a0to\u00a0', ' to ');

const amounts = (deal: Deal, kind: (typeof AMOUNT_KINDS)[number]) =>
  deal.amounts
    .filter((amount) => amount.kind === kind)
    .map(amountInWords)
    .join('; ') || '–';

function eventTable({ events }: Edition, cite: Cite): PaperPart {
  return {
    kind: 'table',
    title: 'Events',
    head: ['When', 'What', 'In short'],
    rows: events
      .toSorted((a, b) => inOrder(a.when.from, b.when.from))
      .map(({ when, title, summary, after, sources }) => [
        unbroken(formatWhen(when, true)),
        after ? `${title} (after the briefing)` : title,
        summary + (cite(sources) || ' [briefing]')
      ])
  };
}

/** Gaps, assumptions, indicators and dates that run out, each as a card. */
function assumptions({ unknowns }: Edition, cite: Cite): PaperPart {
  return {
    kind: 'entries',
    title: 'Assumptions, gaps and dates to watch',
    compact: true,
    items: unknowns.map(({ kind, title, text, day, sources }): PaperEntry => ({
      title,
      text: text + cite(sources),
      small: day ? `${kind}; ${formatDay(day)}` : kind
    }))
  };
}

function sourceList({ sources }: Edition): PaperPart {
  return {
    kind: 'entries',
    title: 'Sources and attributions',
    numbered: true,
    compact: true,
    items: sources.map((source) => ({ text: `${sourceText(source)}.` }))
  };
}

/** Notes of readers: claimed names, each with its marking. */
export function notesPart(notes: readonly PrintedNote[]): PaperPart {
  return {
    kind: 'entries',
    title: 'Notes of readers',
    lead: 'Names are as typed; nobody checks them.',
    items: notes.map(({ on, by, when, marking, text, standing = [] }) => ({
      title: on,
      text,
      small: [by || 'no name', when, marking || 'no marking', ...standing].join(' · ')
    }))
  };
}
