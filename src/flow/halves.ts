import { agree } from './agree.ts';
import { answerOf, fanOf, turn, type Answer, type Fan } from './answer.ts';
import { mustBeAbove, type Bounds } from './bounds.ts';
import type { Order, Web } from './web.ts';

/** What an exchange of two neighbours costs besides looking at the pairs of their links, in steps. */
export const swapCost = 8;

/**
 * Every second column moves, and the columns between answer: each pair of an answering column stands as its links
 * cross least. All crossings are then a sum over such pairs of the lesser of c(u,v) and c(v,u); as the sum of the two
 * is constant, only Σ |c(u,v) − c(v,u)| has to be followed, and when two neighbours of a moving column change places
 * it changes by one product of weights for each pair of their links. This bounds the crossings of every order of the
 * answering columns from below, and is met unless pairs disagree in a circle. A search over half of the columns thus
 * sees much farther than one that moves single places in all of them.
 */
export class Halves {
  readonly #places: Web;
  readonly #bounds: Bounds;
  readonly #answers: (Answer | undefined)[];
  readonly #before: Fan;
  readonly #after: Fan;
  /** The columns that move. */
  readonly moving: number[] = [];
  /** The orders of the moving columns, from the top; those that answer are empty. */
  readonly orders: Order;
  /** The least crossings, less a constant: only differences between two bounds mean something. */
  bound = 0;
  /** What the search has cost so far, in steps: pairs of links looked at, and `swapCost` for each exchange. */
  steps = 0;

  constructor(places: Web, bounds: Bounds, parity: number) {
    this.#places = places;
    this.#bounds = bounds;
    this.#before = fanOf(places, places.into);
    this.#after = fanOf(places, places.out);
    this.orders = places.members.map(() => new Int32Array(0));
    this.#answers = places.members.map((members, c) => {
      if (c % 2 !== parity) return answerOf(members, bounds);
      this.moving.push(c);
      return undefined;
    });
  }

  /** Takes over the order of the moving columns and lets the others answer it. */
  take(order: Order): void {
    this.bound = 0;
    for (const answer of this.#answers) answer?.gain.fill(0);
    for (const c of this.moving) {
      const column = order[c]!;
      this.orders[c] = column.slice();
      for (let i = 0; i < column.length; i++)
        for (let j = i + 1; j < column.length; j++) this.#cross(c, column[j]!, column[i]!, 1);
    }
  }

  /** Counts the links of places x and y as y stands above x now; `times` is 2 if x stood above y before. */
  #cross(c: number, x: number, y: number, times: number): void {
    const before = this.#answers[c - 1];
    const after = this.#answers[c + 1];
    let change = 0;
    if (before !== undefined) change += turn(before, this.#before, x, y, times);
    if (after !== undefined) change += turn(after, this.#after, x, y, times);
    this.bound += change / 2;
    const { degree } = this.#before;
    const other = this.#after.degree;
    this.steps += swapCost + degree[x]! * degree[y]! + other[x]! * other[y]!;
  }

  /** Lets the place at index i of a moving column and the one below it change places. */
  swap(c: number, i: number): void {
    const column = this.orders[c]!;
    const x = column[i]!;
    const y = column[i + 1]!;
    this.#cross(c, x, y, 2);
    column[i] = y;
    column[i + 1] = x;
  }

  /** Carries the place at index `from` of a moving column towards index `to`, as far as the bounds let it. */
  carry(c: number, from: number, to: number): void {
    const column = this.orders[c]!;
    let i = from;
    for (; i < to && mustBeAbove(this.#bounds, column[i]!, column[i + 1]!) >= 0; i++) this.swap(c, i);
    for (; i > to && mustBeAbove(this.#bounds, column[i - 1]!, column[i]!) >= 0; i--) this.swap(c, i - 1);
  }

  /** Carries each place of a moving column to where the bound is least, until none has a better one. */
  descend(c: number, tiny: number): void {
    const members = this.#places.members[c]!;
    for (let stale = 0, turns = 0; stale < members.length; turns++) {
      stale = this.#insert(c, members[turns % members.length]!, tiny) ? 1 : stale + 1;
    }
  }

  #insert(c: number, x: number, tiny: number): boolean {
    const column = this.orders[c]!;
    const from = column.indexOf(x);
    const standing = column.slice();
    const bound = this.bound;
    let best = bound - tiny;
    let goal = from;
    this.#keep(c);
    let i = from;
    for (; i > 0 && mustBeAbove(this.#bounds, column[i - 1]!, x) >= 0; i--) {
      this.swap(c, i - 1);
      if (this.bound < best) [best, goal] = [this.bound, i - 1];
    }
    this.#goBack(c, standing, bound);
    for (i = from; i + 1 < column.length && mustBeAbove(this.#bounds, x, column[i + 1]!) >= 0; i++) {
      this.swap(c, i);
      if (this.bound < best) [best, goal] = [this.bound, i + 1];
    }
    if (goal > from) this.carry(c, i, goal);
    else {
      this.#goBack(c, standing, bound);
      this.carry(c, from, goal);
    }
    return goal !== from;
  }

  #keep(c: number): void {
    this.#answers[c - 1]?.keep();
    this.#answers[c + 1]?.keep();
  }

  #goBack(c: number, standing: Int32Array, bound: number): void {
    this.#answers[c - 1]?.goBack();
    this.#answers[c + 1]?.goBack();
    this.orders[c]!.set(standing);
    this.bound = bound;
  }

  /** The whole order: moving columns as they stand, the others as their pairs agree on it. */
  whole(): Order {
    return this.#answers.map((answer, c) => {
      const members = this.#places.members[c]!;
      return answer === undefined
        ? this.orders[c]!.slice()
        : Int32Array.from(agree(answer).order, (u) => members[u]!);
    });
  }

  /** What the whole order crosses more than the bound says, and whether no other answer could have less. */
  excess(): { excess: number; exact: boolean } {
    let excess = 0;
    let exact = true;
    for (const answer of this.#answers) {
      if (answer === undefined) continue;
      const agreement = agree(answer);
      excess += agreement.excess;
      exact &&= agreement.exact;
    }
    return { excess, exact };
  }
}
