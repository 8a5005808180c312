// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import './dom.ts';
import App from '../../src/app/App.svelte';
import * as loaded from '../../src/app/rest.ts';
import { openPack } from '../../src/pack/pack.ts';
import { VIEWS } from '../../src/state/route.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

type Lens = { id: string; stages: object[]; sites: object[]; flows: object[] };
const real = readSeeds(SEEDS);
const briefing = real.briefing as Record<string, unknown>;
const ground = { kind: 'stated', sources: [], paragraph: 't1' };

/** The least briefing that the gate lets pass: one paragraph, one claim, and flows of another material without a market. */
const bare = openPack({
  ...Object.fromEntries(Object.keys(real).map((table) => [table, []])),
  briefing: {
    ...briefing,
    id: 'copper',
    title: 'Copper',
    lens: 'copper-2024',
    judgements: [],
    paragraphs: (briefing.paragraphs as unknown[]).slice(0, 1),
    retired: [],
    aliases: {}
  },
  places: [
    { id: 'CHL', name: 'Chile' },
    { id: 'CHN', name: 'China' }
  ],
  claims: [
    {
      ...(real.claims as object[])[0],
      paragraph: 't1',
      ...Object.fromEntries(
        ['places', 'organisations', 'deals', 'events', 'measures', 'elements', 'takeaways'].map((list) => [
          list,
          []
        ])
      ),
      speaker: undefined
    }
  ],
  lenses: [
    {
      id: 'copper-2024',
      title: 'Copper, 2024',
      material: 'copper',
      year: 2024,
      unit: 't',
      about: 'copper in cathodes',
      stages: [
        { id: 'mine', heading: 'Mined in', column: 0 },
        { id: 'separation', heading: 'Smelted in', column: 1 },
        { id: 'use', heading: 'Used for', column: 2 }
      ],
      sites: [
        {
          id: 'mine-chl',
          stage: 'mine',
          name: 'Chile',
          full: 'Mines in Chile',
          place: 'CHL',
          role: 'source'
        },
        {
          id: 'sep-chn',
          stage: 'separation',
          name: 'China',
          full: 'Smelters in China',
          place: 'CHN',
          role: 'inner'
        },
        { id: 'use-wire', stage: 'use', name: 'Wire', full: 'Wire', role: 'use' },
        { id: 'use-pipe', stage: 'use', name: 'Pipes', full: 'Pipes', role: 'use' }
      ],
      flows: [
        { id: 'r1', from: 'mine-chl', to: 'sep-chn', value: 300, ground },
        { id: 'r2', from: 'sep-chn', to: 'use-wire', value: 200, ground },
        { id: 'r3', from: 'sep-chn', to: 'use-pipe', value: 100, ground }
      ],
      weak: [],
      shares: []
    } satisfies Lens & Record<string, unknown>
  ]
});

const shows = (hash: string) => {
  location.hash = hash;
  return render(App, { props: { pack: bare, hash, asBuilt: false, loaded } }).container;
};
const words = (page: Element) => (page.textContent ?? '').replace(/\s+/g, ' ');

afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('a briefing with nothing in its tables but flows', () => {
  test.each(VIEWS)('[GT4] %s is drawn, and no heading stands over nothing', (view) => {
    const page = shows(`#/${view}`);
    expect(page.querySelector('.message.bad[role=alert]')?.textContent ?? '').toBe('');
    expect(page.querySelector('main h1')?.textContent?.trim()).toBeTruthy();
    expect(words(page.querySelector('main')!)).not.toMatch(
      /disagree|do not know|of 0 |\b0 of|no public tonnage|undefined|NaN|Invalid/
    );
  });

  test.each(['#/flows', '#/flows?what=sep-chn:0', '#/flows?split=yes', '#/flows?on=copper-2024/sep-chn'])(
    '[GT4] %s says nothing of rare earths, of oxide or of a market',
    (hash) => {
      const page = shows(hash);
      expect(words(page)).not.toMatch(/rare.earth|oxide|one market|separat|dysprosium|refiner/i);
      expect(words(page)).toContain('Copper; 2024, tonnes.');
    }
  );

  test('[GT4] without the briefing among the sources none is taken off their number', () => {
    expect(words(shows('#/brief'))).toContain('sources outside the briefing 0');
  });
});
