import { describe, expect, test } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { related } from '../../src/state/related.ts';
import { formatRoute, parseRoute } from '../../src/state/route.ts';
import { parseSpan } from '../../src/state/sift.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const known = { entity: (id: string) => pack.entity(id) !== undefined, lens: () => true };

describe('choices in a link', () => {
  test('[D337] are read again as they were written', () => {
    const route = {
      view: 'deals',
      place: 'JPN',
      binds: 'not known',
      rare: 'in part',
      sort: '-force',
      group: 'pair',
      made: '2025-10',
      map: 'world',
      zoom: '300,80.5,520,190',
      as: '2025-12-01'
    } as const;
    expect(parseRoute(formatRoute(route), known)).toEqual({ route, missing: [] });
  });

  test.each([
    'place=Atlantis',
    'binds=maybe',
    'sort=weight',
    'made=2025-13',
    'span=tomorrow',
    'map=moon',
    'zoom=near'
  ])('[D338] that are not known are named, and the rest holds: %s', (wrong) => {
    const { route, missing } = parseRoute(`#/deals?${wrong}&rare=yes`, known);
    expect(route).toEqual({ view: 'deals', rare: 'yes' });
    expect(missing).toEqual([{ what: 'choice', name: wrong }]);
  });

  test('[D339] a span runs forwards', () => {
    expect(parseSpan('2025-10-01..2025-11-01')).toEqual({ from: '2025-10-01', to: '2025-11-01' });
    expect(parseSpan('2025-11-01..2025-10-01')).toBeNull();
    // Thousands of years have more months than a picture has places for them.
    expect(parseSpan('0001-01-01..9999-12-31')).toBeNull();
    expect(parseSpan('1990-01-01..2050-12-31')).not.toBeNull();
  });
});

describe('what lights up together', () => {
  test('[D340] a deal lights its parties, its sites and its events', () => {
    const lit = related(pack, 'deal-usa-chn-busan');
    for (const id of ['USA', 'CHN', 'magnet-2024/sep-chn', 'event-2025-10-30-busan'])
      expect(lit).toContain(id);
  });

  test('[D56] a company matter lights every larger deal that it is told in', () => {
    const lit = related(pack, 'deal-jpn-usa-mhi-toshiba');
    for (const id of ['deal-usa-jpn-nuclear', 'deal-usa-jpn-projects', 'deal-usa-jpn-investment'])
      expect(lit).toContain(id);
  });

  test('[D341] a site lights the deals about it, a place its deals, and nothing lights nothing', () => {
    expect(related(pack, 'magnet-2024/sep-chn')).toContain('deal-usa-chn-busan');
    expect(related(pack, 'AUS')).toContain('deal-usa-aus-framework');
    expect(related(pack, null).size).toBe(0);
    expect(related(pack, 'no-such-thing').size).toBe(0);
  });
});
