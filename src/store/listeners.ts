/** Those who want to know of a change, for stores whose medium does not tell them itself. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Adds a listener and tells it the present value soon; gives out a function that ends it. */
  add(listener: (value: T) => void, present: () => Promise<T>): () => void {
    const own = (value: T): void => listener(value); // One function given twice must count twice.
    this.#listeners.add(own);
    void present().then((value) => this.#listeners.has(own) && own(value));
    return () => this.#listeners.delete(own);
  }

  /** Tells everybody. */
  tell(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
