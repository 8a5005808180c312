// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn } from '../../src/ui/inTurn.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[D96] a light part is there at once, a heavy one in a task of its own, and one that is left never', () => {
  const turns: { readonly due: boolean }[] = [];
  const stop = $effect.root(() => void turns.push(inTurn(false), inTurn(true)));
  flushSync();
  expect(turns.map(({ due }) => due)).toEqual([true, false]);
  vi.runAllTimers();
  expect(turns.map(({ due }) => due)).toEqual([true, true]);
  stop();
  let left: { readonly due: boolean } | undefined;
  const leave = $effect.root(() => void (left = inTurn(true)));
  flushSync();
  leave();
  vi.runAllTimers();
  expect(left?.due).toBe(false);
});
