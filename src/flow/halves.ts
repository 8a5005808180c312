import { mustBeAbove, sortWithin, type Bounds } from './bounds.ts';
import type { Order, Places, Side } from './places.ts';

/** The links of every place on one side, with the far ends counted within their column, in rising order. */
type Fan = { start: Int32Array; ends: Int32Array; weight: Float64Array };

/** What the pairs of places of one answering column would gain by being turned round. */
type Answer = { n: number; gain: Float64Array; kept: Float64Array; forced: Int8Array | undefined };

/**
 * Every second column moves, and the columns between answer: each pair of an answering column stands as its links
 * cross least. Then all crossings are a sum over pairs of c(u,v) or c(v,u), whose sum is constant, so that only
 * Σ |c(u,v) − c(v,u)| need be followed, and it changes by one product of weights for each pair of links when two
 * neighbours of a moving column change places. This bounds the crossings of every order of the answering columns
 * from below (and is met unless pairs disagree in a circle), so a search over half of the columns sees much farther
 * than one that moves places one at a time in all.
 */
export class Halves {
  readonly #places: Places;
  readonly #bounds: Bounds;
  readonly #answers: (Answer | undefined)[];
  readonly #fans: [Fan, Fan];
  readonly moving: number[] = [];
  /** The moving columns' orders, from the top; empty for those that answer. */
  readonly orders: Order;
  /** Half of what pairs would gain, counted downwards: smaller is better, and differences are crossings. */
  bound = 0;

  constructor(places: Places, bounds: Bounds, parity: number) {
    this.#places = places;
    this.#bounds = bounds;
    const local = new Int32Array(places.count);
    for (const members of places.members) members.forEach((p, i) => (local[p] = i));
    this.#fans = [fanOf(local, places.into), fanOf(local, places.out)];
    this.orders = places.members.map(() => new Int32Array(0));
    this.#answers = places.members.map((members, c) => {
      if (c % 2 === parity) this.moving.push(c);
      return c % 2 === parity ? undefined : answerOf(members, bounds);
    });
  }

  /** Takes the order of the moving columns, and lets the others answer it. */
  start(order: Order): void {
    this.bound = 0;
    for (const answer of this.#answers) answer?.gain.fill(0);
    for (const c of this.moving) {
      this.orders[c] = order[c]!.slice();
      const column = order[c]!;
      for (let i = 0; i < column.length; i++)
        for (let j = i + 1; j < column.length; j++) this.#cross(column[j]!, column[i]!, 1);
    }
  }

  /** Counts the links of places x and y as y above x now; `times` is 2 if x stood above y before. */
  #cross(x: number, y: number, times: number): void {
    const column = this.#places.column[x]!;
    const before = this.#answers[column - 1];
    const after = this.#answers[column + 1];
    let change = 0;
    if (before !== undefined) change += turn(before, this.#fans[0], x, y, times);
    if (after !== undefined) change += turn(after, this.#fans[1], x, y, times);
    this.bound += change / 2;
  }

  /** Lets the place at index i of a moving column and the one below it change places. */
  swap(c: number, i: number): void {
    const column = this.orders[c]!;
    const [x, y] = [column[i]!, column[i + 1]!];
    this.#cross(x, y, 2);
    column[i] = y;
    column[i + 1] = x;
  }

  /** Carries the place at index i of a moving column to index j. */
  carry(c: number, i: number, j: number): void {
    for (; i < j; i++) this.swap(c, i);
    for (; i > j; i--) this.swap(c, i - 1);
  }

  /** Moves each place of a moving column to where it is best, until none has a better one. */
  descend(c: number, tiny: number): void {
    const column = this.orders[c]!;
    const n = column.length;
    const standing = column.slice();
    for (let stale = 0, turn = 0; stale < n; turn++) {
      const x = this.#places.members[c]![turn % n]!;
      const from = column.indexOf(x);
      let best = this.bound - tiny;
      let goal = from;
      standing.set(column);
      const bound = this.#keep(c);
      for (let i = from; i > 0 && mustBeAbove(this.#bounds, column[i - 1]!, x) >= 0; i--) {
        this.swap(c, i - 1);
        if (this.bound < best) [best, goal] = [this.bound, i - 1];
      }
      this.#backTo(c, standing, bound);
      let i = from;
      for (; i + 1 < n && mustBeAbove(this.#bounds, x, column[i + 1]!) >= 0; i++) {
        this.swap(c, i);
        if (this.bound < best) [best, goal] = [this.bound, i + 1];
      }
      if (goal > (from + i) / 2) this.carry(c, i, goal);
      else {
        this.#backTo(c, standing, bound);
        this.carry(c, from, goal);
      }
      stale = goal === from ? stale + 1 : 1;
    }
  }

  /** Keeps what the neighbours of a moving column answer now; returns the bound. */
  #keep(c: number): number {
    for (const answer of [this.#answers[c - 1], this.#answers[c + 1]]) answer?.kept.set(answer.gain);
    return this.bound;
  }

  #backTo(c: number, standing: Int32Array, bound: number): void {
    for (const answer of [this.#answers[c - 1], this.#answers[c + 1]]) answer?.gain.set(answer.kept);
    this.orders[c]!.set(standing);
    this.bound = bound;
  }

  /** The whole order: moving columns as they stand, each answering one by how many of its pairs want it above. */
  whole(): Order {
    return this.#answers.map((answer, c) => {
      if (answer === undefined) return this.orders[c]!.slice();
      const members = this.#places.members[c]!;
      const key = new Float64Array(this.#places.count);
      for (let u = 0; u < answer.n; u++) {
        for (let v = u + 1; v < answer.n; v++) {
          const turn = Math.sign(answer.gain[u * answer.n + v]!);
          key[members[u]!]! += turn;
          key[members[v]!]! -= turn;
        }
      }
      const column = members.slice();
      sortWithin(column, key, this.#bounds);
      return column;
    });
  }
}

function fanOf(local: Int32Array, { start, far, weight: weights }: Side): Fan {
  const ends = new Int32Array(far.length);
  const weight = new Float64Array(far.length);
  for (let p = 0; p + 1 < start.length; p++) {
    const links = Array.from({ length: start[p + 1]! - start[p]! }, (_, i) => start[p]! + i);
    links.sort((a, b) => local[far[a]!]! - local[far[b]!]!);
    links.forEach((link, i) => {
      ends[start[p]! + i] = local[far[link]!]!;
      weight[start[p]! + i] = weights[link]!;
    });
  }
  return { start, ends, weight };
}

/**
 * Turns round, in one answering column, what the links of x and y say about each pair of their far ends, now that y
 * stands above x; returns twice the change in crossings.
 */
function turn(answer: Answer, { start, ends, weight }: Fan, x: number, y: number, times: number): number {
  const { n, gain, forced } = answer;
  const first = start[y]!;
  const last = start[y + 1]!;
  const end = start[x + 1]!;
  let change = 0;
  let split = first;
  for (let i = start[x]!; i < end; i++) {
    const u = ends[i]!;
    const factor = times * weight[i]!;
    let j = first;
    while (split < last && ends[split]! < u) split++;
    for (; j < split; j++) {
      const pair = ends[j]! * n + u;
      const old = gain[pair]!;
      const now = old - factor * weight[j]!;
      gain[pair] = now;
      if (forced === undefined || forced[pair] === 0) change += Math.abs(old) - Math.abs(now);
      else change += forced[pair]! * (now - old);
    }
    while (j < last && ends[j] === u) j++;
    for (const row = u * n; j < last; j++) {
      const pair = row + ends[j]!;
      const old = gain[pair]!;
      const now = old + factor * weight[j]!;
      gain[pair] = now;
      if (forced === undefined || forced[pair] === 0) change += Math.abs(old) - Math.abs(now);
      else change += forced[pair]! * (now - old);
    }
  }
  return change;
}

function answerOf(members: Int32Array, bounds: Bounds): Answer {
  const n = members.length;
  const forced = new Int8Array(n * n);
  for (let u = 0; u < n; u++)
    for (let v = u + 1; v < n; v++)
      forced[u * n + v] = -Math.sign(mustBeAbove(bounds, members[u]!, members[v]!));
  const gain = new Float64Array(n * n);
  return { n, gain, kept: gain.slice(), forced: forced.some((force) => force !== 0) ? forced : undefined };
}
