import { describe, expect, test } from 'vitest';
import { BarLink, RibbonLink } from '../../src/charts/flowLink.ts';
import type { Bar, Ribbon } from '../../src/flow/picture.ts';

const ribbon = (more: Partial<Ribbon> = {}): Ribbon => ({
  id: 'a-b',
  from: 'a',
  to: 'b',
  returns: false,
  width: 4,
  path: 'its own',
  way: [0, 0, 10, 100, 100, 50],
  kind: 'observed',
  sentence: 'A to B, 4 t.',
  value: 4,
  hue: '1',
  left: 1,
  ...more
});
const ask = { href: (id: string) => `#${id}`, notes: (id: string) => (id === 'a-b' ? 2 : 0) };
/** The heights at which a path without bends lies. */
const heights = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(Number);

describe('a ribbon as a link', () => {
  test('[F190] of many is hit on an outline of 24 px about its middle; a wide one is its own', () => {
    const level = ribbon({ way: [0, 0, 50, 100, 100, 50] });
    const link = new RibbonLink(level, ask, true);
    expect(link.reach).toBeUndefined();
    const found = heights(link.target);
    // From 10 above its edge to 10 below its other one.
    expect(found).toContain(40);
    expect(found.some((at) => at === 64 || at === 24)).toBe(true);
    expect(new RibbonLink(ribbon({ width: 30 }), ask, true).target).toBe('its own');
  });

  test('[F191] of few, or on its way back, is hit on a line of 24 px along its own', () => {
    for (const link of [
      new RibbonLink(ribbon(), ask, false),
      new RibbonLink(ribbon({ returns: true }), ask, true)
    ])
      expect([link.target, link.reach]).toEqual(['its own', 20]);
    expect(new RibbonLink(ribbon({ width: 40 }), ask, false).reach).toBe(2);
  });

  test('[F192] keeps of its width what a shock leaves, and says how many notes it carries', () => {
    const rest = (left: number, returns = false) =>
      new RibbonLink(ribbon({ left, returns }), ask, false).rest;
    expect([rest(1), rest(0), rest(0.5, true), rest(0, true)]).toEqual([
      'its own',
      undefined,
      'its own',
      undefined
    ]);
    expect(rest(0.5)).toMatch(/^M/);
    const link = new RibbonLink(ribbon(), ask, false);
    expect([link.href, link.name]).toEqual(['#a-b', 'A to B, 4 t. 2 notes.']);
  });
});

test('[F193] the ground behind a label is as wide as its words, on the side of its bar where they stand', () => {
  const line = (text: string, x: number, y: number, strong: boolean) => ({ text, x, y, strong });
  const bar = (label: Bar['label']): Bar => ({
    id: 'a',
    column: 0,
    x: 100,
    y: 40,
    width: 10,
    height: 6,
    hue: '1',
    sentence: 'A, 4 t.',
    left: 1,
    apart: false,
    label
  });
  const two = [line('Alpha', 90, 50, true), line('4 t', 90, 66, false)];
  expect(new BarLink(bar({ lines: two, anchor: 'end', over: false }), ask).behind).toEqual({
    x: 90 - 35,
    y: 37,
    width: 35,
    height: 34
  });
  const one = [line('Alpha', 117, 50, true), line('4 t', 117, 50, false)];
  const beside = new BarLink(bar({ lines: one, anchor: 'start', over: true }), ask);
  expect([beside.behind.x, beside.behind.height, beside.lies, beside.high]).toEqual([117, 18, 'over', 24]);
  const turned = new BarLink(bar({ lines: one, anchor: 'start', over: true, turned: true }), ask);
  expect([turned.behind.width, turned.turn, turned.lies]).toEqual([0, 'rotate(90)', 'over turned']);
});
