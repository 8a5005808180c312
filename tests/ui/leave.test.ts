// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { leave } from '../../src/ui/leave.ts';

afterEach(() => document.body.replaceChildren());

const view = (): HTMLElement => {
  document.body.innerHTML =
    '<main tabindex="-1"><div><a href="#/brief">in it</a></div></main><button>beside it</button>';
  return document.querySelector('div')!;
};

test('[D100] a view that is left is marked so at once, lets go of the focus, and is taken apart later', () => {
  const left = view();
  left.querySelector('a')!.focus();
  const { delay, duration } = leave(left);
  expect(left.className).toBe('leaving');
  expect(document.activeElement).toBe(document.body);
  // Without either the way out would be over at once.
  expect(delay).toBeGreaterThan(0);
  expect(duration).toBe(0);
});

test('[D100] the focus beside a view stays where it is', () => {
  const left = view();
  for (const css of ['button', 'main']) {
    document.querySelector<HTMLElement>(css)!.focus();
    leave(left);
    expect(document.activeElement).toBe(document.querySelector(css));
  }
});
