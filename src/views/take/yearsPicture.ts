import orders from 'virtual:orders';
import { yearsSvg } from '../../exchange/flowSvg.ts';
import { headlineOfYears } from '../../flow/sentence.ts';
import { cautions, changeInWords, compareYears, heldInWords, yearPictures } from '../../flow/years.ts';
import type { Lens } from '../../model/lens.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { EVIDENCE, flowsCaption } from './flowsCaption.ts';

/** Two years of one material as one picture of the given size (px), on one scale and in one order, with the change of each flow in its notes; bare, or with all that it claims inside. */
export function yearsPicture(
  at: Explorer,
  [first, second]: readonly [Lens, Lens],
  size: { width: number; height: number },
  bare = false
) {
  const { pack } = at;
  const tones = new Map(pack.places.map((place) => [place.id as string, place.tone]));
  const years = yearPictures(first, second, {
    // Each is as high as a picture alone on a page, on a slide half of it.
    size: bare ? { width: size.width, height: size.height / 2 - 20 } : size,
    hue: (place) => String((place && tones.get(place)) || 0),
    order: orders[first.id]?.order
  });
  const name = (id: string) => [...first.sites, ...second.sites].find((site) => site.id === id)?.name ?? id;
  const changes = compareYears(first, second).map(
    (row) => `${name(row.from)} → ${name(row.to)} ${changeInWords(row)}`
  );
  const title = headlineOfYears(first, second, (id) => pack.placeName(id));
  const about = `${first.title} and ${second.title}, ${first.unit}, on one scale and in one order.`;
  const told = [
    `Change of each flow from ${first.year} to ${second.year}: ${changes.join('; ')}.`,
    ...cautions(first, second),
    heldInWords(first, second)
  ];
  const { caption, sources } = flowsCaption(at, [first, second], {
    title,
    about,
    notes: [told.join(' ').trim(), EVIDENCE]
  });
  return {
    ...yearsSvg(
      years.map(({ lens: { year }, pictures }) => ({ year, picture: pictures[0]! })),
      bare ? null : caption
    ),
    title,
    about: `${about} ${EVIDENCE}`,
    sources,
    after: undefined,
    assumed: ''
  };
}
