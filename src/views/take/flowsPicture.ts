import orders from 'virtual:orders';
import { flowSvg } from '../../exchange/flowSvg.ts';
import { assumptions } from '../../flow/assumptions.ts';
import { siteOf } from '../../flow/figures.ts';
import { flowPicture } from '../../flow/picture.ts';
import { headline } from '../../flow/sentence.ts';
import { questionInWords } from '../../flow/question.ts';
import { shown } from '../../flow/shown.ts';
import { trace } from '../../flow/trace.ts';
import { traceLine } from '../../flow/traceLine.ts';
import { answer, leaningInWords, lossInWords } from '../../flow/whatIf.ts';
import { yearPair } from '../../flow/years.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { EVIDENCE, flowsCaption, splitNote } from './flowsCaption.ts';
import { yearsPicture } from './yearsPicture.ts';

const OUTLINES = 'Dashed outlines are what would be missing if nobody adapted.';

/** The flows as the reader has them in view, as a picture of the given size (px); bare, or with all that it claims inside. */
export function flowsPicture(at: Explorer, size: { width: number; height: number }, bare = false) {
  const { pack, lens, route, question } = at;
  const years = yearPair(
    lens,
    pack.lenses.find(({ id }) => id === route.beside)
  );
  if (years) return yearsPicture(at, years, size, bare);
  const { split } = at;
  const tones = new Map(pack.places.map((place) => [place.id as string, place.tone]));
  const result = question?.changes.length && !split ? answer(lens, question) : null;
  const marks = flowPicture(lens, size, (place) => String((place && tones.get(place)) || 0), {
    split,
    after: result?.flows,
    handled: result?.handled,
    order: at.order ?? orders[lens.id]?.order
  });
  const assumed =
    result && question ? `${leaningInWords(lens, result)} ${assumptions(lens, question)}`.trim() : '';
  const scenario = pack.scenarios.find((one) => one.id === route.what);
  const supposed = scenario?.title ?? (question ? questionInWords(lens, question) : '');
  const title = result
    ? `What if: ${supposed}? ${lossInWords(result.total)}`
    : headline(lens, (id) => pack.placeName(id));
  const chosen = at.selected?.lens === lens ? at.selected.id.slice(lens.id.length + 1) : undefined;
  const traced = chosen && !result ? trace(shown(lens, split), chosen) : undefined;
  const pointed =
    traced &&
    `Strong: what is linked with the edged ${siteOf(lens, chosen!) ? 'bar' : 'ribbon'}. ${traceLine(lens, traced)}`.trim();
  const notes = [
    EVIDENCE,
    ...(pointed ? [pointed] : []),
    ...(split ? [splitNote(lens)] : []),
    ...(assumed ? [`What if: ${supposed}. ${OUTLINES} ${assumed}`] : [])
  ];
  const about = `${lens.title}: ${lens.material}, ${lens.unit}.`;
  const { caption, sources } = flowsCaption(at, [lens], { title, about, notes });
  return {
    ...flowSvg(marks, bare ? null : caption, traced),
    title,
    about: [about, EVIDENCE, ...(pointed ? [pointed] : []), ...(assumed ? [OUTLINES, assumed] : [])].join(
      ' '
    ),
    sources,
    after: result?.flows,
    assumed
  };
}
