import { describe, expect, test } from 'vitest';
import { waysOf } from '../../src/model/way.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));

describe('a way through the market', () => {
  test.each(pack.lenses.map((lens) => [lens.id, lens] as const))(
    '[F93] %s: every way is a record with its estimate, arithmetic, assumption and sources, and no list holds it',
    (id, lens) => {
      const ways = waysOf(lens);
      expect(ways.length).toBeGreaterThan(10);
      const listed = new Set([...pack.entities()].map((entity) => entity.id));
      for (const way of ways) {
        const entity = pack.entity(`${id}/${way.id}`);
        expect(entity?.record).toEqual(way);
        expect(Object.isFrozen(entity?.record)).toBe(true);
        expect(listed.has(`${id}/${way.id}`)).toBe(false);
        expect(way.ground.kind).toBe('estimated');
        expect(way.ground.assumption).toBeTruthy();
        expect(way.ground.arithmetic).toContain('÷');
        for (const part of [way.feeder, way.fed])
          expect(way.ground.sources).toEqual(expect.arrayContaining([...part.ground.sources]));
      }
    }
  );

  test('[F94] a way out of China to wind turbines is 73,757 × 10,496 ÷ 90,922 t', () => {
    const lens = pack.lenses.find(({ id }) => id === 'magnet-2024')!;
    const way = waysOf(lens).find(({ id }) => id === 'r11.r17')!;
    expect(way.value).toBeCloseTo((73_757 * 10_496) / 90_922, 6);
  });
});
