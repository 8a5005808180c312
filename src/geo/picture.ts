import type { Deal, Subject } from '../model/deal.ts';
import { forceInWords, lineForce, type LineForce } from '../model/asof.ts';
import { formatWhen } from '../model/format.ts';
import type { Place } from '../model/place.ts';
import { arcPath, arcPoints, fan, isShown, type XY } from './arc.ts';
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
/** A place that is party to something, as a point with a label. */
export type Spot = {
  id: string;
  name: string;
  x: number;
  y: number;
  label: { x: number; y: number; anchor: 'start' | 'end' | 'middle' };
};

/** The map's marks as plain data, in units of its frame. `beyond` lists deals with a party that this picture does not show. */
export type MapPicture = { width: number; height: number; arcs: Arc[]; spots: Spot[]; beyond: string[] };

/** Room between neighbouring arcs of one pair, in units of the frame. */
const GAP = 15;
/** Company matters of a pair are told in its dossier and draw no arcs of their own. */
const drawn = (deal: Deal) => !deal.within;

/** The deals of a briefing on one of the pictures, on a given day. */
export function mapPicture(
  name: MapName,
  deals: readonly Deal[],
  places: readonly Place[],
  day: string
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
      name
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

/** Labels try the side away from the others first, then right, left, above, below; the first free one is taken. */
function spots(places: readonly Place[], name: MapName): Spot[] {
  const projection = projectionOf(name);
  const points = places.flatMap((place) => {
    const at = place.point ? projection([place.point[0], place.point[1]]) : null;
    return at ? [{ place, x: at[0], y: at[1] }] : [];
  });
  const taken: { x0: number; y0: number; x1: number; y1: number }[] = points.map(({ x, y }) => ({
    x0: x - 5,
    y0: y - 5,
    x1: x + 5,
    y1: y + 5
  }));
  return points
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ place, x, y }) => {
      const width = place.name.length * 7.4;
      const sides = [
        { dx: -9, dy: 4.5, anchor: 'end' as const, x0: x - 9 - width },
        { dx: 9, dy: 4.5, anchor: 'start' as const, x0: x + 9 },
        { dx: 0, dy: 19, anchor: 'middle' as const, x0: x - width / 2 },
        { dx: 0, dy: -11, anchor: 'middle' as const, x0: x - width / 2 },
        { dx: 9, dy: 16, anchor: 'start' as const, x0: x + 9 },
        { dx: -9, dy: 16, anchor: 'end' as const, x0: x - 9 - width }
      ];
      const order = x > MAP_FRAME[name].width / 2 ? [sides[1]!, ...sides] : sides;
      const box = (side: (typeof sides)[number]) => ({
        x0: side.x0,
        y0: y + side.dy - 12,
        x1: side.x0 + width,
        y1: y + side.dy + 4
      });
      const free =
        order.find((side) => taken.every((t) => apart(t, box(side)) || (t.x0 === x - 5 && t.y0 === y - 5))) ??
        order[0]!;
      taken.push(box(free));
      return {
        id: place.id,
        name: place.name,
        x,
        y,
        label: { x: x + free.dx, y: y + free.dy, anchor: free.anchor }
      };
    });
}

function apart(a: { x0: number; y0: number; x1: number; y1: number }, b: typeof a): boolean {
  return a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;
}
