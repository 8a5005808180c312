import { timeOf } from '../notes/clock.ts';
import { assessInWords } from '../notes/yardstick.ts';
import { kindWord } from '../notes/kinds.ts';
import { begunBy, writtenIn, type Note } from '../notes/note.ts';
import { textOf } from '../notes/revision.ts';
import type { FullRevision, Target } from '../notes/revision.ts';
import { answers } from '../notes/thread.ts';

/** What a note stands on, as a reader knows it: its title, and what each source of it is, in a line. */
export type NotedRecord = { title: string; sources: readonly string[] };

/** What every export says of the briefing and of itself. */
export type NotesHead = {
  briefing: string;
  title: string;
  edition: string;
  publisher: string;
  /** The briefing's own marking, or that it has none. */
  marking: string;
  /** The highest marking of the notes inside; an empty text when none carries one. */
  highest: string;
  generator: string;
  /** The record a note stands on in this edition; undefined where it is unattached. */
  record: (target: Target) => NotedRecord | undefined;
};

/** One living text of a note, ready to be written in any format. */
export type NoteRow = {
  note: string;
  revision: string;
  entity: string;
  edition: string;
  title: string;
  attached: boolean;
  field: string;
  /** The note that this one replies to; an empty text where it stands on the record itself. */
  answers: string;
  was: string | number;
  kind: string;
  motivation: string;
  text: string;
  assess: readonly string[];
  author: string;
  org: string;
  /** Who began the note, where that is somebody else; an empty text where it is not. */
  begunBy: string;
  /** When the note was begun, and when this text of it was written: ISO 8601, UTC. */
  created: string;
  written: string;
  marking: string;
  /** One of several texts that stand side by side. */
  alternative: boolean;
  sources: readonly string[];
};

/** The living texts of notes, by the record they stand on and then by time; deleted and redacted ones have none. */
export function noteRows(notes: readonly Note[], head: Pick<NotesHead, 'record'>): NoteRow[] {
  const rows = notes.flatMap((note) => note.live.map((revision) => rowOf(note, revision, head)));
  const key = ({ title, entity, created, note, revision }: NoteRow) =>
    [title, entity, created, note, revision].join('\n');
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function rowOf(note: Note, revision: FullRevision, head: Pick<NotesHead, 'record'>): NoteRow {
  const { target, assess } = revision;
  const written = writtenIn(note, revision);
  const { creator, hlc } = written;
  const record = head.record(target);
  const answered = answers(note) ?? '';
  return {
    note: note.note,
    revision: revision.id,
    entity: target.entity,
    edition: target.edition,
    title: record?.title ?? `Unattached: ${target.entity}`,
    attached: record !== undefined,
    field: answered ? '' : (target.field ?? ''),
    answers: answered,
    was: target.was ?? '',
    kind: kindWord(revision),
    motivation: revision.motivation ?? '',
    text: textOf(revision),
    assess: assess ? assessInWords(assess) : [],
    author: creator.name,
    org: creator.org ?? '',
    begunBy: begunBy(note, written) ?? '',
    created: iso(timeOf(note.created)),
    written: iso(timeOf(hlc)),
    marking: revision.marking ?? '',
    alternative: note.alternatives,
    sources: record?.sources ?? []
  };
}

const iso = (time: number) => new Date(time).toISOString();
