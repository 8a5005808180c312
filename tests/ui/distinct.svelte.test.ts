// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { distinct } from '../../src/ui/distinct.svelte.ts';

test('[D346] a value is passed on only where it is another one, and is there at once', () => {
  let day = $state(1);
  let looked = 0;
  const heard: number[] = [];
  const stop = $effect.root(() => {
    const month = $derived.by(() => {
      looked += 1;
      return Math.ceil(day / 30);
    });
    const told = distinct(() => month);
    expect(told.now).toBe(1);
    $effect(() => void heard.push(told.now));
  });
  flushSync();
  day = 20;
  flushSync();
  expect(heard).toEqual([1]);
  day = 40;
  flushSync();
  expect(heard).toEqual([1, 2]);
  expect(looked).toBeGreaterThanOrEqual(3);
  stop();
});
