// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Lights } from '../../src/state/lights.svelte.ts';

test('[S68] whoever watches one record is told of that one only, whoever asks for all is told of each change', () => {
  const lights = new Lights(['a', 'b', 'c']);
  const told: string[] = [];
  const stop = $effect.root(() => {
    for (const id of ['a', 'b', 'c']) $effect(() => void told.push(`${id}: ${lights.has(id)}`));
    $effect(() => void told.push([...lights].join('+')));
  });
  flushSync();
  told.length = 0;
  lights.show(new Set(['a', 'elsewhere']));
  flushSync();
  expect(told).toEqual(['a: true', 'a+elsewhere']);
  told.length = 0;
  lights.show(new Set(['a', 'b']));
  flushSync();
  expect(told).toEqual(['b: true', 'a+b']);
  told.length = 0;
  lights.show(new Set());
  lights.show(new Set());
  flushSync();
  expect(told).toEqual(['a: false', 'b: false', '']);
  expect([lights.size, lights.has('elsewhere')]).toEqual([0, false]);
  stop();
});
