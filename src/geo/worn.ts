import { lineForce } from '../model/asof.ts';
import type { Deal } from '../model/deal.ts';
import { dealSentence } from '../model/dealTable.ts';
import type { MapPicture } from './picture.ts';

/**
 * The picture with one arc in another deal's look: a company matter that is chosen has no arc of its own beside its larger
 * deal's, so that one wears its subject, its line and its sentence on the day, and nobody takes the larger deal's force for its own.
 */
export function worn(
  picture: MapPicture,
  larger: string,
  matter: Deal,
  day: string,
  label: (id: string) => string
): MapPicture {
  const wear = <A extends MapPicture['arcs'][number]>(arc: A): A =>
    arc.id === larger
      ? {
          ...arc,
          subject: matter.subject,
          force: lineForce(matter, day) ?? 'pledged',
          sentence: `${dealSentence(matter, day, label)} Drawn in the place of: ${arc.sentence}`
        }
      : arc;
  return {
    ...picture,
    arcs: picture.arcs.map(wear),
    later: picture.later.map(wear),
    pointers: picture.pointers.map(wear)
  };
}
