/** What a zoom or a move has come to, before the address holds it: one gesture is one step back. */
export class Gesture<Value> {
  #now = $state.raw<Value | null>(null);
  #settle: ReturnType<typeof setTimeout> | undefined;
  readonly #link: (value: Value) => string | null;
  readonly #target: Window;

  /** `link` gives the address that holds a value, or null where the address leads elsewhere already. */
  constructor(link: (value: Value) => string | null, target: Window) {
    this.#link = link;
    this.#target = target;
  }

  /** The value on its way, or null where the address holds it. */
  get now(): Value | null {
    return this.#now;
  }

  /** Shows a value at once, and puts it into the address when it has come to rest. */
  move(value: Value): void {
    this.#now = value;
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#rest(value), 250);
  }

  /** Forgets what is on its way. */
  drop(): void {
    clearTimeout(this.#settle);
    this.#now = null;
  }

  #rest(value: Value): void {
    const link = this.#link(value);
    const { location } = this.#target;
    if (link === null || location.hash === link) return this.drop();
    // The value stays until the address is read anew, so that the picture does not jump back for a frame; a move made meanwhile goes on.
    const read = () => {
      if (this.#now === value) this.drop();
    };
    this.#target.addEventListener('hashchange', read, { once: true });
    location.hash = link;
  }
}
