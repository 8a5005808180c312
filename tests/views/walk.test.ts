// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import './dom.ts';
import App from '../../src/app/App.svelte';
import * as loaded from '../../src/app/rest.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import { openPack } from '../../src/pack/pack.ts';
import { VIEWS } from '../../src/state/route.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { bareNumbers, groundless } from './walk.ts';

const pack = openPack(readSeeds(SEEDS));
const kinds = [...new Set([...pack.entities()].map((entity) => entity.kind))];
/** Three records of a kind, spread over its list. */
const some = (kind: EntityKind) => {
  const all = [...pack.entities()].filter((entity) => entity.kind === kind);
  return [...new Set([all[0]!, all[Math.floor(all.length / 2)]!, all.at(-1)!])];
};
const open = (hash: string) => render(App, { props: { pack, hash, asBuilt: true, loaded } }).container;
const views = [...VIEWS.map((view) => `#/${view}`), ...pack.lenses.map((lens) => `#/flows?lens=${lens.id}`)];
const selections = kinds.flatMap((kind) => some(kind).map(({ id }) => [kind, id] as const));
const shows = (hash: string) => {
  location.hash = hash;
  return open(hash);
};

const dossier = (id: string) => shows(`#/notes?on=${id}`).querySelector('[data-dossier]')!;

afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('every view', () => {
  test.each(VIEWS.flatMap((view) => kinds.map((kind) => [view, kind] as const)))(
    '[V1] %s can be drawn with a %s selected',
    (view, kind) => {
      for (const entity of some(kind)) {
        const page = shows(`#/${view}?on=${entity.id}`);
        expect(page.querySelector('.message.bad[role=alert]')?.textContent ?? '', entity.id).toBe('');
        expect(page.querySelector('main h1')?.textContent?.trim(), entity.id).toBeTruthy();
        expect(page.querySelector('[data-entity]')?.getAttribute('data-entity')).toBe(entity.id);
        expect(page.querySelector('[data-dossier-title]')?.textContent?.trim()).toBe(entity.title.trim());
        cleanup();
      }
    }
  );

  test.each(VIEWS)('[V2] %s has one first heading, and no heading without words', (view) => {
    const page = shows(`#/${view}`);
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(
      [...page.querySelectorAll('h1, h2, h3')].filter((heading) => !heading.textContent?.trim())
    ).toEqual([]);
  });

  test('[V3] a link to what is not here is told, and the view still drawn', () => {
    const page = shows('#/deals?on=gone');
    expect(page.querySelector('[data-message]')?.textContent).toContain('gone');
    expect(page.querySelector('main h1')).not.toBeNull();
  });

  test('[V4] text from a link is text', () => {
    const page = shows('#/deals?on=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
    expect(page.querySelector('[data-message] img')).toBeNull();
    expect(page.querySelector('[data-message]')?.textContent).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('the ground of every figure', () => {
  test.each(views)('[V10] on %s each figure has its ground beside it, or is a link to it', (hash) => {
    expect(groundless(shows(hash))).toEqual([]);
  });

  test.each(selections)(
    '[V10] in the dossier of a %s (%s) each figure has its ground beside it',
    (_kind, id) => {
      expect(groundless(dossier(id))).toEqual([]);
    }
  );

  test.each(views)('[V11] on %s no number stands bare', (hash) => {
    expect(bareNumbers(shows(hash), pack)).toEqual([]);
  });

  test.each(selections)('[V11] in the dossier of a %s (%s) no number stands bare', (_kind, id) => {
    expect(bareNumbers(dossier(id), pack)).toEqual([]);
  });

  test('[V12] the walk sees a bare number, a bare figure, and one with its ground', () => {
    const page = document.createElement('div');
    page.innerHTML = '<p>China makes 94 % of all magnets.</p><p><b data-figure>94 %</b></p>';
    expect(bareNumbers(page, pack)).toEqual(['p: China makes 94 % of all magnets.']);
    expect(groundless(page)).toEqual(['94 %']);
    page.innerHTML =
      '<a href="#/brief?on=card-x"><b data-figure>94 %</b></a><p data-grounded><b data-figure>94 %</b><i data-ground>IEA</i></p>';
    expect([...bareNumbers(page, pack), ...groundless(page)]).toEqual([]);
  });

  test('[V13] the views show figures at all', () => {
    for (const [view, least] of [
      ['brief', 10],
      ['flows', 20],
      ['deals', 10]
    ] as const) {
      expect(shows(`#/${view}`).querySelectorAll('main [data-figure]').length, view).toBeGreaterThan(least);
      cleanup();
    }
  });
});
