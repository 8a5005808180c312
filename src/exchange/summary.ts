import { forceInWords, stateOn } from '../model/asof.ts';
import { formatDay, formatReading, formatWhen } from '../model/format.ts';
import type { Edition } from './edition.ts';
import { judgements, standing, VERDICTS } from './handout.ts';
import type { Paper, PaperPicture } from './paper.ts';

/** A summary that fits one page: judgements, what disagrees, what the record says in numbers, what came since, what is not known; `picture` goes below. */
export function summary(edition: Edition, asOf: string, picture?: PaperPicture): Paper {
  const { briefing, contradictions, record, events, unknowns } = edition;
  const before = record.filter((entry) => !entry.after);
  const counts = VERDICTS.map(
    (verdict) => [verdict, before.filter((e) => e.verdict === verdict).length] as const
  );
  const since = events
    .filter((event) => event.after)
    .toSorted((a, b) => a.when.from.localeCompare(b.when.from));
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
        items: contradictions
          .filter(({ readings }) => readings.filter((reading) => reading.quantity).length > 1)
          .slice(0, 3)
          .map(({ title, readings }) => ({
            title,
            text: readings
              .filter((reading) => reading.quantity)
              .map(({ label, quantity, apart }) => `${formatReading(quantity!, apart)} (${label})`)
              .join(' · ')
          }))
      },
      {
        kind: 'entries',
        title: `What the public record says of ${before.length} points`,
        items: [{ text: counts.flatMap(([verdict, n]) => (n ? [`${n} ${verdict}`] : [])).join(' · ') }]
      },
      {
        kind: 'entries',
        title: `Deals on ${formatDay(asOf)}`,
        items: edition.deals
          .filter(
            (deal) => deal.kind === 'deal' && !deal.within && stateOn(deal.states, asOf).state !== 'not yet'
          )
          .slice(0, 12)
          .map((deal) => ({ text: `${deal.title}: ${forceInWords(deal, asOf)}.` }))
      },
      {
        kind: 'entries',
        title: 'Since the briefing',
        items: since.slice(0, 6).map(({ title, when }) => ({ text: `${formatWhen(when, true)}: ${title}.` }))
      },
      {
        kind: 'entries',
        title: 'What is not known',
        items: unknowns.slice(0, 6).map(({ title }) => ({ text: `${title}.` }))
      }
    ]
  };
}
