import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lastInFrame } from '../../src/ui/lastInFrame.ts';

let frames: ((at: number) => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (task: (at: number) => void) => frames.push(task));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => (frames[id - 1] = () => undefined));
});
afterEach(() => vi.unstubAllGlobals());
const frame = () => frames.splice(0).forEach((task) => task(0));

test('[U2] of what is asked within a frame the last is done, at that frame, and once', () => {
  const done: string[] = [];
  const { run, drop } = lastInFrame();
  run(() => done.push('left'));
  run(() => done.push('entered'));
  expect(done).toEqual([]);
  frame();
  frame();
  expect(done).toEqual(['entered']);
  run(() => done.push('dropped'));
  drop();
  frame();
  expect(done).toEqual(['entered']);
});
