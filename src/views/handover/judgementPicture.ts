import type { Judgement } from '../../model/briefing.ts';
import { seen } from '../../geo/camera.ts';
import { wholeMap } from '../../geo/whole.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { wholeSpan } from '../../time/axis.ts';
import { flowsPicture } from '../take/flowsPicture.ts';
import { mapDrawing } from '../take/mapDrawing.ts';
import { timelineDrawing } from '../take/timelineDrawing.ts';

const SIZE = { width: 1180, height: 620 };

/** The figure behind a key judgement, whole and with all that it claims inside: the map, the controls that it names, or the flows. */
export function judgementPicture(at: Explorer, { text, view, shows = [] }: Judgement) {
  const { pack } = at;
  if (view === 'deals') {
    const name = 'pacific';
    const of = {
      deals: pack.deals,
      name,
      view: seen(wholeMap(name, pack, SIZE), SIZE),
      title: text,
      width: SIZE.width
    } as const;
    return mapDrawing(at, of);
  }
  if (view === 'timeline') {
    const measures = pack.measures.filter((measure) => shows.includes(measure.id));
    const days = measures.flatMap(({ states }) =>
      states.flatMap(({ from, until }) => [from, ...(until ? [until] : [])])
    );
    const data = { deals: [], measures, events: [] };
    return timelineDrawing(at, { data, span: wholeSpan([...days, at.asOf]), title: text, width: SIZE.width });
  }
  return flowsPicture(at, SIZE);
}
