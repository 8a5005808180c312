import { forceInWords, stateOn } from '../model/asof.ts';
import type { Deal } from '../model/deal.ts';
import { formatDay, formatReading, formatWhen } from '../model/format.ts';
import { inOrder } from '../model/when.ts';
import type { Edition } from './edition.ts';
import { judgements, standing } from './handout.ts';
import type { Paper, PaperEntry, PaperPicture } from './paper.ts';
import { verdictsInWords } from './verdicts.ts';

/** The first of some entries, and how many more the file holds; `of` is how many there are, where they are not all among `items`. */
function cut(items: readonly PaperEntry[], count: number, of = items.length): PaperEntry[] {
  const first = items.slice(0, count);
  const left = of - first.length;
  return left > 0 ? [...first, { text: `And ${left} more in the file.` }] : first;
}

/** What must not be left out comes first: deals that bind, then those of their own, then what belongs to a larger one. */
const byWeight = (a: Deal, b: Deal) => weight(a) - weight(b);
const weight = ({ binding, within }: Deal) => (binding === 'yes' ? 0 : within ? 2 : 1);

/** A summary that fits one page: judgements, what disagrees, what the record says in numbers, what came since, what is not known; `picture` goes below. */
export function summary(edition: Edition, asOf: string, picture?: PaperPicture): Paper {
  const { briefing, contradictions, record, events, unknowns } = edition;
  const { points, counts } = verdictsInWords(record);
  const contradicted = record
    .flatMap(({ verdict, after, topic }) => (verdict === 'contradicted' && !after ? topic : []))
    .join('; ');
  const since = events.filter((event) => event.after).toSorted((a, b) => inOrder(a.when.from, b.when.from));
  return {
    title: briefing.headline,
    lines: standing(edition, asOf).slice(0, 1),
    dense: true,
    ...(picture ? { closing: picture } : {}),
    parts: [
      judgements(edition),
      {
        kind: 'entries',
        title: 'Figures that disagree',
        items: cut(
          contradictions
            .filter(({ readings }) => readings.filter((reading) => reading.quantity).length > 1)
            .map(({ title, readings }) => ({
              title,
              text: readings
                .filter((reading) => reading.quantity)
                .map(({ label, quantity, apart }) => `${formatReading(quantity!, apart)} (${label})`)
                .join(' · ')
            })),
          3,
          contradictions.length
        )
      },
      {
        kind: 'entries',
        title: `What the public record says of ${points} points`,
        items: [
          {
            text: counts,
            small: contradicted && `Contradicted: ${contradicted}.`
          }
        ]
      },
      {
        kind: 'entries',
        title: `Deals on ${formatDay(asOf)}`,
        items: cut(
          edition.deals
            .filter((deal) => deal.kind === 'deal' && stateOn(deal.states, asOf).state !== 'not yet')
            .toSorted(byWeight)
            .map((deal) => ({ text: `${deal.title}: ${forceInWords(deal, asOf)}.` })),
          12
        )
      },
      {
        kind: 'entries',
        title: 'Since the briefing',
        items: cut(
          since.map(({ title, when }) => ({ text: `${formatWhen(when, true)}: ${title}.` })),
          6
        )
      },
      {
        kind: 'entries',
        title: 'What is not known',
        items: cut(
          unknowns.map(({ title }) => ({ text: `${title}.` })),
          4
        )
      }
    ]
  };
}
