import type { PaperPicture } from '../../exchange/paper.ts';
import type { SlideScene } from '../../exchange/slides.ts';
import { verdictsInWords } from '../../exchange/verdicts.ts';
import { shareInLine, shareRows } from '../../flow/shares.ts';
import { cameraOf, seen } from '../../geo/camera.ts';
import { parseRect } from '../../geo/rect.ts';
import { wholeMap } from '../../geo/whole.ts';
import type { DeckScene } from '../../model/deck.ts';
import { formatDay } from '../../model/format.ts';
import { siftDeals } from '../../model/ledger.ts';
import { paperParts, siftHappenings } from '../../model/timeSift.ts';
import { Explorer } from '../../state/explorer.svelte.ts';
import { parseSpan } from '../../state/sift.ts';
import { wholeTimeline } from '../../time/axis.ts';
import { mapDrawing } from '../take/mapDrawing.ts';
import { timelineDrawing } from '../take/timelineDrawing.ts';
import { flowsPicture } from '../take/flowsPicture.ts';

type Pack = Explorer['pack'];
/** A live state as a still: a bare picture or points to read, what it shows in a line, and the ids of its sources. */
export type Still = {
  title: string;
  about: string;
  /** The day whose states it shows, where it shows any. */
  day?: string;
  picture?: { svg: string; width: number; height: number };
  points?: readonly string[];
  sources: readonly string[];
};
/** Draws the state that an address names, at a size in px. */
export function drawState(pack: Pack, state: string, size: { width: number; height: number }): Still {
  const at = new Explorer(pack, state);
  if (at.route.view === 'flows') {
    const { svg, width, height, title, about, sources } = flowsPicture(at, size, true);
    return { picture: { svg, width, height }, title, about, sources };
  }
  if (at.route.view === 'deals') return deals(pack, at, size);
  if (at.route.view === 'timeline') return timeline(pack, at, size);
  return brief(pack, at.route.part, at.showsRecord);
}

/** The map of a state's deals, from edge to edge. */
function deals(pack: Pack, at: Explorer, size: { width: number; height: number }): Still {
  const day = at.asOf;
  const sifted = siftDeals(pack.deals, at.route, day, pack.record).filter(
    (deal) => !at.hidesLater || at.knows(deal.id)
  );
  const name = at.route.map === 'world' ? 'world' : 'pacific';
  // The legend and its room stand below the map.
  const room = { width: size.width, height: size.height - 60 };
  const whole = wholeMap(name, pack, room);
  const zoomed = at.route.zoom === undefined ? null : parseRect(at.route.zoom);
  const view = seen(zoomed ? cameraOf(zoomed, whole, name, room) : whole, room);
  const title = `Deals as of ${formatDay(day)}`;
  const { svg, width, height, about, sources } = mapDrawing(at, {
    deals: sifted,
    name,
    view,
    title,
    width: size.width,
    bare: true
  });
  return { title, day, picture: { svg, width, height }, about, sources };
}

/** How much higher than its room a timeline may be before something has to stay out, since it is then drawn smaller. */
const SQUEEZED = 1.3;

/** The timeline of a state's span, or of all days; where it would be too small to read, deals stay out, then single events. */
function timeline(pack: Pack, at: Explorer, size: { width: number; height: number }): Still {
  const whole = wholeTimeline(pack);
  const span = (at.route.span && parseSpan(at.route.span)) || whole;
  const title = `What was in force, as of ${formatDay(at.asOf)}`;
  const all = siftHappenings(pack, at.route, at.asOf);
  const tries = [
    { data: all, left: '' },
    { data: { ...all, deals: [] }, left: ' Bars of deals are left out.' },
    {
      data: { ...all, deals: [], events: all.events.filter((event) => event.lane === 'controls') },
      left: ' Only controls and what happened about them; the rest is left out.'
    }
  ].map(({ data, left }) => ({
    left,
    drawn: timelineDrawing(at, { data, span, title, width: size.width, bare: true })
  }));
  const { drawn, left } = tries.find(({ drawn }) => drawn.height <= size.height * SQUEEZED) ?? tries.at(-1)!;
  const { svg, width, height, about, sources } = drawn;
  return { title, day: at.asOf, picture: { svg, width, height }, about: about + left, sources };
}

/** The home view in words: its judgements with their shares, or the part of it that a scene shows; `told` is whether it shows the record's verdicts. */
function brief(pack: Pack, part: string | undefined, told: boolean): Still {
  if (part === 'unknown')
    return {
      title: 'What is not known',
      about: '',
      points: pack.unknowns.slice(0, 7).map(({ title, text }) => `${title}: ${text}`),
      sources: pack.unknowns.slice(0, 7).flatMap((unknown) => unknown.sources as string[])
    };
  if (part === 'record') {
    const items = pack.contradictions;
    const { points, counts } = verdictsInWords(pack.record);
    const contradicted = pack.record.flatMap(({ verdict, after, topic }) =>
      verdict === 'contradicted' && !after ? [topic] : []
    );
    return {
      title: 'Figures that disagree',
      about: '',
      points: [
        ...items
          .filter(({ readings }) => readings.some((reading) => reading.quantity))
          .slice(0, 4)
          .map(
            ({ title, readings }) =>
              `${title}. ${readings.map(({ label, text }) => `${label}: ${text}`).join(' ')}`
          ),
        ...(told ? [`What the record says of ${points} points: ${counts}.`] : []),
        ...(told && contradicted.length ? [`Contradicted: ${contradicted.join('; ')}.`] : [])
      ],
      sources: items.flatMap(({ decidedBy }) => decidedBy as string[])
    };
  }
  const shares = pack.briefing.judgements.map(({ view, shows = [] }) =>
    view === 'flows' ? shareRows(shows, (id) => pack.entity(id)) : []
  );
  return {
    title: pack.briefing.headline,
    about: `Key judgements of the briefing by ${pack.briefing.publisher}, in other words.`,
    points: pack.briefing.judgements.flatMap(({ text }, i) => [
      `${i + 1}. ${text}`,
      ...shares[i]!.map(shareInLine)
    ]),
    sources: [...new Set(shares.flat().flatMap((row) => row.sources))]
  };
}

/** Who says what a picture on paper shows, as a line; none where nobody is named. */
const sourceLine = (pack: Pack, ids: readonly string[]): string[] =>
  ids.length ? [`Sources: ${[...new Set(ids.map((id) => pack.source(id).publisher))].join('; ')}.`] : [];

/** The timeline of all days for a page, in two pictures of a width in px, so that both can be read: controls and tariffs, then deals and the rest. */
export function timelinesOnPaper(pack: Pack, as: string, width: number): PaperPicture[] {
  const at = new Explorer(pack, `#/timeline?as=${as}`);
  const span = wholeTimeline(pack);
  return paperParts(pack).map(({ title, data }) => {
    const { svg, about, sources, ...size } = timelineDrawing(at, { data, span, title, width, bare: true });
    const picture = { svg, width: size.width, height: size.height };
    return { title, caption: '', small: [about, ...sourceLine(pack, sources)], picture };
  });
}

/** Scenes as slides; without the speaker's words where they are not to leave. */
export function slideScenes(pack: Pack, scenes: readonly DeckScene[], speaker: boolean): SlideScene[] {
  return scenes.map((scene) => ({
    // Drawn smaller than its slide and then enlarged, so that labels come out at ten and a half points; of a timeline too little would be left.
    ...drawState(
      pack,
      scene.state,
      scene.state.startsWith('#/timeline') ? { width: 1100, height: 500 } : { width: 960, height: 380 }
    ),
    title: scene.title,
    caption: scene.caption,
    notes: speaker ? scene.speaker : ''
  }));
}

/** Scenes as pictures on paper, each of a size in px. */
export function paperScenes(
  pack: Pack,
  scenes: readonly DeckScene[],
  size: { width: number; height: number }
): PaperPicture[] {
  return scenes.map((scene) => {
    const { sources, about, title: _own, ...still } = drawState(pack, scene.state, size);
    return {
      ...still,
      title: scene.title,
      caption: scene.caption,
      small: [...(about ? [about] : []), ...sourceLine(pack, sources)]
    };
  });
}

/** The briefing's main flows, low enough for the foot of a page. */
export function flowsOnPaper(pack: Pack): PaperPicture {
  const { title, about, picture, sources } = drawState(pack, '#/flows', { width: 1000, height: 320 });
  // The page is full: of a licence only its name, and all in one paragraph.
  const named = sources
    .map((id) => pack.source(id))
    .map(({ publisher, licence }) => `${publisher} (${licence.split(/[(:]/)[0]!.trim()})`);
  const small = [`${about} Sources: ${[...new Set(named)].join('; ')}.`];
  return { title, caption: '', small, ...(picture ? { picture } : {}) };
}
