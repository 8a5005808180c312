import type { Deal, Subject } from '../model/deal.ts';
import { forceInWords, lineForce, type LineForce } from '../model/asof.ts';
import { formatWhen } from '../model/format.ts';
import type { Place } from '../model/place.ts';
import { arcPath, arcPoints, fan, isShown, type XY } from './arc.ts';
import { spots, type Spot } from './spots.ts';
import { projectionOf, MAP_FRAME, type MapName } from './projection.ts';

/** A deal as drawn: a line from party to party, how it looks and the sentence that says it. */
export type Arc = {
  id: string;
  path: string;
  subject: Subject;
  force: LineForce;
  sentence: string;
  middle: XY;
  arrow: boolean;
};
/** The map's marks as plain data, in units of its frame. `beyond` lists deals with a party that this picture does not show. */
export type MapPicture = { width: number; height: number; arcs: Arc[]; spots: Spot[]; beyond: string[] };

/** Room between neighbouring arcs of one pair, in units of the frame. */
const GAP = 15;
/** Company matters of a pair are told in its dossier and draw no arcs of their own. */
const drawn = (deal: Deal) => !deal.within;

/**
 * The deals of a briefing on one of the pictures, on a given day. `unit` tells how many units of the frame make one px on
 * screen, so that labels keep their size and their distance when the map is drawn small.
 */
export function mapPicture(
  name: MapName,
  deals: readonly Deal[],
  places: readonly Place[],
  day: string,
  unit = 1
): MapPicture {
  const projection = projectionOf(name);
  const byId = new Map(places.map((place) => [place.id as string, place]));
  const shown = deals.filter((deal) => drawn(deal) && lineForce(deal, day) !== null);
  const pairs = groups(shown);
  const arcs: Arc[] = [];
  const beyond: string[] = [];
  for (const [, pair] of pairs) {
    const bends = fan(pair.length, GAP);
    pair.forEach((deal, i) => {
      const [a, b] = [...deal.parties].sort().map((id) => byId.get(id)?.point);
      const points =
        a && b && isShown(projection, a) && isShown(projection, b)
          ? arcPoints(projection, a, b, bends[i])
          : null;
      if (!points) return void beyond.push(deal.id);
      arcs.push({
        id: deal.id,
        path: arcPath(points),
        subject: deal.subject,
        force: lineForce(deal, day)!,
        sentence: `${deal.title}: ${deal.parties.map((p) => byId.get(p)?.name ?? p).join(' and ')}, ${formatWhen(deal.when)}; ${forceInWords(deal, day)}.`,
        middle: points[Math.floor(points.length / 2)]!,
        arrow: deal.flow !== undefined
      });
    });
  }
  const parties = new Set<string>(
    shown.filter((deal) => !beyond.includes(deal.id)).flatMap((deal) => deal.parties)
  );
  return {
    ...MAP_FRAME[name],
    arcs,
    beyond,
    spots: spots(
      places.filter((place) => parties.has(place.id)),
      name,
      unit
    )
  };
}

function groups(deals: readonly Deal[]): Map<string, Deal[]> {
  const pairs = new Map<string, Deal[]>();
  for (const deal of deals) {
    const key = [...deal.parties].sort().join(' ');
    pairs.set(key, [...(pairs.get(key) ?? []), deal]);
  }
  return pairs;
}
