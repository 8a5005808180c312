// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inParts } from '../../src/ui/inParts.svelte.ts';

let frames: FrameRequestCallback[] = [];
let clock = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => frames.push(run));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Draws one frame, which takes so many milliseconds. */
function draw(ms: number): void {
  const due = frames;
  frames = [];
  for (const run of due) run(clock);
  flushSync();
  clock += ms;
  vi.runAllTimers();
}
const entries = (count: number, look = '') =>
  Array.from({ length: count }, (_, i) => ({ id: `e${i}`, look }));

test('[D91] a short list is whole at once, a long one grows frame by frame to the same list', () => {
  const stop = $effect.root(() => {
    expect(inParts(() => entries(120)).now).toHaveLength(120);
    const long = entries(500);
    const parts = inParts(() => long);
    flushSync();
    const sizes: number[] = [];
    for (let i = 0; i < 200 && frames.length; i++) {
      sizes.push(parts.now.length);
      expect(parts.now).toEqual(long.slice(0, parts.now.length));
      draw(4);
    }
    expect(parts.now).toBe(long);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes[0]).toBeLessThan(30);
    // Nothing goes on once all is drawn.
    expect(frames).toHaveLength(0);
  });
  stop();
});

test('[D91] a list of heavy entries begins with as many as it says, and goes on in parts nearly as small', () => {
  const stop = $effect.root(() => {
    const rows = entries(60);
    const parts = inParts(() => rows, { whole: 40, first: 5 });
    flushSync();
    const sizes = [parts.now.length];
    while (frames.length && sizes.length < 60) {
      draw(30);
      sizes.push(parts.now.length);
    }
    expect(sizes.slice(0, 4)).toEqual([5, 10, 14, 18]);
    expect(parts.now).toBe(rows);
    expect(inParts(() => rows.slice(0, 40), { whole: 40, first: 5 }).now).toHaveLength(40);
  });
  stop();
});

test('[D91] frames that take long get shorter parts, lists grow one after another, and one that is left stops', () => {
  const stop = $effect.root(() => {
    const long = entries(9000);
    const [first, second] = [inParts(() => long), inParts(() => long)];
    flushSync();
    const grown = (ms: number) => {
      const before = first.now.length;
      draw(ms);
      return first.now.length - before;
    };
    draw(4);
    draw(4);
    const quick = grown(4);
    for (let i = 0; i < 6; i++) grown(40);
    const few = grown(40);
    expect(few).toBeLessThan(quick);
    expect(few).toBe(12);
    expect(second.now.length).toBeLessThan(30);
    // So slow for so few that it cannot be for what is added: the rest at once is over sooner.
    draw(500);
    draw(500);
    expect(first.now).toHaveLength(9000);
    expect(second.now.length).toBeLessThan(30);
    draw(4);
    expect(second.now.length).toBeGreaterThan(30);
  });
  stop();
  flushSync();
  draw(4);
  expect(frames).toHaveLength(0);
});

test('[D91] a printer gets all of it, and what is asked for at once is whole', () => {
  const stop = $effect.root(() => {
    const parts = inParts(() => entries(500));
    flushSync();
    expect(parts.now.length).toBeLessThan(500);
    window.dispatchEvent(new Event('beforeprint'));
    expect(parts.now).toHaveLength(500);
    expect(inParts(() => entries(500), { atOnce: true }).now).toHaveLength(500);
  });
  stop();
  draw(4);
});

test('[D94] the same entries in other looks are exchanged a part at a time, and stand as they were until then', () => {
  let list = $state.raw(entries(500, 'old'));
  const stop = $effect.root(() => {
    const parts = inParts(() => list);
    flushSync();
    for (let i = 0; i < 200 && frames.length; i++) draw(4);
    expect(parts.now).toBe(list);
    const anew = entries(500, 'new');
    const sizes: number[] = [];
    list = anew;
    flushSync();
    for (let i = 0; i < 200 && frames.length; i++) {
      const looks = parts.now.map(({ look }) => look);
      expect(looks).toHaveLength(500);
      const size = looks.lastIndexOf('new') + 1;
      expect(looks.indexOf('old')).toBe(size);
      sizes.push(size);
      draw(4);
    }
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(parts.now).toBe(anew);
    // The same entries in another array are nothing new.
    list = [...anew];
    flushSync();
    expect(frames).toHaveLength(0);
    expect(parts.now).toBe(anew);
    // Other entries come at once.
    list = entries(400, 'other').map((entry, i) => ({ ...entry, id: `o${i}` }));
    expect(parts.now).toEqual(list);
  });
  stop();
});

test('[D94] a list that changes while it grows is drawn anew as far as it is drawn, and then grows on', () => {
  let list = $state.raw(entries(500, 'old'));
  const stop = $effect.root(() => {
    const parts = inParts(() => list);
    flushSync();
    draw(4);
    draw(4);
    const drawn = parts.now.length;
    expect(drawn).toBeLessThan(100);
    list = entries(500, 'new');
    flushSync();
    expect(parts.now).toHaveLength(drawn);
    for (let i = 0; i < 200 && frames.length; i++) draw(4);
    expect(parts.now).toBe(list);
    // For a printer all is drawn as it now is.
    list = entries(500, 'newer');
    flushSync();
    expect(parts.now.at(-1)?.look).toBe('new');
    window.dispatchEvent(new Event('beforeprint'));
    expect(parts.now).toBe(list);
  });
  stop();
});
