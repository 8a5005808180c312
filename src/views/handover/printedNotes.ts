import type { PrintedNote } from '../../exchange/handout.ts';
import { formatDay } from '../../model/format.ts';
import { timeOf } from '../../notes/clock.ts';
import { highestMarking, rank } from '../../notes/marking.ts';
import { begunBy, writtenIn, type Note } from '../../notes/note.ts';
import { textOf } from '../../notes/revision.ts';
import { answers, beginningOf, byNoteId, repliesOf } from '../../notes/thread.ts';
import type { Notebook } from '../../state/notebook.svelte.ts';

/** How far notes go onto paper: none, all, or up to a rank of the briefing's markings ("0": only what carries none). */
export type Reach = 'none' | 'all' | `${number}`;

/**
 * The living texts that may be printed, the records they stand on, the highest marking among them, and how many stay out.
 * A text is judged by its own marking; earlier texts are not printed.
 */
export function notesUpTo(notebook: Notebook, markings: readonly string[], reach: Reach) {
  const living = inThreads(notebook.notes).flatMap((note) =>
    note.live.map((revision) => ({
      note,
      revision,
      written: writtenIn(note, revision),
      entity: notebook.entityOf(note)
    }))
  );
  const most = reach === 'none' ? -1 : reach === 'all' ? Infinity : Number(reach);
  const within = living.filter(({ revision }) => rank(revision.marking, markings) <= most);
  const printed = within.map(
    ({ note, revision, written, entity }): PrintedNote & { entity: string | undefined } => ({
      entity: entity?.id,
      on: entity?.title ?? 'Not attached in this edition',
      by: [written.creator.name, begunBy(note, written)].filter(Boolean).join(', begun by '),
      standing: [
        answers(note) ? 'answers another note' : '',
        note.alternatives ? 'one of several texts side by side' : ''
      ].filter(Boolean),
      when: formatDay(new Date(timeOf(written.hlc)).toISOString().slice(0, 10), true),
      marking: revision.marking ?? '',
      text: textOf(revision)
    })
  );
  return {
    printed,
    marking: highestMarking(
      within.map(({ revision }) => revision),
      markings
    ),
    left: living.length - within.length
  };
}

/** Notes in their order, each followed by what answers it. */
function inThreads(notes: readonly Note[]): Note[] {
  const replies = repliesOf(notes);
  const here = byNoteId(notes);
  const known = new Map<Note, Note>();
  const begins = notes.filter((note) => beginningOf(note, here, undefined, known) === note);
  const seen = new Set<Note>();
  // A ring of answers, which only a forged file can hold, has no beginning.
  for (const begin of [...begins, ...notes]) {
    const next = [begin];
    for (let note = next.pop(); note; note = next.pop()) {
      if (seen.has(note)) continue;
      seen.add(note);
      for (const reply of (replies.get(note.note) ?? []).toReversed()) next.push(reply);
    }
  }
  return [...seen];
}
