import { siteTotals } from '../flow/figures.ts';
import type { Deal } from '../model/deal.ts';
import type { Entity } from '../model/entity.ts';
import type { Event, Measure } from '../model/event.ts';
import type { Card, Flow, Site } from '../model/lens.ts';
import type { Note } from '../notes/note.ts';
import type { NoteId } from '../notes/revision.ts';
import type { Draft } from './draft.ts';

/**
 * What a reader sees on a record when noting it, so that a later edition can tell that it changed: its figure, the amounts of a deal,
 * the days of an event (ISO), the states of a control; none where it has nothing of the kind.
 */
export function valueOn({ kind, record, lens }: Entity): number | string | undefined {
  switch (kind) {
    case 'flow':
      return (record as Flow).value;
    case 'card':
      return (record as Card).quantity.value;
    case 'site':
      return lens && siteTotals(lens, (record as Site).id).through;
    case 'deal':
      return (record as Deal).amounts.map(amountSeen).join('; ') || undefined;
    case 'event': {
      const { from, to } = (record as Event).when;
      return from === to ? from : `${from} to ${to}`;
    }
    case 'measure':
      return (record as Measure).states.map(({ state, from }) => `${state} ${from}`).join('; ');
    default:
      return undefined;
  }
}

const amountSeen = ({ kind, quantity: { value, high, unit, qualifier } }: Deal['amounts'][number]): string =>
  [kind, qualifier, high === undefined ? value : `${value}–${high}`, unit]
    .filter((part) => part !== undefined)
    .join(' ');

/** The key of a draft: a new note on a record or on one figure of it, a reply to a note, or a new text of one. */
export const draftKeys = {
  fresh: (entity: string, field?: string): string => `new:${entity}${field ? `#${field}` : ''}`,
  edit: (note: string): string => `edit:${note}`,
  reply: (note: string): string => `reply:${note}`
};

/** The key of a draft in this edition: one on a record that has another id now stands under that. */
export function currentKey(key: string, current: (entity: string) => string): string {
  const found = /^new:([^#]+)(.*)$/su.exec(key);
  return found ? `new:${current(found[1]!)}${found[2]}` : key;
}

/** A text begun and not saved: its key, how it begins, on one line of at most 80 letters, and the record or the note it is about; `was` names one that this edition lacks, `of` a note that is not here. */
export type Unfinished = {
  key: string;
  begins: string;
  about?: Entity | undefined;
  note?: NoteId | undefined;
  of?: string;
  was: string;
};

/** What drafts are about, each once: of new notes by their key, of edited and answered ones by their note. */
export function unfinishedOn(
  drafts: Readonly<Record<string, Draft>>,
  notes: readonly Note[],
  entityOf: (note: Note) => Entity | undefined,
  entity: (id: string) => Entity | undefined
): Unfinished[] {
  const found = Object.entries(drafts).flatMap(([key, { text }]): Unfinished[] => {
    if (!text.trim()) return [];
    const [what, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const begins = firstWords(text);
    if (what === 'new') {
      const was = id.split('#')[0]!;
      return [{ key, begins, about: entity(was), was }];
    }
    const note = notes.find((one) => one.note === id);
    // Its note may have gone with an import that was undone, or with a copy that was put aside.
    if (!note) return what === 'edit' || what === 'reply' ? [{ key, begins, was: '', of: id }] : [];
    const was = note.target?.entity ?? 'a withdrawn note';
    return [{ key, begins, about: entityOf(note), note: note.note, was }];
  });
  const same = (a: Unfinished, b: Unfinished) =>
    a.about ? a.about === b.about : !b.about && a.was === b.was && a.of === b.of;
  return found.filter((one, i) => found.findIndex((other) => same(one, other)) === i);
}

function firstWords(text: string): string {
  const line = [...text.trim().replace(/\s+/g, ' ')];
  return line.length > 80 ? `${line.slice(0, 79).join('').trimEnd()}…` : line.join('');
}
