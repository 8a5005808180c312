import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cameraOf, fit, home, panBy, seen, zoomAt, type Camera } from '../../src/geo/camera.ts';
import { formatRect, parseRect } from '../../src/geo/rect.ts';
import { crowds, mapPicture } from '../../src/geo/picture.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const SIZES = [
  { width: 600, height: 241 },
  { width: 900, height: 340 },
  { width: 360, height: 295 },
  { width: 1400, height: 475 }
];
const LAST = '9999-12-31';
const start = (name: 'pacific' | 'world', size: (typeof SIZES)[number]): Camera => {
  const points = (unit: number) =>
    mapPicture(name, pack.deals, pack.places, LAST, unit).arcs.flatMap((arc) => arc.line);
  return home(points(1 / home(points(1), name, size).k), name, size);
};

describe('the camera', () => {
  test.each(SIZES.flatMap((size) => (['pacific', 'world'] as const).map((name) => [name, size] as const)))(
    '[G40] at home on %s, %o shows every arc whole',
    (name, size) => {
      const camera = start(name, size);
      const view = seen(camera, size);
      const { arcs } = mapPicture(name, pack.deals, pack.places, LAST, 1 / camera.k, view);
      const out = arcs.filter(({ line }) =>
        line.some(([x, y]) => x < view.x0 || x > view.x1 || y < view.y0 - 2 || y > view.y1)
      );
      expect(out.map(({ id }) => id)).toEqual([]);
    }
  );

  test('[G41] zooming leaves what is under the pointer where it is', () => {
    const camera = { x: 10, y: 20, k: 1 };
    fc.assert(
      fc.property(
        fc.double({ min: 0.8, max: 8, noNaN: true }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 400 }),
        (factor, x, y) => {
          const next = zoomAt(camera, factor, { x, y }, camera);
          expect(next.x + x / next.k).toBeCloseTo(camera.x + x / camera.k, 6);
          expect(next.y + y / next.k).toBeCloseTo(camera.y + y / camera.k, 6);
        }
      )
    );
  });

  test('[G42] neither zooms without end nor pans out of the picture', () => {
    let camera = start('pacific', SIZES[1]!);
    const first = camera;
    for (let i = 0; i < 50; i++) camera = zoomAt(camera, 2, { x: 0, y: 0 }, first);
    expect(camera.k / first.k).toBeLessThan(10);
    const far = panBy(camera, { x: 1e6, y: 1e6 }, 'pacific', SIZES[1]!);
    const view = seen(far, SIZES[1]!);
    expect((view.x0 + view.x1) / 2).toBeGreaterThanOrEqual(0);
  });

  test('[G43] enlarging a crowd sets its places apart, so that each has a target of its own', () => {
    const size = SIZES[0]!;
    const camera = start('pacific', size);
    const { spots } = mapPicture('pacific', pack.deals, pack.places, LAST, 1 / camera.k, seen(camera, size));
    const crowd = crowds(spots, 26 / camera.k)[0]!;
    expect(crowd.length).toBeGreaterThan(1);
    const xs = crowd.map(({ x }) => x);
    const ys = crowd.map(({ y }) => y);
    const near = fit(
      { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) },
      size
    );
    expect(crowds(crowd, 24 / near.k)).toEqual([]);
  });
});

describe('a zoomed map in a link', () => {
  test.each(SIZES)('[G50] a camera at %o comes back from its link to a tenth of a unit', (size) => {
    const first = start('pacific', size);
    const away = panBy(zoomAt(first, 3, { x: 200, y: 90 }, first), { x: 11.3, y: -7.9 }, 'pacific', size);
    const back = cameraOf(parseRect(formatRect(seen(away, size)))!, first, 'pacific', size);
    for (const key of ['x', 'y'] as const) expect(Math.abs(back[key] - away[key])).toBeLessThan(0.2);
    expect(Math.abs(back.k / away.k - 1)).toBeLessThan(0.005);
  });

  test('[G51] on a screen of another shape what was seen is still seen', () => {
    const rect = { x0: 300, y0: 80, x1: 520, y1: 190 };
    for (const size of SIZES) {
      const view = seen(cameraOf(rect, start('pacific', size), 'pacific', size), size);
      expect([view.x0 <= 300.001, view.y0 <= 80.001, view.x1 >= 519.999, view.y1 >= 189.999]).toEqual(
        Array(4).fill(true)
      );
    }
  });

  test('[G52] a link neither zooms closer than a reader can nor leaves the picture', () => {
    const size = SIZES[1]!;
    const first = start('pacific', size);
    expect(cameraOf({ x0: 0, y0: 0, x1: 1, y1: 1 }, first, 'pacific', size).k / first.k).toBeLessThan(10);
    const far = seen(cameraOf({ x0: 1900, y0: 1900, x1: 2000, y1: 2000 }, first, 'pacific', size), size);
    expect((far.x0 + far.x1) / 2).toBeLessThanOrEqual(930.001);
  });

  test.each(['', '1,2,3', '4,4,2,2', '0,0,99999,5', '1e3,0,2e3,4', '1,1,1.5,9', 'a,b,c,d'])(
    '[G53] "%s" is no part of a map',
    (text) => expect(parseRect(text)).toBeNull()
  );
});

describe('the map on a day', () => {
  const on = (name: 'pacific' | 'world', day: string) => mapPicture(name, pack.deals, pack.places, day);

  test('[G44] draws back what was not yet made, and no arc moves when the day does', () => {
    const before = on('pacific', '2025-10-15');
    const after = on('pacific', '2026-11-23');
    expect(before.later.length).toBeGreaterThan(before.arcs.length);
    expect(after.later).toEqual([]);
    for (const arc of [...before.arcs, ...before.later])
      expect(after.arcs.find(({ id }) => id === arc.id)?.path).toBe(arc.path);
  });

  test('[G45] points to the world view where a deal runs out of the picture', () => {
    expect(on('pacific', '2026-11-23').pointers.map(({ id, to }) => [id, to])).toEqual([
      ['deal-usa-bra-serra-verde', 'Brazil']
    ]);
    expect(on('world', '2026-11-23').pointers).toEqual([]);
  });

  test('[G46] an arrow stands only where a thing moves, and points to where it goes', () => {
    const { arcs, spots } = on('world', '2026-11-23');
    const flows = pack.deals.filter((deal) => deal.flow && !deal.within).map((deal) => deal.id as string);
    expect(
      arcs
        .filter((arc) => arc.arrow)
        .map(({ id }) => id)
        .toSorted()
    ).toEqual(flows.toSorted());
    for (const arc of arcs.filter(({ arrow }) => arrow)) {
      const { flow } = pack.deals.find((deal) => deal.id === arc.id)!;
      const spot = (id: string) => spots.find((each) => each.id === id)!;
      const ahead = Math.cos((arc.arrow!.angle * Math.PI) / 180);
      expect(Math.sign(ahead)).toBe(Math.sign(spot(flow!.to).x - spot(flow!.from).x));
    }
  });

  test.each(SIZES)('[G47] labels at %o never overlap, at home and close up', (size) => {
    const first = start('pacific', size);
    for (const factor of [1, 1.5, 3, 6]) {
      const camera = zoomAt(first, factor, { x: size.width * 0.2, y: size.height * 0.4 }, first);
      const unit = 1 / camera.k;
      const { spots } = mapPicture('pacific', pack.deals, pack.places, LAST, unit, seen(camera, size));
      const boxes = spots
        .filter((spot) => !spot.unlabelled)
        .map(({ name, label }) => {
          const width = name.length * 7.2 * unit;
          const x0 =
            label.anchor === 'start'
              ? label.x
              : label.anchor === 'end'
                ? label.x - width
                : label.x - width / 2;
          return { name, x0, x1: x0 + width, y0: label.y - 11 * unit, y1: label.y + 4 * unit };
        });
      const over = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)
          .map((b) => `${a.name} on ${b.name}`)
      );
      expect(over).toEqual([]);
    }
  });
});
