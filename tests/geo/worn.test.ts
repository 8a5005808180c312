import { expect, test } from 'vitest';
import { mapPicture, pointerLabel } from '../../src/geo/picture.ts';
import { worn } from '../../src/geo/worn.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const DAY = '2025-11-05';
const picture = mapPicture('pacific', pack.deals, pack.places, DAY);

test('[D87] a chosen company matter lends its subject, line and sentence to its larger deal’s arc, and to no other', () => {
  const matter = pack.deals.find(({ id }) => id === 'deal-jpn-usa-jera-haynesville')!;
  const dressed = worn(picture, 'deal-usa-jpn-investment', matter, DAY, (id) => pack.placeName(id));
  const arc = (of: typeof picture, id: string) => of.arcs.find((one) => one.id === id)!;
  const [before, after] = [picture, dressed].map((of) => arc(of, 'deal-usa-jpn-investment'));
  expect([before!.subject, before!.force]).toEqual(['investment', 'not binding']);
  expect([after!.subject, after!.force]).toEqual(['energy', 'pledged']);
  expect(after!.path).toBe(before!.path);
  expect(after!.sentence).toMatch(/^JERA .* Drawn in the place of: Investment/s);
  const others = (of: typeof picture) => of.arcs.filter(({ id }) => id !== 'deal-usa-jpn-investment');
  expect(others(dressed)).toEqual(others(picture));
});

test('[D88] the name at the end of a pointer stays in view', () => {
  const end = { end: [900, 200] as const, to: 'Brazil' } as never;
  const room = { x0: 0, y0: 0, x1: 1000, y1: 500 };
  expect(pointerLabel(end, room, 1)).toEqual({ x: 908, y: 204, 'text-anchor': 'start' });
  const tight = pointerLabel(end, { ...room, x1: 905 }, 1);
  expect(tight['text-anchor']).toBe('end');
  expect(tight.x).toBeLessThan(905);
});
