import type { XY } from './arc.ts';

type Point = { at: XY; owner: number };

/** Points by the square of `size` units that they lie in, so that those near a place are found without asking all of them. */
export class Squares {
  readonly #size: number;
  readonly #cells = new Map<string, Point[]>();

  constructor(size: number) {
    this.#size = size;
  }

  /** Adds a point of an owner, a number that a search can leave out. */
  add(at: XY, owner = -1): void {
    const key = this.#key(this.#cell(at[0]), this.#cell(at[1]));
    const cell = this.#cells.get(key);
    if (cell) cell.push({ at, owner });
    else this.#cells.set(key, [{ at, owner }]);
  }

  /** Whether a point of another owner lies no farther from a place than `reach`, which is at most the size of a square. */
  has([x, y]: XY, reach: number, but = -1): boolean {
    for (let i = this.#cell(x - reach); i <= this.#cell(x + reach); i++)
      for (let j = this.#cell(y - reach); j <= this.#cell(y + reach); j++)
        for (const { at, owner } of this.#cells.get(this.#key(i, j)) ?? [])
          if ((owner === -1 || owner !== but) && Math.hypot(x - at[0], y - at[1]) <= reach) return true;
    return false;
  }

  #cell(value: number): number {
    return Math.floor(value / this.#size);
  }

  #key(i: number, j: number): string {
    return `${i} ${j}`;
  }
}
