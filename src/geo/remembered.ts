import type { Deal } from '../model/deal.ts';
import type { Place } from '../model/place.ts';
import { mapPicture, type MapPicture } from './picture.ts';

/** How many pictures are kept: the map beside a dossier and without, in both its views. */
const KEPT = 4;
type Kept = { key: string; deals: readonly Deal[]; picture: MapPicture };
const kept = new WeakMap<readonly Place[], Kept[]>();

/** The map as `mapPicture` draws it, kept for when the reader comes back to the same deals on the same day. */
export function rememberedMap(...asked: Required<Parameters<typeof mapPicture>>): MapPicture {
  const [name, deals, places, day, unit, view] = asked;
  const all = kept.get(places) ?? [];
  const key = JSON.stringify([name, day, unit, view]);
  const same = (one: Kept) =>
    one.key === key && one.deals.length === deals.length && one.deals.every((deal, i) => deal === deals[i]);
  const found = all.find(same) ?? { key, deals, picture: mapPicture(...asked) };
  // The one asked for last is forgotten last.
  kept.set(places, [found, ...all.filter((one) => one !== found)].slice(0, KEPT));
  return found.picture;
}
