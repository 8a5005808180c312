import { siteTotals } from '../flow/figures.ts';
import type { Entity } from '../model/entity.ts';
import type { Card, Flow, Site } from '../model/lens.ts';
import type { Note } from '../notes/note.ts';
import type { Draft } from './draft.ts';

/** The figure a reader sees on a record when noting it, so that a later edition can tell that it changed; none where it has no single figure. */
export function valueOn(entity: Entity): number | undefined {
  if (entity.kind === 'flow') return (entity.record as Flow).value;
  if (entity.kind === 'card') return (entity.record as Card).quantity.value;
  if (entity.kind === 'site' && entity.lens)
    return siteTotals(entity.lens, (entity.record as Site).id).through;
  return undefined;
}

/** The key of a draft: a new note on a record or on one figure of it, a reply to a note, or a new text of one. */
export const draftKeys = {
  fresh: (entity: string, field?: string): string => `new:${entity}${field ? `#${field}` : ''}`,
  edit: (note: string): string => `edit:${note}`,
  reply: (note: string): string => `reply:${note}`
};

/** A record with a text begun and not saved: how that text begins, on one line of at most 80 letters. */
export type Unfinished = { about: Entity; begins: string };

/** The records that a draft is about, each once: of new notes by their key, of edited and answered ones by their note. */
export function unfinishedOn(
  drafts: Readonly<Record<string, Draft>>,
  notes: readonly Note[],
  entityOf: (note: Note) => Entity | undefined,
  entity: (id: string) => Entity | undefined
): Unfinished[] {
  const found = Object.entries(drafts).flatMap(([key, { text }]) => {
    if (!text.trim()) return [];
    const [what, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const note = notes.find((one) => one.note === id);
    const about = what === 'new' ? entity(id.split('#')[0]!) : note && entityOf(note);
    return about ? [{ about, begins: firstWords(text) }] : [];
  });
  return found.filter((one, i) => found.findIndex(({ about }) => about === one.about) === i);
}

function firstWords(text: string): string {
  const line = [...text.trim().replace(/\s+/g, ' ')];
  return line.length > 80 ? `${line.slice(0, 79).join('').trimEnd()}…` : line.join('');
}
