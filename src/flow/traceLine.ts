import { formatShare, listed } from '../model/format.ts';
import type { Lens } from '../model/lens.ts';
import { stageShare } from './figures.ts';
import { short, traceSentence } from './sentence.ts';
import type { Trace } from './trace.ts';
import { asShare, trailsOf } from './trail.ts';

/** What a traced part comes to, in a sentence or two: always the share of what reaches a use or a refinery; empty where nothing is linked. */
export function traceLine(lens: Lens, trace: Trace): string {
  const trails = trailsOf(lens, trace.start);
  const [best] = trails;
  if (best) {
    const said = traceSentence(lens, best.from, best.to, best.part, together(trails));
    const own = stageShare(lens, best.from);
    return own && Math.abs(own.share - best.part.share) >= 0.005
      ? `${said} Of ${own.of}, ${formatShare(own.share)} is there.`
      : said;
  }
  const [most] = lens.sites
    .flatMap((site) => {
      const part = trace.sites[site.id];
      return part?.side === 'upstream' && site.stage !== 'market' ? [{ site, part }] : [];
    })
    .sort((a, b) => b.part.amount - a.part.amount);
  return most ? traceSentence(lens, trace.start, most.site, asShare(lens, most.part, [most.site.id])) : '';
}

/** Uses of one share are named together, as long as their names make a list that one reads. */
function together(trails: ReturnType<typeof trailsOf>): string | undefined {
  const [best] = trails;
  const alike =
    best !== undefined &&
    trails.length > 1 &&
    trails.every(({ from, part }) => from === best.from && Math.abs(part.share - best.part.share) < 0.005);
  if (!alike) return undefined;
  return trails.length > 4 ? `each of the ${trails.length} uses` : listed(trails.map(({ to }) => short(to)));
}
