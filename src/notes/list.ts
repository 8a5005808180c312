import { once } from '../model/once.ts';
import { highestMarking, rank } from './marking.ts';
import { writtenIn, type Note } from './note.ts';
import { textOf } from './revision.ts';
import type { Motivation } from './schema.ts';
import { answers } from './thread.ts';

/** What a list of notes can be narrowed to besides words and names. */
export const ONLY = ['open', 'alternatives', 'unattached', 'changed', 'deleted'] as const;
export type Only = (typeof ONLY)[number];
/** What a list of notes can be ordered by; the first is the usual one, newest first. */
export const ORDERS = ['changed', 'target', 'author', 'marking'] as const;
export type Order = (typeof ORDERS)[number];
/** A reader's choice among notes; what is left out lets everything through. */
export type NoteSift = {
  words?: string | undefined;
  kind?: Motivation | undefined;
  by?: string | undefined;
  /** A record's id, or a kind of record. */
  about?: string | undefined;
  marking?: string | undefined;
  only?: Only | undefined;
  order?: Order | undefined;
};
/** A note in a list, with what the briefing that is open says of its target. */
export type Row = {
  note: Note;
  /** The record it stands on in this edition, if any, by id and kind, and what it is called; else its old name. */
  entity: string | undefined;
  recordKind: string | undefined;
  title: string;
  authors: readonly string[];
  marking: string;
  kind: Motivation | undefined;
  /** A question that nobody has answered yet. */
  open: boolean;
  /** The figure it is about has another value now. */
  changed: boolean;
  /** Everything a search looks through, in plain small letters. */
  haystack: string;
};

/** Small letters without accents, so that Lenaig finds Lenaïg. */
function plainWords(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** One row of a list. `about` says what the briefing that is open knows of the note's target; `replies` how many living replies it has; `markings` is the list by which the highest of its texts is told. */
export function rowOf(
  note: Note,
  about: { entity: string | undefined; recordKind: string | undefined; title: string; changed: boolean },
  replies: number,
  markings: readonly string[]
): Row {
  // What a deleted note said last: the deletion itself says nothing.
  const last =
    note.live[0] ??
    note.history.find((one) => !('redacted' in one) && one.op === 'put') ??
    note.history.find((one) => !('redacted' in one));
  const shown = note.live.length ? note.live : last && !('redacted' in last) ? [last] : [];
  const authors = [...new Set(shown.map((text) => writtenIn(note, text).creator.name))];
  const kind = shown[0]?.motivation;
  const texts = shown.map(textOf).join(' ') || note.history.map(textOf).find(Boolean) || '';
  const words = shown.flatMap(({ assess, creator }) => [
    assess?.likelihood ?? '',
    assess?.source ?? '',
    creator.org ?? ''
  ]);
  return {
    note,
    ...about,
    authors,
    marking: shown.length > 1 ? highestMarking(shown, markings) : (shown[0]?.marking ?? ''),
    kind,
    open: note.live.length > 0 && kind === 'questioning' && replies === 0,
    haystack: plainWords([texts, about.title, ...authors, ...words].join(' '))
  };
}

/** The rows a sift lets through, in its order, from rows that are last changed first; deleted and withdrawn notes stand apart and are shown only when asked for. Every word must be there, in any order, wherever it stands. */
export function siftNotes(
  rows: readonly Row[],
  sift: NoteSift,
  markings: readonly string[] = []
): readonly Row[] {
  const { order = 'changed', words: typed = '', ...choices } = sift;
  const whole = !typed && Object.values(choices).every((choice) => choice === undefined);
  if (whole && order === 'changed') return living(rows);
  const words = plainWords(typed).split(/\s+/u).filter(Boolean);
  const found = rows.filter(
    (row) =>
      gone(row) === (sift.only === 'deleted') &&
      (!sift.kind || row.kind === sift.kind) &&
      (!sift.by || row.authors.includes(sift.by)) &&
      (!sift.about || row.entity === sift.about || row.recordKind === sift.about) &&
      (sift.marking === undefined || row.marking === (sift.marking === 'none' ? '' : sift.marking)) &&
      (sift.only !== 'open' || row.open) &&
      (sift.only !== 'alternatives' || row.note.alternatives) &&
      (sift.only !== 'unattached' || row.entity === undefined) &&
      (sift.only !== 'changed' || row.changed) &&
      words.every((word) => row.haystack.includes(word))
  );
  // The rows come last changed first already.
  return order === 'changed' ? found : found.sort(ORDER[order](markings));
}

/** Looked through once for each list, since whoever comes back to a long one would wait for it again. */
const living = once((rows: readonly Row[]): readonly Row[] => rows.filter((row) => !gone(row)));

/** How many rows each choice would leave, for the words beside the choices. */
export const countNotes = once((rows: readonly Row[]): Record<Only, number> & { alive: number } => {
  const alive = living(rows);
  return {
    alive: alive.length,
    open: alive.filter((row) => row.open).length,
    alternatives: alive.filter((row) => row.note.alternatives).length,
    unattached: alive.filter((row) => row.entity === undefined).length,
    changed: alive.filter((row) => row.changed).length,
    deleted: rows.length - alive.length
  };
});

const sorted = (values: readonly string[]) => [...new Set(values)].filter(Boolean).sort();
/** What there is to choose from: the authors, markings and kinds of record of some rows, in order. */
export const choicesOf = once((rows: readonly Row[]) => ({
  authors: sorted(rows.flatMap((row) => row.authors)),
  markings: sorted(rows.map((row) => row.marking)),
  kinds: sorted(rows.map((row) => row.recordKind ?? ''))
}));

/** Rows of replies under what they answer: a reply whose note is in the list too follows it and is left out here. */
export const beginnings = once((rows: readonly Row[]): readonly Row[] => {
  const target = ({ note }: Row) => {
    const to = answers(note);
    return to === note.note ? undefined : to;
  };
  // Looked for among what is answered, which is little, not the other way round.
  const answered = new Set<string>();
  for (const row of rows) {
    const to = target(row);
    if (to !== undefined) answered.add(to);
  }
  if (!answered.size) return rows;
  const here = new Set<string>();
  for (const { note } of rows) if (answered.has(note.note)) here.add(note.note);
  return rows.filter((row) => !here.has(target(row) ?? ''));
});

const gone = (row: Row) => row.note.live.length === 0;
let collator: Intl.Collator | undefined;
/** Two texts as an index orders them. The collator is made when the first list asks for it: a page with no list open starts without. */
const byText = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('en', { sensitivity: 'base', numeric: true })).compare(a, b);
const ORDER: Record<
  Exclude<Order, 'changed'>,
  (markings: readonly string[]) => (a: Row, b: Row) => number
> = {
  target: () => (a, b) => byText(a.title, b.title),
  author: () => (a, b) => byText(a.authors[0] ?? '', b.authors[0] ?? ''),
  // Highest first; a text that the briefing does not list counts as highest.
  marking: (markings) => {
    const known = new Map<string, number>();
    const height = ({ marking }: Row): number => {
      if (!known.has(marking)) known.set(marking, rank(marking, markings));
      return known.get(marking)!;
    };
    return (a, b) => height(b) - height(a) || byText(a.marking, b.marking);
  }
};
