import type { ShownScene } from '../model/deck.ts';
import { sceneOf, type Command } from './presentKeys.ts';
import type { Show } from './show.ts';

/** What covers the scene, if anything. */
export type Cover = 'none' | 'black' | 'white' | 'overview' | 'help' | 'ask';

/** One showing in the room's window: which scene, what covers it, and the way back after a question. */
export class Presenter {
  #show = $state.raw<Show>()!;
  #cover = $state<Cover>('none');
  #digits = $state('');
  #spotlight = $state(false);
  #exploring = $state(false);
  #since = Date.now();
  readonly #page: { go: (state: string) => void; state: () => string; keep: (show: Show) => void };

  constructor(
    show: Show,
    page: { go: (state: string) => void; state: () => string; keep: (show: Show) => void }
  ) {
    this.#show = show;
    this.#page = page;
  }

  get show(): Show {
    return this.#show;
  }
  get scene(): ShownScene {
    return this.#show.deck.scenes[this.#show.at]!;
  }
  get cover(): Cover {
    return this.#cover;
  }
  /** Digits typed so far towards the number of a scene. */
  get digits(): string {
    return this.#digits;
  }
  /** The scene that the digits name, counted from 0, or undefined where the deck has none of that number. */
  get named(): number | undefined {
    return sceneOf(this.#digits, this.#show.deck.scenes.length);
  }
  get spotlight(): boolean {
    return this.#spotlight;
  }
  /** Whether the room looks at the answer to a question from the floor. */
  get asked(): boolean {
    return this.#show.before !== undefined;
  }
  /** Whether the view's own tools are shown. */
  get exploring(): boolean {
    return this.#exploring;
  }
  /** Whether nothing lies over the scene and its own tools are away. */
  get bare(): boolean {
    return this.#cover === 'none' && !this.#digits && !this.#exploring;
  }
  /** When the scene in view came up, ms since 1970. */
  get since(): number {
    return this.#since;
  }

  /** Shows a scene as it was saved; the scene in view is put back to that. */
  go(at: number): void {
    const scene = this.#show.deck.scenes[at];
    if (!scene) return;
    this.#stand(at);
    this.#page.go(scene.state);
  }

  /**
   * Follows the browser's own steps back and forth: the scene whose state the address has now is the one in view, the nearest where
   * several have it, and an answer that was left is over. `is` tells whether a state is the one in the address.
   */
  arrive(is: (state: string) => boolean): void {
    const { before, at, deck } = this.#show;
    if (before !== undefined && !is(before)) return;
    if (before !== undefined) this.#over();
    if (is(this.scene.state)) return;
    const [near] = deck.scenes
      .flatMap(({ state }, i) => (is(state) ? [i] : []))
      .sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
    if (near !== undefined) this.#stand(near);
  }

  #stand(at: number): void {
    const { before: _, spent, ...show } = this.#show;
    const here = this.scene.id;
    const time = (spent[here] ?? 0) + Date.now() - this.#since;
    this.#since = Date.now();
    this.#show = { ...show, at, spent: { ...spent, [here]: time } };
    this.#cover = 'none';
    this.#digits = '';
    this.#exploring = false;
    this.#page.keep(this.#show);
  }

  /** The answer to a question from the floor is no longer looked at. */
  #over(): void {
    const { before: _, ...show } = this.#show;
    this.#show = show;
    this.#page.keep(show);
  }

  /** Does what a key or the speaker's window asks; gives back what only the page can do. */
  command(command: Command): 'full' | 'leave' | 'strip' | 'speaker' | undefined {
    const { at, deck } = this.#show;
    if (typeof command === 'object') this.go(command.go);
    else if (command === 'full' || command === 'strip' || command === 'speaker') return command;
    else if (command === 'leave') return this.#escape();
    else if (command === 'black' || command === 'white' || command === 'overview' || command === 'help')
      this.#cover = this.#cover === command ? 'none' : command;
    else if (command === 'ask') this.#cover = 'ask';
    else if (command === 'spotlight') this.#spotlight = !this.#spotlight;
    else if (command === 'explore') this.#exploring = !this.#exploring;
    else if (command === 'back') this.back();
    // A first press brings the scene back that was covered.
    else if (this.#cover !== 'none') this.#cover = 'none';
    else if (command === 'first') this.go(0);
    else if (command === 'last') this.go(deck.scenes.length - 1);
    else this.go(at + (command === 'next' ? 1 : -1));
    return undefined;
  }

  /** Takes a digit, or goes to the scene that the digits name. */
  digit(key: string): void {
    if (key !== 'Enter') {
      const { length } = this.#show.deck.scenes;
      // A digit that makes no scene's number of those before it begins anew.
      this.#digits = sceneOf(this.#digits + key, length) === undefined ? key : this.#digits + key;
      return;
    }
    const at = this.named;
    this.#digits = '';
    if (at !== undefined) this.go(at);
  }

  /** A question from the floor was found an answer: the room goes there, and remembers where it was. */
  jump(state: string): void {
    this.#show = { before: this.#page.state(), ...this.#show };
    this.#page.keep(this.#show);
    this.#cover = 'none';
    // An answer stands by itself: the tools of the scene before it are away.
    this.#exploring = false;
    this.#page.go(state);
  }

  /** Back to where the room was before the question; where there was none, to the scene as it was saved. */
  back(): void {
    this.#cover = 'none';
    if (this.#digits) this.#digits = '';
    else {
      const to = this.#show.before ?? this.scene.state;
      this.#over();
      this.#page.go(to);
    }
  }

  uncover(): void {
    this.#cover = 'none';
  }

  #escape(): 'leave' | undefined {
    if (this.bare) return 'leave';
    this.#cover = 'none';
    this.#digits = '';
    this.#exploring = false;
    return undefined;
  }
}
