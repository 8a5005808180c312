import { compareHlc } from './clock.ts';
import type { Note } from './note.ts';
import type { NoteId } from './revision.ts';

const REPLY = 'note:';

/** The field by which a target says that the note answers another one. */
export function replyField(note: NoteId): string {
  return REPLY + note;
}

/** The note that this one answers, or undefined where it stands on a record itself. */
export function answers(note: Pick<Note, 'target'>): NoteId | undefined {
  const field = note.target?.field;
  return field?.startsWith(REPLY) ? (field.slice(REPLY.length) as NoteId) : undefined;
}

/** Notes by their identity. */
export function byNoteId(notes: readonly Note[]): ReadonlyMap<NoteId, Note> {
  return new Map(notes.map((note) => [note.note, note]));
}

/** Living replies by the note they answer, oldest first. */
export function repliesOf(notes: readonly Note[]): ReadonlyMap<NoteId, readonly Note[]> {
  const replies = new Map<NoteId, Note[]>();
  const answering = notes.filter((note) => answers(note) !== undefined);
  for (const note of answering.sort((a, b) => compareHlc(a.created, b.created))) {
    const to = note.live.length ? answers(note) : undefined;
    if (to === undefined || to === note.note) continue;
    const here = replies.get(to);
    if (here) here.push(note);
    else replies.set(to, [note]);
  }
  return replies;
}

/**
 * The note at the beginning of a thread: the one a chain of replies leads back to, as far as it is here and stands anywhere, which a
 * withdrawn note no longer says; a ring, which only a forged file can hold, ends at another of its notes. `known` keeps what was
 * found, for who asks for every note of a long chain.
 */
export function beginningOf(
  note: Note,
  byId: ReadonlyMap<NoteId, Note>,
  stands = ({ target }: Note) => target !== undefined,
  known = new Map<Note, Note>()
): Note {
  const way = new Set<Note>();
  let at = note;
  let ring: Note | undefined;
  let found = known.get(note);
  while (!found) {
    way.add(at);
    const to = answers(at);
    const before = to === undefined ? undefined : byId.get(to);
    if (!before || to === at.note || !stands(before)) found = at;
    else if (way.has(before)) [found, ring] = [before, before];
    else [at, found] = [before, known.get(before)];
  }
  for (const one of way) known.set(one, one === ring ? at : found);
  return known.get(note)!;
}
