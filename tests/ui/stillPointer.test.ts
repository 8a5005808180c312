// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { stillPointer } from '../../src/ui/stillPointer.ts';

afterEach(() => document.body.replaceChildren());

/** A mark that keeps what it hears, and a hand that moves a pointer over it. */
function desk() {
  const mark = document.body.appendChild(document.createElement('a'));
  const heard: string[] = [];
  for (const type of ['pointerenter', 'pointermove', 'pointerleave'])
    mark.addEventListener(type, () => heard.push(type));
  const at = (type: string, screenX: number, pointerType = 'mouse') =>
    mark.dispatchEvent(new PointerEvent(type, { screenX, screenY: 5, bubbles: true, pointerType }));
  return { heard, at };
}

test('[S100] a pointer that rests means nothing of what comes up below it, until it moves', () => {
  const { heard, at } = desk();
  const pointer = stillPointer(window);
  at('pointerenter', 10);
  at('pointermove', 10);
  expect(heard).toEqual([]);
  at('pointermove', 11);
  expect(heard).toEqual(['pointermove']);
  // The next scene comes up, and an engine tells again what lies below.
  pointer.rest();
  at('pointerenter', 11);
  at('pointermove', 11);
  expect(heard).toEqual(['pointermove']);
  at('pointerenter', 12);
  at('pointerenter', 12, 'touch');
  expect(heard).toEqual(['pointermove', 'pointerenter', 'pointerenter']);
  pointer.rest();
  pointer.stop();
  at('pointermove', 12);
  expect(heard.at(-1)).toBe('pointermove');
});

test('[S100] what the pointer was on is let go of, by a mark that hears for itself and by a picture that hears for its marks', () => {
  const { heard } = desk();
  const mark = document.querySelector('a')!;
  document.body.addEventListener('pointerout', () => heard.push('out'), { once: true });
  const over = vi.spyOn(document, 'querySelectorAll').mockReturnValue([document.body, mark] as never);
  const pointer = stillPointer(window);
  pointer.rest();
  expect(over).toHaveBeenCalledWith(':hover');
  expect(heard).toEqual(['pointerleave', 'out']);
  pointer.stop();
  over.mockRestore();
});

test('[S100] a finger never rests', () => {
  const { heard, at } = desk();
  const pointer = stillPointer(window);
  at('pointerenter', 10, 'touch');
  expect(heard).toEqual(['pointerenter']);
  pointer.stop();
});
