const NONE: ReadonlySet<string> = new Set();

/** One record that may be lit. */
class Lamp {
  on = $state(false);
}

/**
 * The ids of the records that are lit. Each is watched by itself, so that pointing at one of a thousand marks draws anew only those
 * that go on or out; whoever asks for all of them is told of every change.
 */
export class Lights implements Iterable<string> {
  readonly #lamps: ReadonlyMap<string, Lamp>;
  #lit = $state.raw(NONE);

  /** `ids`: every id that can be lit. */
  constructor(ids: Iterable<string>) {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- the map never changes, its lamps do
    this.#lamps = new Map(Array.from(ids, (id) => [id, new Lamp()]));
  }

  has(id: string): boolean {
    return this.#lamps.get(id)?.on ?? false;
  }
  get size(): number {
    return this.#lit.size;
  }
  [Symbol.iterator](): Iterator<string> {
    return this.#lit[Symbol.iterator]();
  }

  /** Lights these, and no others. */
  show(ids: ReadonlySet<string>): void {
    if (ids.size === 0 && this.#lit.size === 0) return;
    for (const id of this.#lit) if (!ids.has(id)) this.#turn(id, false);
    for (const id of ids) this.#turn(id, true);
    this.#lit = ids;
  }

  #turn(id: string, on: boolean): void {
    const lamp = this.#lamps.get(id);
    if (lamp) lamp.on = on;
  }
}
