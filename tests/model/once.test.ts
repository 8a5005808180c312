import { expect, test, vi } from 'vitest';
import { once } from '../../src/model/once.ts';

test('[D347] what is made of a thing is made once, also where it comes to nothing', () => {
  const make = vi.fn((list: readonly number[]) => list[0]);
  const first = once(make);
  const [some, none] = [[3, 4], []];
  expect([first(some), first(some), first(none), first(none), first([3])]).toEqual([
    3,
    3,
    undefined,
    undefined,
    3
  ]);
  expect(make).toHaveBeenCalledTimes(3);
});
