import { describe, expect, test } from 'vitest';
import type { XY } from '../../src/geo/arc.ts';
import { mapPicture, type MapPicture } from '../../src/geo/picture.ts';
import type { MapName } from '../../src/geo/projection.ts';
import { toldBy } from '../../src/model/within.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const DAYS = ['2025-10-15', '2025-11-05', '2025-12-01', '2026-11-23'];
const picture = (name: MapName, day: string) => mapPicture(name, pack.deals, pack.places, day);
const EACH = (['pacific', 'world'] as const).flatMap((name) => DAYS.map((day) => [name, day] as const));

/** Where a label stands, at 7.2 px a letter and 15 px a line. */
const boxes = ({ spots }: MapPicture) =>
  spots.map(({ id, name, label }) => {
    const width = name.length * 7.2;
    const x0 =
      label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
    return { id, x0, x1: x0 + width, y0: label.y - 11, y1: label.y + 4 };
  });

/** Whether two lines of points cross anywhere. */
function meet(a: readonly XY[], b: readonly XY[]): boolean {
  const side = (o: XY, p: XY, q: XY) => (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);
  return a.slice(1).some((to, i) =>
    b.slice(1).some((end, j) => {
      const [from, start] = [a[i]!, b[j]!];
      return (
        side(from, to, start) * side(from, to, end) < -1e-9 &&
        side(start, end, from) * side(start, end, to) < -1e-9
      );
    })
  );
}

describe('the map of deals', () => {
  test.each(EACH)('[G30] labels on %s, %s overlap neither one another nor a place', (name, day) => {
    const shown = picture(name, day);
    const labels = boxes(shown);
    const points = shown.spots.map(({ id, x, y }) => ({ id, x0: x - 4, x1: x + 4, y0: y - 4, y1: y + 4 }));
    const over = labels.flatMap((a, i) =>
      [...labels.slice(i + 1), ...points.filter((p) => p.id !== a.id)]
        .filter((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)
        .map((b) => `${a.id} on ${b.id}`)
    );
    expect(over).toEqual([]);
  });

  test.each(EACH)('[G31] labels on %s, %s lie within the frame', (name, day) => {
    const shown = picture(name, day);
    const outside = boxes(shown).filter(
      (b) => b.x0 < 0 || b.y0 < 0 || b.x1 > shown.width || b.y1 > shown.height
    );
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  test.each(EACH)(
    '[G32] on %s, %s every deal made by then is an arc, or listed as beyond the edge, or inside another deal',
    (name, day) => {
      const shown = picture(name, day);
      const made = pack.deals
        .filter((deal) => !deal.within && deal.states[0]!.from <= day)
        .map((deal) => deal.id as string);
      expect([...shown.arcs.map((arc) => arc.id), ...shown.beyond].sort()).toEqual(made.sort());
    }
  );

  test('[G54] a company matter draws its own arc only where its larger deal is not among the deals shown', () => {
    const jera = 'deal-jpn-usa-jera-haynesville';
    const ids = (deals: typeof pack.deals) =>
      mapPicture('pacific', deals, pack.places, '2025-11-05').arcs.map(({ id }) => id);
    expect(ids(pack.deals)).not.toContain(jera);
    expect(ids(pack.deals.filter((deal) => deal.binding === 'yes'))).toContain(jera);
    expect(ids(pack.deals.filter((deal) => deal.subject === 'nuclear'))).toEqual(['deal-usa-jpn-nuclear']);
    expect(ids(pack.deals.filter((deal) => deal.subject === 'energy'))).toHaveLength(3);
  });

  test('[G55] every deal of any one choice is an arc, beyond the edge, or inside one that is', () => {
    for (const key of ['subject', 'binding', 'rareEarths', 'named'] as const)
      for (const value of new Set(pack.deals.map((deal) => deal[key]))) {
        const deals = pack.deals.filter((deal) => deal[key] === value);
        const { arcs, beyond } = mapPicture('pacific', deals, pack.places, '2026-11-23');
        const shown = new Set([...arcs.map(({ id }) => id), ...beyond]);
        const lost = deals.filter(({ id }) => toldBy(id, deals, (one) => shown.has(one)) === undefined);
        expect(lost.map(({ id }) => id)).toEqual([]);
      }
  });

  test('[G33] the world map shows every deal', () => {
    expect(picture('world', '2026-11-23').beyond).toEqual([]);
  });

  test('[G34] is the same each time', () => {
    expect(picture('pacific', '2025-11-05')).toEqual(picture('pacific', '2025-11-05'));
  });

  test('[G35] several deals of one pair lie apart', () => {
    const middles = picture('pacific', '2026-11-23').arcs.map((arc) => arc.middle);
    const gaps = middles.flatMap(([x, y], i) =>
      middles.slice(i + 1).map(([u, v]) => Math.hypot(x - u, y - v))
    );
    expect(Math.min(...gaps)).toBeGreaterThan(8);
  });

  test.each([0.6, 0.95, 1.5])('[G37] the arc of the truce crosses no other arc, at %d units a px', (unit) => {
    const { arcs } = mapPicture('pacific', pack.deals, pack.places, '2025-11-05', unit);
    const truce = arcs.find(({ id }) => id === 'deal-usa-chn-busan')!;
    // Lines from the south to the same end meet all others hard by their common end.
    const crossed = arcs.filter(
      (other) => other !== truce && other.id !== 'deal-usa-aus-framework' && meet(truce.line, other.line)
    );
    expect(crossed.map(({ id }) => id)).toEqual([]);
    expect(
      meet(
        [
          [0, 0],
          [2, 2]
        ],
        [
          [0, 2],
          [2, 0]
        ]
      )
    ).toBe(true);
  });

  test.each(EACH)('[G38] on %s, %s letters stand apart, and nearly every arc has its own', (name, day) => {
    const { arcs, pointers } = picture(name, day);
    const letters = [...arcs, ...pointers].flatMap(({ letter }) => (letter ? [letter] : []));
    const gaps = letters.flatMap(([x, y], i) =>
      letters.slice(i + 1).map(([u, v]) => Math.hypot(x - u, y - v))
    );
    expect(Math.min(...gaps)).toBeGreaterThan(14);
    expect(letters.length).toBeGreaterThanOrEqual(arcs.length - 1);
  });

  test('[G36] each arc is said in a whole sentence', () => {
    const { arcs } = picture('pacific', '2025-11-05');
    expect(arcs.find((arc) => arc.id === 'deal-usa-jpn-minerals-framework')?.sentence).toBe(
      'Critical minerals and rare earths framework: United States and Japan, 28 October 2025; framework, not binding; agreed.'
    );
    expect(arcs.filter((arc) => !/^[^;]+; .+\.$/.test(arc.sentence))).toEqual([]);
  });
});
