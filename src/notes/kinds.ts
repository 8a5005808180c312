import type { Motivation } from './schema.ts';

/** What each kind of note is called, in the order in which a writer meets them; a reply is written under another note. */
export const KIND_WORDS: Readonly<Record<Motivation, string>> = {
  commenting: 'comment',
  questioning: 'question',
  assessing: 'assessment',
  correcting: 'correction',
  linking: 'reply'
};
/** The kinds a writer chooses among. */
export const KINDS = [
  'commenting',
  'questioning',
  'assessing',
  'correcting'
] as const satisfies readonly Motivation[];
/** What a revision is called whose operation this page does not know. */
export const NEWER = 'made by a newer version';

/** The word for the kind of a revision; one whose operation is unknown was made by a newer version. */
export function kindWord(revision: { op: string; motivation?: Motivation }): string {
  return revision.op === 'put' && revision.motivation ? KIND_WORDS[revision.motivation] : NEWER;
}

/** What is withdrawn: only a note is known to stand on a record, and a redacted form does not say what it was. */
export const withdrawnKind = (entity: unknown): string => (entity ? 'note' : 'note or deck');
