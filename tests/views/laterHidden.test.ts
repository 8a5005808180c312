// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte';
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import './dom.ts';
import App from '../../src/app/App.svelte';
import * as loaded from '../../src/app/rest.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const bar = (id: string, later: string) => {
  location.hash = `#/notes?on=${id}&as=2025-11-05${later}`;
  const page = render(App, { props: { pack, hash: location.hash, asBuilt: true, loaded } }).container;
  const svg = page.querySelector('[data-dossier] svg[role=img]')!;
  return `${svg.getAttribute('aria-label')} ${svg.textContent}`;
};

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('[GT24] the bar in a dossier neither says nor writes a day that was not yet known, while that is hidden', () => {
  const hidden = bar('measure-2025-55', '&later=hidden');
  expect(hidden).toContain('announced from 9 October 2025; the chosen day is 5 November 2025.');
  expect(hidden).not.toMatch(/7 Nov|2026|suspended/);
  cleanup();
  expect(bar('measure-2025-55', '')).toContain('suspended from 7 November 2025');
});
