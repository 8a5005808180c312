import type { PaperPicture } from '../../exchange/paper.ts';
import type { SlideScene } from '../../exchange/slides.ts';
import { disagreements } from '../../exchange/handout.ts';
import type { DeckScene } from '../../model/deck.ts';
import { Explorer } from '../../state/explorer.svelte.ts';
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
  if (at.route.view === 'flows') return flowsPicture(at, size, true);
  return brief(pack, at.route.part);
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
    const items = disagreements(pack).kind === 'entries' ? pack.contradictions : [];
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
