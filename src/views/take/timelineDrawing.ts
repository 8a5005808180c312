import { timelineSvg } from '../../exchange/timelineSvg.ts';
import { formatDay, formatWhen } from '../../model/format.ts';
import type { Happenings } from '../../model/timeSift.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Span } from '../../time/axis.ts';
import { timelinePicture } from '../../time/picture.ts';
import { captionOf } from './caption.ts';

/** Width of a letter of a name, in px: another face than ours may draw it, wherever the picture goes. */
const LETTER = 7;

/** Some happenings over a span on the reader's day, `width` px wide; bare, or with all that it claims inside. */
export function timelineDrawing(
  at: Explorer,
  of: { data: Happenings; span: Span; title: string; width: number; bare?: boolean }
) {
  const { pack, asOf } = at;
  const { briefing } = pack;
  const { data, span, title, width } = of;
  const marks = timelinePicture(data, span, width, asOf, {
    briefing: { asOf: briefing.asOf, to: briefing.when.to },
    hideLater: at.hidesLater,
    letter: LETTER
  });
  const drawn = new Set(
    [...marks.marks, ...marks.bars, ...marks.bars.flatMap((bar) => bar.marks)].map(({ id }) => id)
  );
  const on = <T extends { id: string }>(records: readonly T[]) => records.filter(({ id }) => drawn.has(id));
  const sources = [
    ...on(data.deals).flatMap((deal) => deal.sources as string[]),
    ...on(data.measures).flatMap((measure) => measure.ground.sources as string[]),
    ...on(data.events).flatMap((event) => event.sources as string[])
  ];
  const days = {
    chosen: asOf,
    briefing: briefing.when.to,
    after: `after the briefing of ${formatWhen(briefing.when, true)}`
  };
  const caption = captionOf(pack, { title, day: asOf, what: 'Timeline', sources });
  return {
    ...timelineSvg(marks, days, of.bare ? null : caption),
    marks,
    about: `What was in force and what happened, as of ${formatDay(asOf)}.`,
    sources
  };
}
