import type { PrintedNote } from '../../exchange/handout.ts';
import { formatDay } from '../../model/format.ts';
import { timeOf } from '../../notes/clock.ts';
import { highestMarking, rank } from '../../notes/marking.ts';
import { writtenIn } from '../../notes/note.ts';
import { textOf } from '../../notes/revision.ts';
import type { Notebook } from '../../state/notebook.svelte.ts';

/** How far notes go onto paper: none, all, or up to a rank of the briefing's markings ("0": only what carries none). */
export type Reach = 'none' | 'all' | `${number}`;

/**
 * The living texts that may be printed, the records they stand on, the highest marking among them, and how many stay out.
 * A text is judged by its own marking; earlier texts are not printed.
 */
export function notesUpTo(notebook: Notebook, markings: readonly string[], reach: Reach) {
  const living = notebook.notes.flatMap((note) =>
    note.live.map((revision) => ({
      revision,
      written: writtenIn(note, revision),
      entity: notebook.entityOf(note)
    }))
  );
  const most = reach === 'none' ? -1 : reach === 'all' ? Infinity : Number(reach);
  const within = living.filter(({ revision }) => rank(revision.marking, markings) <= most);
  const printed = within.map(
    ({ revision, written, entity }): PrintedNote & { entity: string | undefined } => ({
      entity: entity?.id,
      on: entity?.title ?? 'Not attached in this edition',
      by: written.creator.name,
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
