import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PALETTE } from '../../src/exchange/palette.ts';

const css = (path: string) => readFileSync(`src/${path}`, 'utf8');
/** The light colours of the page, by the names of their variables. */
const tokens = new Map(
  [...css('app/css/tokens.css').matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}),/g)].map(
    ([, name, light]) => [name!, light!]
  )
);
/** What a picture calls otherwise than the page. */
const NAMES: Record<string, string> = {
  use: 'ink',
  quiet: 'ink-2',
  faint: 'ink-3',
  rule2: 'rule-2',
  party: 'land-party'
};

test.each(Object.entries(PALETTE))('[X310] a picture’s %s is the page’s, by day', (name, colour) => {
  const token = NAMES[name] ?? (/^\d$/.test(name) ? `tone-${name}` : name);
  expect([name, tokens.get(token)]).toEqual([name, colour]);
});

test('[X311] what is not meant fades in a picture as on the page', () => {
  // Of the light page: a picture that is taken along lies on paper.
  const [, page] = /:root \{[^}]*--faded: ([\d.]+);/.exec(css('app/css/tokens.css')) ?? [];
  expect(css('charts/FlowChart.svelte')).toMatch(/\.faded \{\s*opacity: var\(--faded\);/);
  const [, picture] = /FADED = ([\d.]+);/.exec(css('exchange/flowSvg.ts')) ?? [];
  expect(Number(page)).toBeGreaterThan(0);
  expect(picture).toBe(page);
});
