import type { Bounds } from './bounds.ts';
import { everyOrder } from './enumerate.ts';
import { Halves } from './halves.ts';
import type { Order, Places } from './places.ts';
import { randomFrom } from './random.ts';
const env: Record<string, string | undefined> = (globalThis as any).process?.env ?? {};
const K = +(env.KM ?? 4);
const KA = +(env.KA ?? 2);

export function searchHalf(
  places: Places,
  bounds: Bounds,
  from: Order,
  parity: number,
  kicks: number,
  tiny: number,
  random: (n: number) => number
): Order {
  const halves = new Halves(places, bounds, parity);
  const open = halves.moving.filter((c) => places.members[c]!.length > 1);
  halves.start(from);
  if (open.length === 0) return halves.whole();

  function settle(): void {
    for (let before = Infinity; before - halves.bound > tiny;) {
      before = halves.bound;
      for (const c of open) halves.descend(c, tiny);
    }
  }

  settle();
  let best = halves.orders.map((column) => column.slice());
  let least = halves.bound;
  for (let k = 0; k < kicks; k++) {
    const c = open[random(open.length)]!;
    const n = places.members[c]!.length;
    const moves = KA + random(K);
    for (let m = 0; m < moves; m++) halves.carry(c, random(n), random(n));
    settle();
    if (halves.bound < least + tiny) {
      least = Math.min(halves.bound, least);
      best = halves.orders.map((column) => column.slice());
    } else halves.start(best);
  }
  halves.start(best);
  return halves.whole();
}

export function enumerateHalf(places: Places, bounds: Bounds, from: Order, most: number): Order | undefined {
  if (bounds.rank.some((r) => r !== 0) || bounds.pin.some((p) => p >= 0)) return undefined;
  const cost = (parity: number): number => {
    let orders = 1;
    let links = 0;
    places.members.forEach((column, c) => {
      if (c % 2 !== parity) return;
      for (let n = 2; n <= column.length; n++) orders *= n;
      let l = 0,
        r = 0;
      for (const p of column) {
        l += places.inStart[p + 1]! - places.inStart[p]!;
        r += places.outStart[p + 1]! - places.outStart[p]!;
      }
      links = Math.max(links, (l * l + r * r) / column.length ** 2);
    });
    return orders * (links + 10);
  };
  const parity = cost(1) <= cost(0) ? 1 : 0;
  if (cost(parity) > most) return undefined;
  const halves = new Halves(places, bounds, parity);
  halves.start(from);
  halves.start(everyOrder(halves));
  return halves.whole();
}
