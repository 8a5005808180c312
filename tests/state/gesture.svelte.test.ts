import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Gesture } from '../../src/state/gesture.svelte.ts';

/** An address bar that tells of a change a task later, as a browser does. */
function bar() {
  let hash = '';
  const listeners = new Set<() => void>();
  const target = {
    location: {
      get hash() {
        return hash;
      },
      set hash(next: string) {
        hash = next;
        setTimeout(() => {
          for (const listener of [...listeners]) listener();
          listeners.clear();
        }, 1);
      }
    },
    addEventListener: (_name: string, listener: () => void) => listeners.add(listener)
  };
  return target as unknown as Window;
}

describe('a gesture', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const value = (n: number) => ({ n });

  test('[D75] shows at once, goes into the address when it rests, and lets go when the address is read', () => {
    const target = bar();
    const gesture = new Gesture<{ n: number }>(({ n }) => `#${n}`, target);
    for (const n of [1, 2, 3]) {
      gesture.move(value(n));
      expect(gesture.now).toEqual({ n });
    }
    expect(target.location.hash).toBe('');
    vi.advanceTimersByTime(250);
    expect(target.location.hash).toBe('#3');
    expect(gesture.now).toEqual({ n: 3 });
    vi.advanceTimersByTime(1);
    expect(gesture.now).toBeNull();
  });

  test('[D76] a move made while the address is being written is not lost', () => {
    const target = bar();
    const gesture = new Gesture<{ n: number }>(({ n }) => `#${n}`, target);
    gesture.move(value(1));
    vi.advanceTimersByTime(250);
    gesture.move(value(2));
    vi.advanceTimersByTime(1);
    expect(gesture.now).toEqual({ n: 2 });
    vi.advanceTimersByTime(300);
    expect(target.location.hash).toBe('#2');
    expect(gesture.now).toBeNull();
  });

  test('[S314] does not call an address back that leads elsewhere already', () => {
    const target = bar();
    let away = false;
    const gesture = new Gesture<{ n: number }>(({ n }) => (away ? null : `#${n}`), target);
    gesture.move(value(1));
    target.location.hash = '#elsewhere';
    away = true;
    vi.advanceTimersByTime(250);
    expect([target.location.hash, gesture.now]).toEqual(['#elsewhere', null]);
  });

  test('[D77] dropped, it neither shows nor writes anything; come back to where it began, it lets go by itself', () => {
    const target = bar();
    const gesture = new Gesture<{ n: number }>(({ n }) => `#${n}`, target);
    gesture.move(value(1));
    gesture.drop();
    vi.advanceTimersByTime(400);
    expect([target.location.hash, gesture.now]).toEqual(['', null]);
    target.location.hash = '#5';
    vi.advanceTimersByTime(1);
    gesture.move(value(5));
    vi.advanceTimersByTime(250);
    expect(gesture.now).toBeNull();
  });
});
