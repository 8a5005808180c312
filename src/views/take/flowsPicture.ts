import orders from 'virtual:orders';
import { flowSvg } from '../../exchange/flowSvg.ts';
import type { Caption } from '../../exchange/frame.ts';
import { assumptions } from '../../flow/assumptions.ts';
import { flowPicture } from '../../flow/picture.ts';
import { headline } from '../../flow/sentence.ts';
import { shown } from '../../flow/shown.ts';
import { trace } from '../../flow/trace.ts';
import { answer, lossInWords } from '../../flow/whatIf.ts';
import { formatDay } from '../../model/format.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';

/** How the evidence of ribbons is drawn, in words. */
export const EVIDENCE = 'Solid: observed. Lighter: derived. Hatched: estimated. Dotted: what is left over.';
const OUTLINES = 'Dashed outlines are what would be missing if nobody adapted.';

/** The flows as the reader has them in view, as a picture of the given size (px); bare, or with all that it claims inside. */
export function flowsPicture(at: Explorer, size: { width: number; height: number }, bare = false) {
  const { pack, lens, route, question } = at;
  const split = route.split === 'yes';
  const tones = new Map(pack.places.map((place) => [place.id as string, place.tone]));
  const result = question?.changes.length && !split ? answer(lens, question) : null;
  const marks = flowPicture(lens, size, (place) => String((place && tones.get(place)) || 0), {
    split,
    after: result?.flows,
    order: at.order ?? orders[lens.id]?.order
  });
  const assumed = result && question ? assumptions(lens, question) : '';
  const scenario = pack.scenarios.find((one) => one.id === route.what);
  const supposed = scenario ? scenario.title : 'a scenario put together by hand';
  const sources = [...new Set(lens.flows.flatMap((flow) => flow.ground.sources))].map((id) =>
    pack.source(id)
  );
  const title = result
    ? `What if: ${supposed}? ${lossInWords(result.total)}`
    : headline(lens, (id) => pack.placeName(id));
  const notes = [
    EVIDENCE,
    ...(split ? ['Split in proportion, as if all that is separated were mixed evenly: an estimate.'] : []),
    ...(assumed ? [`What if: ${supposed}. ${OUTLINES} ${assumed}`] : []),
    ...new Set(sources.flatMap((source) => (source.attribution ? [source.attribution] : [])))
  ];
  const about = `${lens.title}: ${lens.material}, ${lens.unit}.`;
  const caption: Caption = {
    title,
    subtitle: `${about} ${pack.briefing.title}, edition ${pack.briefing.edition}; as of ${formatDay(at.asOf)} (flows do not follow that date).`,
    sources: `Sources: ${sources.map((s) => `${s.publisher}, ${s.title}, ${s.date}`).join('; ')}.`,
    notes,
    marking: pack.briefing.marking
  };
  const chosen = at.selected?.lens === lens ? at.selected.id.slice(lens.id.length + 1) : undefined;
  const traced = chosen && !result ? trace(shown(lens, split), chosen) : undefined;
  const lit = traced && new Set(Object.keys(traced.flows));
  return {
    ...flowSvg(marks, bare ? null : caption, lit),
    title,
    about: [about, EVIDENCE, ...(assumed ? [OUTLINES, assumed] : [])].join(' '),
    sources: sources.map((source) => source.id as string),
    after: result?.flows
  };
}
