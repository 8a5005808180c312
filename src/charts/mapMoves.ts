import type { Attachment } from 'svelte/attachments';

/** What the reader did with pointer, wheel or keys; each answers whether it took it. */
export type Moves = {
  zoom: (factor: number, at: { x: number; y: number }) => boolean;
  pan: (by: { x: number; y: number }) => unknown;
  home: () => unknown;
  /** The picture's width in its own px: on a large screen it is drawn larger, and all distances are told in these. */
  width?: () => number;
  /** Where a page is taller than its window, the wheel alone scrolls it, and zooms with Ctrl. */
  wheel?: 'with ctrl';
};

const STEP = 60;
/** A pointer that moved less than this, in px, was a click. */
const STILL = 4;

/** Zoom and pan of a map by wheel, pinch, drag and keys, told by callbacks; a drag does not count as a click on what lies under it. */
export function mapMoves(moves: Moves): Attachment<HTMLElement> {
  return (node) => {
    const pointers = new Map<number, { x: number; y: number }>();
    let travelled = 0;
    const scale = () => (moves.width && node.clientWidth ? moves.width() / node.clientWidth : 1);
    const here = (event: MouseEvent) => {
      const box = node.getBoundingClientRect();
      return { x: (event.clientX - box.left) * scale(), y: (event.clientY - box.top) * scale() };
    };
    const wheel = (event: WheelEvent) => {
      if (moves.wheel && !event.ctrlKey) return;
      const pixels = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      if (moves.zoom(Math.exp(-pixels * 0.0016), here(event))) event.preventDefault();
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) travelled = 0;
      pointers.set(event.pointerId, here(event));
    };
    const move = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = here(event);
      const by = { x: now.x - before.x, y: now.y - before.y };
      travelled += Math.hypot(by.x, by.y);
      pointers.set(event.pointerId, now);
      if (pointers.size === 2) {
        const other = [...pointers].find(([id]) => id !== event.pointerId)![1];
        const [was, is] = [before, now].map((p) => Math.hypot(p.x - other.x, p.y - other.y)) as [
          number,
          number
        ];
        // Moved first, so that fingers that come together at last leave the whole picture where it belongs.
        moves.pan({ x: by.x / 2, y: by.y / 2 });
        moves.zoom(is / (was || 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      } else if (travelled > STILL) {
        if (!node.hasPointerCapture(event.pointerId)) node.setPointerCapture(event.pointerId);
        moves.pan(by);
      }
    };
    const up = (event: PointerEvent) => void pointers.delete(event.pointerId);
    const click = (event: MouseEvent) => {
      if (travelled <= STILL) return;
      event.preventDefault();
      event.stopPropagation();
      travelled = 0;
    };
    const key = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const centre = { x: (node.clientWidth / 2) * scale(), y: (node.clientHeight / 2) * scale() };
      if (event.key === '+' || event.key === '=') moves.zoom(1.5, centre);
      else if (event.key === '-') moves.zoom(1 / 1.5, centre);
      else if (event.key === '0') moves.home();
      else if (event.key === 'ArrowLeft') moves.pan({ x: STEP, y: 0 });
      else if (event.key === 'ArrowRight') moves.pan({ x: -STEP, y: 0 });
      else if (event.key === 'ArrowUp') moves.pan({ x: 0, y: STEP });
      else if (event.key === 'ArrowDown') moves.pan({ x: 0, y: -STEP });
      else return;
      event.preventDefault();
    };
    const no = (event: Event) => event.preventDefault();
    const all = [
      ['pointerdown', down],
      ['pointermove', move],
      ['pointerup', up],
      ['pointercancel', up],
      ['keydown', key],
      ['dragstart', no]
    ] as const;
    for (const [name, listener] of all) node.addEventListener(name, listener as EventListener);
    node.addEventListener('wheel', wheel, { passive: false });
    node.addEventListener('click', click, true);
    return () => {
      for (const [name, listener] of all) node.removeEventListener(name, listener as EventListener);
      node.removeEventListener('wheel', wheel);
      node.removeEventListener('click', click, true);
    };
  };
}
