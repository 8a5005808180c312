/** A step of an outline in px of the slide: a start, a straight line, a cubic curve with its two handles, or the way back to the start. */
export type Step =
  | { to: 'start' | 'line'; x: number; y: number }
  | { to: 'curve'; x: number; y: number; handles: readonly [number, number, number, number] }
  | { to: 'close' };

/** How an outline is drawn: colours as "#rrggbb", a texture in that colour, opacity from 0 to 1, the width of the line in px. */
export type Paint = {
  fill?: string | undefined;
  texture?: 'hatched' | 'dotted' | undefined;
  opacity?: number | undefined;
  line?: string | undefined;
  width?: number | undefined;
  dash?: 'dash' | 'dot' | 'dashDot' | undefined;
};

/** Words in one style; size, and the room left below their paragraph, in px of the slide. */
export type Words = { text: string; size: number; color: string; bold?: boolean; after?: number };

/** What stands on a slide, each an object that the reader of the file can move and change. Places and sizes in px. */
export type Shape =
  | { kind: 'outline'; name: string; steps: readonly Step[]; paint: Paint }
  | { kind: 'bar'; name: string; x: number; y: number; width: number; height: number; paint: Paint }
  | { kind: 'dot'; name: string; x: number; y: number; r: number; paint: Paint }
  | {
      kind: 'text';
      name: string;
      x: number;
      y: number;
      width: number;
      height: number;
      lines: readonly (readonly Words[])[];
      align?: 'left' | 'center' | 'right';
      wrap?: boolean;
    }
  | {
      kind: 'table';
      name: string;
      x: number;
      y: number;
      size: number;
      widths: readonly number[];
      head: readonly string[];
      rows: readonly (readonly string[])[];
    };

/** One slide: its title (also what a list of slides shows), its shapes from the back to the front, and what the speaker reads. */
export type Slide = { title: string; shapes: readonly Shape[]; notes: string };

/** A deck of slides with what the file says of itself. */
export type Deck = { title: string; subject: string; author: string; slides: readonly Slide[] };

/** The size of every slide, in px: 13⅓ by 7½ inches at 96 px an inch. */
export const SLIDE = { width: 1280, height: 720 };
