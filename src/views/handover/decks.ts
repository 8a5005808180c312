import type { Deck, DeckScene } from '../../model/deck.ts';
import type { Decks } from '../../state/decks.svelte.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { sceneState } from '../../state/scenes.ts';
import { drawState } from './drawState.ts';

/** A deck to hand over, without its hidden scenes. */
export type HandedDeck = { id: string; title: string; marking: string; scenes: readonly DeckScene[] };

/** The decks that can be handed over: the briefing's own, those the reader keeps, and the view on screen. */
export function handedDecks(explorer: Explorer, decks: Decks): HandedDeck[] {
  const { pack, route } = explorer;
  /** Beside a list of sources, words that the speaker wrote are said to be theirs. */
  const worded = (scene: DeckScene): DeckScene =>
    !scene.caption || pack.scenes.some(({ id, caption }) => id === scene.id && caption === scene.caption)
      ? scene
      : { ...scene, caption: `${scene.caption} (speaker’s words)` };
  const shown = ({ scenes }: Deck) => scenes.filter((scene) => !scene.hidden).map(worded);
  const state = route.view === 'notes' ? '#/brief' : sceneState(route);
  const { title } = drawState(pack, state, { width: 1100, height: 500 });
  return [
    ...decks.all.flatMap(({ key, deck, alternative, marking }) =>
      deck
        ? [
            {
              id: key || 'briefing',
              title: `${key ? deck.title : 'The briefing’s own'}${alternative ? ' (one of several texts)' : ''}`,
              marking,
              scenes: shown(deck)
            }
          ]
        : []
    ),
    {
      id: 'view',
      title: 'The view on screen',
      marking: '',
      scenes: [{ id: 'view', title, caption: '', speaker: '', state, hidden: false }]
    }
  ];
}
