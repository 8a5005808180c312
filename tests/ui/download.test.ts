// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { download } from '../../src/ui/download.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('[B77] files asked for at once leave one after another, the first without waiting', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  const left: [string, number][] = [];
  const begin = performance.now();
  // jsdom neither makes such addresses nor follows them.
  Object.assign(URL, { createObjectURL: () => 'blob:a', revokeObjectURL: () => undefined });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    left.push([this.download, performance.now() - begin]);
  });
  for (const name of ['a.svg', 'b.png', 'c.csv']) download(name, name);
  expect(left).toEqual([['a.svg', 0]]);
  // A busy page: the timer rings late, and the rest counts from there.
  vi.advanceTimersByTime(1600);
  vi.runAllTimers();
  expect(left.map(([name]) => name)).toEqual(['a.svg', 'b.png', 'c.csv']);
  const [first, second, third] = left.map(([, at]) => at) as [number, number, number];
  expect(second - first).toBeGreaterThanOrEqual(1500);
  expect(third - second).toBeGreaterThanOrEqual(1500);
  // Long after, a file waits for nobody.
  download('d.json', 'd');
  expect(left.at(-1)?.[0]).toBe('d.json');
});
