import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewOf, formatRoute, HOME, linksFrom, parseRoute, VIEWS, type Route } from '../../src/state/route.ts';

const IDS = ['JPN', 'deal-usa-jpn-lng', 'magnet-2024/sep-chn', 'magnet-2024/r01', 't1', 'x-row'];
const LENSES = ['magnet-2024', 'total-2025'];
const known = { entity: (id: string) => IDS.includes(id), lens: (id: string) => LENSES.includes(id) };
const read = (hash: string) => parseRoute(hash, known);
const routes = fc
  .record(
    {
      view: fc.constantFrom(...VIEWS),
      on: fc.constantFrom(...IDS),
      lens: fc.constantFrom(...LENSES),
      record: fc.constant('off' as const)
    },
    { requiredKeys: ['view'] }
  )
  .map((route) => route as Route);

describe('a link', () => {
  test('[S1] holds a whole route: what is written is read again', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(read(formatRoute(route))).toEqual({ route, missing: [] });
      })
    );
  });

  test('[S1] keeps a question mark that was written as it is in what is looked for', () => {
    expect(read('#/notes?find=who?&on=JPN')).toEqual({
      route: { view: 'notes', find: 'who?', on: 'JPN' },
      missing: []
    });
  });

  test('[S1] to a record, made with hundreds of others, is the same as one made alone', () => {
    const id = fc.oneof(fc.constantFrom(...IDS), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(routes, fc.array(fc.tuple(fc.constantFrom(...VIEWS), id)), (route, links) => {
        const to = linksFrom(route);
        for (const [view, on] of links) expect(to(view, on)).toBe(formatRoute({ ...route, view, on }));
      })
    );
  });

  test('[N73] to another view carries nothing of what is sifted in Notes', () => {
    const notes: Route = {
      view: 'notes',
      find: 'ports',
      by: 'Ada',
      only: 'open',
      note: 'x',
      on: 'JPN',
      place: 'JPN'
    };
    expect(formatRoute(notes)).toBe('#/notes?place=JPN&find=ports&by=Ada&only=open&note=x&on=JPN');
    expect(formatRoute({ ...notes, view: 'deals' })).toBe('#/deals?place=JPN&on=JPN');
    expect(linksFrom(notes)('flows', 'JPN')).toBe('#/flows?place=JPN&on=JPN');
  });

  test('[S1] reads as words, with the slash of a site left as it is', () => {
    expect(formatRoute({ view: 'flows', on: 'magnet-2024/sep-chn', lens: 'magnet-2024' })).toBe(
      '#/flows?lens=magnet-2024&on=magnet-2024/sep-chn'
    );
    expect(formatRoute({ view: 'brief' })).toBe('#/brief');
  });

  test('[S2] keeps an id of any letters whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (on) => {
        const all = { entity: () => true, lens: () => true };
        expect(parseRoute(formatRoute({ view: 'deals', on }), all).route.on).toBe(on);
      })
    );
  });

  test.each(['', '#', '#/', '/', '#brief', '#/brief', '#/brief/'])(
    '[S3] "%s" opens the start view, and nothing is missing',
    (hash) => {
      expect(read(hash)).toEqual({ route: { view: HOME }, missing: [] });
    }
  );

  test('[S4] to a view that is not here falls back to the start view, says so, and keeps the rest', () => {
    expect(read('#/nowhere?on=JPN')).toEqual({
      route: { view: HOME, on: 'JPN' },
      missing: [{ what: 'view', name: 'nowhere' }]
    });
  });

  test('[S4] to a record and a lens that are not here says so, and keeps the view', () => {
    expect(read('#/deals?on=deal-gone&lens=magnet-2030')).toEqual({
      route: { view: 'deals' },
      missing: [
        { what: 'selection', name: 'deal-gone' },
        { what: 'lens', name: 'magnet-2030' }
      ]
    });
  });

  test.each([
    ['#/%', '%'],
    ['#/%E0%A4%A', '%E0%A4%A'],
    ['#/%3Cscript%3Ealert(1)%3C%2Fscript%3E', '<script>alert(1)</script>'],
    ['#/__proto__', '__proto__'],
    ['#/constructor', 'constructor'],
    ['#/toString', 'toString']
  ])('[S5] %s names the unknown view %s as text', (hash, name) => {
    expect(read(hash)).toEqual({ route: { view: HOME }, missing: [{ what: 'view', name }] });
  });

  test.each([
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '%',
    '%ff%fe',
    '<img src=x onerror=alert(1)>',
    'x'.repeat(200_000)
  ])('[S5] a selection like %.40s is told as missing', (on) => {
    const { route, missing } = read(`#/flows?on=${on}`);
    expect(route).toEqual({ view: 'flows' });
    expect(missing.map(({ what }) => what)).toEqual(['selection']);
  });

  test('[S72] that names a record by the id of an older edition leads to it under its new one', () => {
    const current = (id: string) => (id === 'deal-old' ? 'deal-usa-jpn-lng' : id);
    expect(parseRoute('#/deals?on=deal-old', { ...known, current })).toEqual({
      route: { view: 'deals', on: 'deal-usa-jpn-lng' },
      missing: []
    });
    expect(parseRoute('#/deals?on=deal-gone', { ...known, current }).missing).toEqual([
      { what: 'selection', name: 'deal-gone' }
    ]);
  });

  test('[S73] with a choice that no view has says so', () => {
    expect(read('#/flows?x=1').missing).toEqual([{ what: 'choice', name: 'x' }]);
  });

  test('[S101] with a switch that takes another word says so, and keeps the rest', () => {
    const { route, missing } = read('#/flows?split=maybe&later=soon&record=off');
    expect(route).toEqual({ view: 'flows', record: 'off' });
    expect(missing).toEqual([
      { what: 'choice', name: 'later=soon' },
      { what: 'choice', name: 'split=maybe' }
    ]);
  });

  test('[S102] that asks for very much that is not here has the first few told, and how many more', () => {
    const names = Array.from({ length: 150_000 }, (_, i) => `x${i}`).join('&');
    const { missing } = read(`#/flows?${names}&on=${'y'.repeat(500)}`);
    const told = fewOf(missing);
    expect(told.map(({ what }) => what)).toEqual(['selection', 'choice', 'choice', 'more']);
    expect(told[0]!.name).toBe(`${'y'.repeat(80)}…`);
    expect(Number(told[3]!.name)).toBe(missing.length - 3);
    expect(fewOf(missing.slice(1, 3)).map(({ name }) => name)).toEqual(['x0', 'x1']);
  });

  test('[S6] of any text never throws, and never selects what is not known', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string().map((text) => `#/deals?on=${text}&lens=${text}&record=${text}`),
      fc
        .array(fc.constantFrom('%', '?', '&', '=', '/', '#', 'on', 'lens', '\ud800', '\0', 'JPN', 'deals'))
        .map((parts) => parts.join(''))
    );
    fc.assert(
      fc.property(hostile, (hash) => {
        const { route } = read(hash);
        expect(VIEWS).toContain(route.view);
        expect(route.on === undefined || IDS.includes(route.on)).toBe(true);
        expect(route.lens === undefined || LENSES.includes(route.lens)).toBe(true);
        expect(Object.getPrototypeOf(route)).toBe(Object.prototype);
      }),
      { numRuns: 1000 }
    );
  });
});
