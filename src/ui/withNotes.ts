import { counted } from '../model/format.ts';

/** The name of a mark with the number of notes it carries: "… observed. 2 notes."; the name alone where there are none. */
export function withNotes(name: string, count: number): string {
  return count ? `${name.replace(/\.?$/, '.')} ${counted(count, 'note')}.` : name;
}
