import { newReplica } from '../notes/clock.ts';
import type { Hlc, Revision } from '../notes/revision.ts';
import type { WindowDrafts } from '../store/windowDrafts.ts';
import type { NoteStore } from '../store/noteStore.ts';
import { type Draft, joined, readDraft } from './draft.ts';

/** What stands for a name where none was given: a deck needs none. */
export const UNNAMED = 'unnamed';

/** All that a store holds, with sound values for what is missing. A replica's name is made and kept on the first visit. */
export type Stored = {
  revisions: readonly Revision[];
  drafts: Readonly<Record<string, Draft>>;
  author: string;
  org: string;
  replica: string;
  /** The last time this replica gave out, if any. */
  clock: Hlc | undefined;
  /** The latest of its own changes that went into a file. */
  filedUntil: string;
};

/** Reads everything the notebook needs from a store; what several windows began carries the highest marking by a list. */
export async function readStored(
  store: NoteStore,
  ofWindows: WindowDrafts,
  markings: readonly string[]
): Promise<Stored> {
  const [revisions, drafts, ...meta] = await Promise.all([
    store.load(),
    ofWindows.load(),
    ...['author', 'replica', 'clock', 'filedUntil', 'org'].map((key) => store.getMeta(key))
  ]);
  const [author, replica, clock, filedUntil, org] = meta.map((value) =>
    typeof value === 'string' ? value : ''
  );
  const name = replica || newReplica();
  if (!replica) await store.setMeta('replica', name).catch(() => undefined);
  return {
    revisions,
    drafts: Object.fromEntries(
      drafts.flatMap(({ key, values }) => {
        const draft = joined(
          values.flatMap((value) => readDraft(value) ?? []),
          markings
        );
        return draft && !isEmpty(key, draft) ? [[key, draft]] : [];
      })
    ),
    // A deck needs no name; one that stands for none is not the reader's.
    author: author === UNNAMED ? '' : (author ?? ''),
    org: org ?? '',
    replica: name,
    clock: clock ? (clock as Hlc) : undefined,
    filedUntil: filedUntil ?? ''
  };
}

/** An editor that was opened and left without a word: it would only take the keys of the page that opens. */
const isEmpty = (key: string, draft: Draft) =>
  key.startsWith('new:') && Object.values(draft).every((value) => value === '');
