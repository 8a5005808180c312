import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CleanFlow, CleanSite } from '../../src/flow/graph.ts';
import { passesOf, placesOf } from '../../src/flow/places.ts';
import { runs } from './orders.ts';

/** Sites in any of six columns, and flows between them that lead on, back, or to their own column. */
const given = fc
  .record({
    sites: fc.array(fc.record({ column: fc.nat(5), apart: fc.boolean() }), { minLength: 2, maxLength: 8 }),
    ends: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 40 })), {
      maxLength: 12,
      size: 'max'
    })
  })
  .map(({ sites, ends }) => {
    const column = Int32Array.from(sites, (site) => site.column);
    const flows: CleanFlow[] = ends
      .filter(([a, b]) => a !== b && a < sites.length && b < sites.length)
      .map(([from, to, value], f) => ({ id: `f${f}`, from, to, value }));
    const clean: CleanSite[] = sites.map(({ apart }, p) => ({ id: `s${p}`, stage: -1, apart }));
    return { sites: clean, flows, column, places: placesOf(clean, flows, column, 6) };
  });

describe('places', () => {
  it('[F146] are the sites, then one for every column that a flow passes, with its value', () => {
    fc.assert(
      fc.property(given, ({ sites, flows, column, places }) => {
        expect(places.sites).toBe(sites.length);
        expect([...places.column.subarray(0, sites.length)]).toEqual([...column]);
        expect([...places.passes.subarray(0, sites.length)]).toEqual(sites.map(() => -1));
        const passed = flows.flatMap(({ from, to, value }, f) =>
          [0, 1, 2, 3, 4, 5]
            .filter((c) => c > column[from]! && c < column[to]!)
            .map((c) => ({ flow: f, column: c, value }))
        );
        const virtual = Array.from({ length: places.count - places.sites }, (_, i) => ({
          flow: places.passes[places.sites + i],
          column: places.column[places.sites + i],
          value: places.value[places.sites + i]
        }));
        expect(virtual).toEqual(passed);
        flows.forEach((flow, f) =>
          expect(passesOf(flow, column)).toBe(passed.filter((place) => place.flow === f).length)
        );
      }),
      runs
    );
  });

  it('[F147] links lead each flow from its first site to its last, column by column; those that lead back have none', () => {
    fc.assert(
      fc.property(given, ({ flows, column, places }) => {
        const { from, to, weight } = places.links;
        flows.forEach((flow, f) => {
          const own = Array.from(
            { length: places.firstLink[f + 1]! - places.firstLink[f]! },
            (_, i) => places.firstLink[f]! + i
          );
          expect(own).toHaveLength(Math.max(0, column[flow.to]! - column[flow.from]!));
          if (own.length === 0) return;
          expect([from[own[0]!], to[own.at(-1)!]]).toEqual([flow.from, flow.to]);
          for (const link of own) {
            expect(weight[link]).toBe(flow.value);
            expect(places.column[to[link]!]).toBe(places.column[from[link]!]! + 1);
            if (link === own.at(-1)) continue;
            expect(to[link]).toBe(from[link + 1]);
            expect(places.passes[to[link]!]).toBe(f);
          }
        });
        expect(places.firstLink).toHaveLength(flows.length + 1);
        expect(places.firstLink[0]).toBe(0);
        for (const ends of [from, to, weight]) expect(ends).toHaveLength(places.firstLink[flows.length]!);
      }),
      runs
    );
  });

  it('[F148] of sites have the larger of what enters and what leaves, with what leads back, and their rank', () => {
    fc.assert(
      fc.property(given, ({ sites, flows, places }) => {
        sites.forEach((site, p) => {
          const sum = (end: 'from' | 'to') =>
            flows.filter((flow) => flow[end] === p).reduce((all, { value }) => all + value, 0);
          expect(places.value[p]).toBe(Math.max(sum('from'), sum('to')));
          expect(places.rank[p]).toBe(site.apart ? 1 : 0);
        });
        // Where a flow passes, nothing stands apart.
        expect(places.rank.subarray(sites.length).every((rank) => rank === 0)).toBe(true);
      }),
      runs
    );
  });
});
