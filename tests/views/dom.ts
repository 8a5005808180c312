import { vi } from 'vitest';

// What this DOM has not: an observer of widths (a picture of a middling width stands in for a measured one), media, and scrolling.
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
