import { ONLY, ORDERS, type NoteSift, type Only, type Order } from '../notes/list.ts';
import { KIND_WORDS } from '../notes/kinds.ts';
import type { Motivation } from '../notes/revision.ts';

/** The choices of the Notes view in an address: words looked for, kind, author, what it is about, marking, what is left, order, and the note that is open. */
export const NOTE_KEYS = ['find', 'kind', 'by', 'about', 'mark', 'only', 'sorted', 'note'] as const;
/** The reader's choices in Notes, as an address holds them. */
export type NoteRoute = { [K in (typeof NOTE_KEYS)[number]]?: string };

const LISTS: Partial<Record<keyof NoteRoute, readonly string[]>> = {
  kind: Object.keys(KIND_WORDS),
  only: ONLY,
  sorted: ORDERS
};

/** Reads the choices of a link; one that is not known is named, and the rest hold. Names and records may be of notes that are not here yet. */
export function readNoteRoute(params: URLSearchParams): { choices: NoteRoute; unknown: string[] } {
  const choices: NoteRoute = {};
  const unknown: string[] = [];
  for (const key of NOTE_KEYS) {
    const value = params.get(key);
    if (!value) continue;
    const list = LISTS[key];
    if (!list || list.includes(value)) choices[key] = value;
    else unknown.push(`${key}=${value}`);
  }
  return { choices, unknown };
}

/** The sift that the choices of an address make. */
export function siftOf(route: NoteRoute): NoteSift {
  return {
    words: route.find,
    kind: route.kind as Motivation | undefined,
    by: route.by,
    about: route.about,
    marking: route.mark,
    only: route.only as Only | undefined,
    order: route.sorted as Order | undefined
  };
}
