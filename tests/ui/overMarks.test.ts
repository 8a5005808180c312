// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { overMarks } from '../../src/ui/overMarks.ts';

afterEach(() => document.body.replaceChildren());

/** A group of two marks, one of them with a part within, that hears as a picture does; and what was pointed at, in turn. */
function picture() {
  document.body.innerHTML = '<p><a data-flow="one"><i></i></a><a data-flow="two"></a><b></b></p>';
  const group = document.querySelector('p')!;
  const pointed: (string | null)[] = [];
  for (const [name, handler] of Object.entries(overMarks('flow', (id) => pointed.push(id))))
    group.addEventListener(name.slice(2), handler as (event: Event) => void);
  const at = (css: string, type: string) =>
    document.querySelector(css)!.dispatchEvent(new PointerEvent(type, { bubbles: true }));
  return { pointed, at };
}

test('[F189] the mark under the pointer is told by its id, whatever part of it is hit, and letting go too', () => {
  const { pointed, at } = picture();
  at('i', 'pointerover');
  at('i', 'pointerout');
  at('[data-flow="two"]', 'pointerover');
  at('b', 'pointerover');
  expect(pointed).toEqual(['one', null, 'two', null]);
});

test('[F189] the keyboard means a mark, a press of the pointer that focuses it does not', () => {
  const { pointed, at } = picture();
  const one = document.querySelector<HTMLElement>('[data-flow="one"]')!;
  const seen = vi.spyOn(one, 'matches').mockReturnValue(false);
  at('[data-flow="one"]', 'focusin');
  expect(seen).toHaveBeenCalledWith(':focus-visible');
  expect(pointed).toEqual([]);
  seen.mockReturnValue(true);
  at('[data-flow="one"]', 'focusin');
  at('[data-flow="one"]', 'focusout');
  expect(pointed).toEqual(['one', null]);
});
