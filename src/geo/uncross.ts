import type { XY } from './arc.ts';

/** An arc that can be bent: its points unbent, how far each gives way to a bend of one, and how high its middle lies unbent. */
export type Bendable = { line: readonly XY[]; lift: readonly XY[]; height: number; ends: readonly unknown[] };

/** The most rounds of exchanging. */
const ROUNDS = 4;
/** More arcs than this lie closer than their own width, so that no order of theirs could be seen; and to find one would hold the page up. */
const MOST = 80;
/** Arcs whose middles lie farther apart than this, in units of the frame, never exchange heights: they go different ways. */
const FAR = 60;

/**
 * The heights of the middles of arcs, exchanged between arcs of one end for as long as that leaves fewer crossings; the heights
 * themselves stay, and no two middles come nearer than `least`. Gives the heights in the order of the arcs.
 */
export function uncrossed(arcs: readonly Bendable[], heights: readonly number[], least: number): number[] {
  const at = [...heights];
  if (arcs.length > MOST) return at;
  const bent = arcs.map((arc, i) => bend(arc, at[i]!));
  const counted = new Map<string, number>();
  const count = (i: number, j: number) => {
    const key = i < j ? `${i} ${at[i]} ${j} ${at[j]}` : `${j} ${at[j]} ${i} ${at[i]}`;
    const known = counted.get(key) ?? crossings(bent[i]!, bent[j]!);
    counted.set(key, known);
    return known;
  };
  const total = (i: number, j: number) =>
    arcs.reduce(
      (sum, _, other) =>
        sum + (other === i ? 0 : count(i, other)) + (other === j || other === i ? 0 : count(j, other)),
      0
    );
  const crowds = (i: number) =>
    bent.some((line, other) => other !== i && distance(middle(line), middle(bent[i]!)) < least);
  const exchange = (i: number, j: number) => {
    [at[i], at[j]] = [at[j]!, at[i]!];
    for (const one of [i, j]) bent[one] = bend(arcs[one]!, at[one]!);
  };
  for (let round = 0; round < ROUNDS; round++) {
    let better = false;
    for (let i = 0; i < arcs.length; i++)
      for (let j = i + 1; j < arcs.length; j++) {
        if (Math.abs(at[i]! - at[j]!) > FAR || !arcs[i]!.ends.some((end) => arcs[j]!.ends.includes(end)))
          continue;
        if (!count(i, j)) continue;
        const before = total(i, j);
        exchange(i, j);
        if (!crowds(i) && !crowds(j) && total(i, j) < before) better = true;
        else exchange(i, j);
      }
    if (!better) break;
  }
  return at;
}

const middle = (line: readonly XY[]) => line[Math.floor(line.length / 2)]!;
const distance = (a: XY, b: XY) => Math.hypot(a[0] - b[0], a[1] - b[1]);

const bend = ({ line, lift, height }: Bendable, to: number): XY[] =>
  line.map(([x, y], i) => [x + lift[i]![0] * (to - height), y + lift[i]![1] * (to - height)]);

/** How often two lines cross, their common ends apart. */
function crossings(a: readonly XY[], b: readonly XY[]): number {
  let count = 0;
  for (let i = 1; i < a.length; i++)
    for (let j = 1; j < b.length; j++)
      if (near(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!) && cross(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!)) count++;
  return count;
}

/** Whether two pieces overlap from left to right, as those that cross must. */
const near = (a: XY, b: XY, c: XY, d: XY) =>
  Math.max(a[0], b[0]) >= Math.min(c[0], d[0]) && Math.max(c[0], d[0]) >= Math.min(a[0], b[0]);

const side = (o: XY, p: XY, q: XY) => (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);

function cross(a: XY, b: XY, c: XY, d: XY): boolean {
  return side(a, b, c) * side(a, b, d) < -1e-9 && side(c, d, a) * side(c, d, b) < -1e-9;
}
