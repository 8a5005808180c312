import type { Deck, ShownDeck } from '../model/deck.ts';
import type { Pack } from '../pack/pack.ts';
import type { SpeakerNotes } from '../model/scene.ts';
import { lacksOfQuestion, lensOf } from './asked.ts';
import { currentId } from './current.ts';
import { NOTE_KEYS } from './noteRoute.ts';
import { fewOf, formatRoute, parseRoute, type Missing, type Route } from './route.ts';

const routeOf = (pack: Pack, state: string) =>
  parseRoute(state, {
    entity: (id) => pack.entity(id) !== undefined,
    lens: (id) => pack.lenses.some((lens) => lens.id === id),
    current: (id) => currentId(pack, id)
  });

/** What a scene's state names and this edition lacks; empty where the scene shows just what was saved. */
export function lacksOf(pack: Pack, state: string): Missing[] {
  const { route, missing } = routeOf(pack, state);
  const lens = lensOf(pack, route.lens, route.on ? pack.entity(route.on) : undefined);
  return fewOf([...missing, ...lacksOfQuestion(pack, route.what, lens)]);
}

/** The address of a state as the page writes it, without what this edition lacks: two addresses of one state are then the same. */
export function plainState(pack: Pack, state: string): string {
  return formatRoute(routeOf(pack, state).route);
}

/** The address of what is on screen as a scene keeps it: without the choices of Notes, which are no room's business. */
export function sceneState(route: Route): string {
  const ofNotes = Object.fromEntries(NOTE_KEYS.map((key) => [key, '']));
  return formatRoute({ ...route, ...ofNotes });
}

/** The briefing's own deck, as the room is shown it. */
export function shippedDeck(pack: Pack): ShownDeck {
  const scenes = pack.scenes.map(({ id, title, caption, state }) => ({ id, title, caption, state }));
  return { title: pack.briefing.title, scenes };
}

/** The briefing's own deck as a reader's copy of it, speaker's notes included. */
export function copyOfShipped(pack: Pack, speaker: SpeakerNotes): Deck {
  const { title, scenes } = shippedDeck(pack);
  return {
    title: `${title}, my copy`,
    scenes: scenes.map((scene) => ({ ...scene, speaker: speaker[scene.id] ?? '', hidden: false }))
  };
}
