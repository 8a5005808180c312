import { mustBeAbove, type Bounds } from './bounds.ts';
import type { Side, Web } from './web.ts';

/** The links of every place on one side, with the far ends counted within their column, in rising order. */
export type Fan = { start: Int32Array; degree: Int32Array; ends: Int32Array; weight: Float64Array };

/** Brings the links of one side into the order of their far ends. */
export function fanOf(places: Web, { start, far, weight }: Side): Fan {
  const index = new Int32Array(places.count);
  for (const members of places.members) members.forEach((p, i) => (index[p] = i));
  const fan: Fan = {
    start,
    degree: new Int32Array(places.count),
    ends: new Int32Array(far.length),
    weight: new Float64Array(far.length)
  };
  for (let p = 0; p < places.count; p++) {
    const first = start[p]!;
    fan.degree[p] = start[p + 1]! - first;
    const links = Array.from({ length: fan.degree[p]! }, (_, i) => first + i);
    links.sort((a, b) => index[far[a]!]! - index[far[b]!]!);
    links.forEach((link, i) => {
      fan.ends[first + i] = index[far[link]!]!;
      fan.weight[first + i] = weight[link]!;
    });
  }
  return fan;
}

/**
 * How the pairs of one column answer: gain[u·n + v] for u < v is what it costs to have u above v rather than below.
 * `forced` is 1 where u must stand above v, -1 where below it; undefined if every pair is free.
 */
export class Answer {
  readonly size: number;
  readonly gain: Float64Array;
  readonly forced: Int8Array | undefined;
  readonly #kept: Float64Array;

  constructor(size: number, forced: Int8Array | undefined) {
    this.size = size;
    this.gain = new Float64Array(size * size);
    this.#kept = new Float64Array(size * size);
    this.forced = forced;
  }

  /** Remembers the answer as it is. */
  keep(): void {
    this.#kept.set(this.gain);
  }

  /** Goes back to the answer that was remembered. */
  goBack(): void {
    this.gain.set(this.#kept);
  }
}

/** A column that has not been asked yet. */
export function answerOf(members: Int32Array, bounds: Bounds): Answer {
  const n = members.length;
  if (bounds.free) return new Answer(n, undefined);
  const forced = new Int8Array(n * n);
  for (let u = 0; u < n; u++)
    for (let v = u + 1; v < n; v++)
      forced[u * n + v] = -Math.sign(mustBeAbove(bounds, members[u]!, members[v]!));
  return new Answer(n, forced);
}

/**
 * Turns round what the links of x and y say about each pair of their far ends, now that y stands above x; gives back
 * twice the change in the least crossings. This is the innermost loop of the search.
 */
export function turn(
  answer: Answer,
  { start, ends, weight }: Fan,
  x: number,
  y: number,
  times: number
): number {
  const { size, gain, forced } = answer;
  const first = start[y]!;
  const last = start[y + 1]!;
  const end = start[x + 1]!;
  let change = 0;
  let split = first;
  for (let i = start[x]!; i < end; i++) {
    const u = ends[i]!;
    const factor = times * weight[i]!;
    while (split < last && ends[split]! < u) split++;
    let j = first;
    for (; j < split; j++) {
      const pair = ends[j]! * size + u;
      const old = gain[pair]!;
      const now = old - factor * weight[j]!;
      gain[pair] = now;
      if (forced === undefined || forced[pair] === 0) change += Math.abs(old) - Math.abs(now);
      else change += forced[pair]! * (now - old);
    }
    while (j < last && ends[j] === u) j++;
    for (; j < last; j++) {
      const pair = u * size + ends[j]!;
      const old = gain[pair]!;
      const now = old + factor * weight[j]!;
      gain[pair] = now;
      if (forced === undefined || forced[pair] === 0) change += Math.abs(old) - Math.abs(now);
      else change += forced[pair]! * (now - old);
    }
  }
  return change;
}
