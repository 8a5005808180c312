import type { PaperPicture } from '../../exchange/paper.ts';
import type { SlideScene } from '../../exchange/slides.ts';
import { forceInWords } from '../../model/asof.ts';
import type { DeckScene } from '../../model/deck.ts';
import { counted, formatDay, formatWhen } from '../../model/format.ts';
import { siftDeals } from '../../model/ledger.ts';
import { Explorer } from '../../state/explorer.svelte.ts';
import { parseSpan } from '../../state/sift.ts';
import { flowsPicture } from '../take/flowsPicture.ts';

type Pack = Explorer['pack'];
/** A live state as a still: a bare picture or points to read, what it shows in a line, and the ids of its sources. */
export type Still = {
  title: string;
  about: string;
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
  if (at.route.view === 'deals') return deals(pack, at);
  if (at.route.view === 'timeline') return timeline(pack, at);
  return brief(pack, at.route.part);
}

/** The most lines that a slide holds. */
const MOST = 11;

/** The deals of a state, each with its force on the day. */
function deals(pack: Pack, at: Explorer): Still {
  const day = at.asOf;
  const sifted = siftDeals(pack.deals, at.route, day, pack.record).filter((deal) => at.knows(deal.id));
  const left = sifted.length - MOST;
  return {
    title: `Deals as of ${formatDay(day)}`,
    about: `As of ${formatDay(day)}.${left > 0 ? ` ${counted(left, 'more deal')} in the ledger.` : ''}`,
    points: sifted
      .slice(0, MOST)
      .map(
        (deal) =>
          `${deal.title} (${deal.parties.map((id) => pack.placeName(id)).join(', ')}): ${forceInWords(deal, day)}`
      ),
    sources: sifted.flatMap((deal) => deal.sources as string[])
  };
}

/** The events of a state's span, the last ones where there are many. */
function timeline(pack: Pack, at: Explorer): Still {
  const span = at.route.span ? parseSpan(at.route.span) : null;
  const events = pack.events
    .filter(({ id, when }) => at.knows(id) && (!span || (when.to >= span.from && when.from <= span.to)))
    .toSorted((a, b) => a.when.from.localeCompare(b.when.from))
    .slice(-MOST);
  return {
    title: `What happened, as of ${formatDay(at.asOf)}`,
    about: `As of ${formatDay(at.asOf)}.`,
    points: events.map(({ title, when }) => `${formatWhen(when, true)}: ${title}`),
    sources: events.flatMap((event) => event.sources as string[])
  };
}

/** The home view in words: its judgements, or the part of it that a scene shows. */
function brief(pack: Pack, part: string | undefined): Still {
  if (part === 'unknown')
    return {
      title: 'What is not known',
      about: '',
      points: pack.unknowns.slice(0, 7).map(({ title, text }) => `${title}: ${text}`),
      sources: pack.unknowns.slice(0, 7).flatMap((unknown) => unknown.sources as string[])
    };
  if (part === 'record') {
    const items = pack.contradictions;
    return {
      title: 'Figures that disagree',
      about: '',
      points: items
        .filter(({ readings }) => readings.some((reading) => reading.quantity))
        .slice(0, 4)
        .map(
          ({ title, readings }) =>
            `${title}. ${readings.map(({ label, text }) => `${label}: ${text}`).join(' ')}`
        ),
      sources: items.flatMap(({ decidedBy }) => decidedBy as string[])
    };
  }
  return {
    title: pack.briefing.headline,
    about: `Key judgements of the briefing by ${pack.briefing.publisher}, in other words.`,
    points: pack.briefing.judgements.map(({ text }, i) => `${i + 1}. ${text}`),
    sources: []
  };
}

/** Scenes as slides; without the speaker's words where they are not to leave. */
export function slideScenes(pack: Pack, scenes: readonly DeckScene[], speaker: boolean): SlideScene[] {
  return scenes.map((scene) => ({
    ...drawState(pack, scene.state, { width: 1100, height: 500 }),
    title: scene.title,
    caption: scene.caption,
    notes: speaker ? scene.speaker : ''
  }));
}

/** Scenes as pictures on paper of a width in px. */
export function paperScenes(pack: Pack, scenes: readonly DeckScene[], width: number): PaperPicture[] {
  return scenes.map((scene) => {
    const {
      sources,
      about,
      title: _own,
      ...still
    } = drawState(pack, scene.state, { width, height: Math.round(width * 0.56) });
    const named = [...new Set(sources.map((id) => pack.source(id).publisher))];
    return {
      ...still,
      title: scene.title,
      caption: scene.caption,
      small: [...(about ? [about] : []), ...(named.length ? [`Sources: ${named.join('; ')}.`] : [])]
    };
  });
}

/** The briefing's main flows, low enough for the foot of a page. */
export function flowsOnPaper(pack: Pack): PaperPicture {
  const { title, about, picture } = drawState(pack, '#/flows', { width: 1000, height: 440 });
  return { title, caption: '', small: [about], ...(picture ? { picture } : {}) };
}
