import { readNotesFile } from '../notes/file.ts';
import { gain, merge } from '../notes/merge.ts';
import { isRedacted, textOf } from '../notes/revision.ts';
import type { NoteId, RedactedRevision, Revision } from '../notes/revision.ts';
import { withdrawFrom } from '../notes/withdraw.ts';
import { isWhole, markOf } from './backup.ts';
import type { Backup } from './backup.ts';
import type { Draft, NoteStore } from './noteStore.ts';
import { draftsOf, standsFor } from './windowDrafts.ts';

/** Takes the text of withdrawn notes (all notes of the forms, unless some are named) out of backups: those that change, each verified by parsing, and the ids of those that must go because they cannot be read whole. */
export function rewriteBackups(
  backups: readonly Backup[],
  forms: readonly RedactedRevision[],
  notes: ReadonlySet<NoteId> = new Set(forms.map(({ note }) => note))
): { changed: Backup[]; broken: number[] } {
  const ids = new Set(forms.map(({ id }) => id));
  const changed: Backup[] = [];
  const broken: number[] = [];
  for (const backup of backups)
    try {
      const text = withdrawFrom(backup.text, notes, ids);
      if (text === undefined) continue;
      const rewritten = { ...backup, text, mark: markOf(readNotesFile(text).revisions) };
      if (isWhole(rewritten)) changed.push(rewritten);
      else broken.push(backup.id!);
    } catch {
      broken.push(backup.id!); // It cannot be searched, so it cannot stay.
    }
  return { changed, broken };
}

/**
 * What goes with withdrawn texts: backups to replace, the ids of those to drop, the keys of drafts to drop, and what their
 * writer typed on after such a text was saved, without it; no value where the two cannot be told apart.
 */
export type TakenAway = {
  changed: Backup[];
  broken: number[];
  drafts: readonly string[];
  typedOn: readonly Draft[];
};

/**
 * What the redacted forms of an import take away besides the revisions held in full: their texts in backups, and the
 * drafts of notes with no text left, but for what was typed on. A note of which somebody else's text lives on keeps that in the backups, and its drafts.
 */
export async function takenAway(
  store: NoteStore,
  held: readonly Revision[],
  incoming: readonly Revision[]
): Promise<TakenAway> {
  const backups = await store.loadBackups();
  const before = new Map<string, Revision>(held.map((revision) => [revision.id, revision]));
  const forms = gain(before, incoming)
    .filter(isRedacted)
    // One that was never held takes nothing away, unless a backup has it still.
    .filter(({ id }) => before.has(id) || backups.some(({ text }) => text.includes(id)));
  if (!forms.length) return { changed: [], broken: [], drafts: [], typedOn: [] };
  const notes = new Set(forms.map(({ note }) => note));
  for (const revision of merge(held, incoming)) if (!isRedacted(revision)) notes.delete(revision.note);
  const typedOn = (await store.loadDrafts()).flatMap(({ key, value }) => {
    const of = (value as { of?: NoteId } | null)?.of;
    return of && notes.has(of) ? { key, value: withoutText(value, held, of) } : [];
  });
  return { ...rewriteBackups(backups, forms, notes), drafts: [...notes].flatMap(draftsOf), typedOn };
}

/** A draft that goes on from a text of a note, without that text: a draft of a note of its own. */
function withoutText(value: unknown, held: readonly Revision[], of: NoteId): unknown {
  const {
    of: _note,
    seen: _ends,
    text = '',
    ...chosen
  } = value as { [name: string]: unknown; text?: string };
  const saved = held.filter((one) => one.note === of && text.startsWith(textOf(one)));
  const from = Math.max(0, ...saved.map((one) => textOf(one).length));
  const rest = from > 0 && text.slice(from).trim();
  return rest ? { ...chosen, text: rest } : undefined;
}

/** Takes away what goes. */
export async function takeAway(
  store: NoteStore,
  { changed, broken, drafts, typedOn }: TakenAway
): Promise<void> {
  for (const backup of changed) await store.saveBackup(backup);
  for (const id of broken) await store.dropBackup(id);
  for (const { key } of await store.loadDrafts()) if (standsFor(key, drafts)) await store.dropDraft(key);
  for (const { key, value } of typedOn)
    await (value === undefined ? store.dropDraft(key) : store.saveDraft(key, value));
}
