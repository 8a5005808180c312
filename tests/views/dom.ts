import { vi } from 'vitest';

// What this DOM has not: an observer of widths (a picture of a middling width stands in for a measured one), media, scrolling, and animations, which here are over at once.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
);
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {}
}));
Element.prototype.scrollIntoView = () => {};
Element.prototype.animate = () => {
  const animation = { onfinish: null as (() => void) | null, cancel: () => {} };
  queueMicrotask(() => animation.onfinish?.());
  return animation as unknown as Animation;
};
