import { shareRows } from '../../flow/shares.ts';
import { formatDay, formatWhen } from '../../model/format.ts';
import type { RecordEntry } from '../../model/claim.ts';
import { siftDeals } from '../../model/ledger.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { drawState } from '../handover/drawState.ts';

/** What a plain print of the open view says below it, a line each: edition and day, who says what it shows, and the words that their licences ask for. */
export function sheetFoot(at: Explorer): string[] {
  const { briefing } = at.pack;
  const flows = at.route.view === 'flows';
  const sources = [...new Set(sourcesOf(at))].map((id) => at.pack.source(id));
  const said = sources.map(({ publisher, title, date }) =>
    flows ? `${publisher}, ${title}, ${date}` : publisher
  );
  const own = flows ? [] : [`the briefing by ${briefing.publisher}`];
  return [
    `${briefing.title}, edition ${briefing.edition}, briefing of ${formatWhen(briefing.when)}. As of ${formatDay(at.asOf)}${flows ? ' (flows do not follow that date)' : ''}.`,
    ...(said.length ? [`Sources: ${[...new Set([...said, ...own])].join('; ')}.`] : []),
    [...new Set(sources.flatMap(({ attribution }) => attribution ?? []))].join(' ')
  ].filter(Boolean);
}

const named = (records: readonly { sources: readonly string[] }[]) =>
  records.flatMap(({ sources }) => sources);

/** The ids of the sources behind what the open view shows; the dossier beside it names its own. */
function sourcesOf(at: Explorer): readonly string[] {
  const { pack, route, asOf } = at;
  const known = <T extends { id: string }>(one: T) => !at.hidesLater || at.knows(one.id);
  /** What the record says, where its verdicts are shown. */
  const told = (which: (entry: RecordEntry) => boolean) =>
    at.showsRecord ? named(pack.record.filter(which)) : [];
  switch (route.view) {
    case 'deals': {
      const deals = siftDeals(pack.deals, route, asOf, pack.record).filter(known);
      const entries = new Set<string>(deals.flatMap(({ record }) => record));
      return [...named(deals), ...told(({ id, after }) => entries.has(id) || Boolean(route.ask && !after))];
    }
    case 'brief': {
      const shows = pack.briefing.judgements.flatMap(({ shows = [] }) => shows);
      return [
        ...named(pack.deals),
        ...named(pack.events.filter((event) => event.after && known(event))),
        ...told(({ after }) => !after),
        ...pack.contradictions.flatMap(({ decidedBy }) => decidedBy),
        ...pack.measures.filter(({ id }) => shows.includes(id)).flatMap(({ ground }) => ground.sources),
        ...named(shareRows(shows, (id) => pack.entity(id)))
      ];
    }
    case 'notes':
      return [];
    default:
      // High enough for all that is on the page.
      return drawState(pack, at.href({}), { width: 940, height: 5000 }).sources;
  }
}
