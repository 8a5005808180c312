import * as v from 'valibot';
import type { ShownDeck } from '../model/deck.ts';
import type { Cover } from './presenter.svelte.ts';
import type { Command } from './presentKeys.ts';

/** What the room's window tells the speaker's: no word of the speaker's is among it. */
export type RoomState = {
  deck: ShownDeck;
  deckId: string | null;
  at: number;
  cover: Cover;
  /** Whether the room's window fills its screen. */
  full: boolean;
  /** What the room sees is not the scene as it was saved. */
  away: boolean;
  startedAt: number;
  since: number;
  spent: Readonly<Record<string, number>>;
};

const Greeting = v.object({
  lodestone: v.picklist(['hello', 'command']),
  token: v.string(),
  command: v.exactOptional(v.union([v.string(), v.object({ go: v.number() })]))
});
const COMMANDS: readonly unknown[] = [
  'next',
  'previous',
  'first',
  'last',
  'black',
  'white',
  'spotlight',
  'overview',
  'back'
] satisfies Command[];

/** The room's end of the link: it hears only the one window that knows the showing's token. */
export class RoomLink {
  readonly #token: string;
  readonly #state: () => RoomState;
  readonly #obey: (command: Command) => void;
  #speaker: Window | null = null;

  constructor(token: string, state: () => RoomState, obey: (command: Command) => void) {
    this.#token = token;
    this.#state = state;
    this.#obey = obey;
  }

  /** Listens until the returned function is called. */
  listen(target: Window): () => void {
    const hear = (event: MessageEvent) => {
      const { success, output } = v.safeParse(Greeting, event.data);
      if (!success || output.token !== this.#token || !event.source) return;
      const source = event.source as Window;
      // Once joined, only that window is heard; another may take its place when it is gone.
      if (this.#speaker && this.#speaker !== source && !this.#speaker.closed) return;
      this.#speaker = source;
      const { command } = output;
      if (typeof command === 'object') this.#obey(command);
      else if (COMMANDS.includes(command)) this.#obey(command as Command);
      this.tell();
    };
    target.addEventListener('message', hear);
    return () => target.removeEventListener('message', hear);
  }

  /** Tells the speaker's window how things stand. */
  tell(): void {
    this.#speaker?.postMessage({ lodestone: 'state', token: this.#token, state: this.#state() }, '*');
  }
}

/** The speaker's end of the link: it hears only the window that opened it, and calls until that answers. */
export class SpeakerLink {
  readonly #token: string;
  readonly #heard: (state: RoomState) => void;

  constructor(token: string, heard: (state: RoomState) => void) {
    this.#token = token;
    this.#heard = heard;
  }

  /** Whether the room's window can be reached at all. */
  static reaches(target: Window): boolean {
    const opener = target.opener as Window | null;
    return opener !== null && !opener.closed;
  }

  /** Listens, and greets the room twice a second, until the returned function is called. */
  listen(target: Window): () => void {
    const hear = (event: MessageEvent) => {
      const data = event.data as { lodestone?: unknown; token?: unknown; state?: RoomState } | null;
      if (event.source !== target.opener || data?.lodestone !== 'state' || data.token !== this.#token) return;
      if (data.state) this.#heard(data.state);
    };
    target.addEventListener('message', hear);
    const greet = () => this.#send(target, { lodestone: 'hello', token: this.#token });
    greet();
    const timer = target.setInterval(greet, 500);
    return () => {
      target.clearInterval(timer);
      target.removeEventListener('message', hear);
    };
  }

  /** Has the room's window do something. */
  command(target: Window, command: Command): void {
    this.#send(target, { lodestone: 'command', token: this.#token, command });
  }

  #send(target: Window, message: unknown): void {
    if (SpeakerLink.reaches(target)) (target.opener as Window).postMessage(message, '*');
  }
}
