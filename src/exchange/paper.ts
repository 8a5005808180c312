/** One thing to read on paper: what it is, what it says, and what it stands on. */
export type PaperEntry = { title?: string; text: string; small?: string };
/** A picture on paper: a bare SVG of ours or points to read, under a title with a caption; `small` says what it shows and its sources. */
export type PaperPicture = {
  title: string;
  caption: string;
  /** The day whose states it shows, where it shows any. */
  day?: string;
  picture?: { svg: string; width: number; height: number };
  points?: readonly string[];
  small: readonly string[];
};
/** A part of a paper under a heading of its own. */
export type PaperPart =
  | {
      kind: 'entries';
      title: string;
      lead?: string;
      numbered?: boolean;
      /** Set smaller, in two columns. */
      compact?: boolean;
      items: readonly PaperEntry[];
    }
  | { kind: 'pictures'; title: string; items: readonly PaperPicture[] }
  | {
      kind: 'table';
      title: string;
      lead?: string;
      head: readonly string[];
      rows: readonly (readonly string[])[];
    };

/** A paper that begins on a page of its own. `dense` sets it small in columns, to fill one page. */
export type Paper = {
  title: string;
  lines: readonly string[];
  dense?: boolean;
  parts: readonly PaperPart[];
  /** Below everything, over the whole width. */
  closing?: PaperPicture;
};

/** What goes to the printer: papers, what every page says at its foot, and the marking at its head and foot. */
export type PrintJob = { name: string; foot: string; marking: string; papers: readonly Paper[] };

/** A sheet of paper: its size and which way it lies. */
export type Sheet = { size: 'A4' | 'letter'; lies: 'portrait' | 'landscape' };

/** A text as a style sheet writes it, on one line: any other end of a line in it would break off the rule. */
export function quoted(text: string): string {
  return `"${text.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}
