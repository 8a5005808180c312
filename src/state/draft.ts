import * as v from 'valibot';
import { jointMarking } from '../notes/marking.ts';
import { Assess, Motivation } from '../notes/schema.ts';

const Shape = v.object({
  text: v.string(),
  motivation: v.exactOptional(Motivation),
  assess: v.exactOptional(Assess),
  /** One half of a source grading, which no note can hold yet. */
  half: v.exactOptional(v.object({ letter: v.string(), digit: v.string() })),
  marking: v.exactOptional(v.string()),
  /** The ends of the note that its writer saw on beginning a new text of it. */
  seen: v.exactOptional(v.array(v.string())),
  /** The note that was saved from this editor while its writer typed on: what stands here is a new text of it. */
  of: v.exactOptional(v.string())
});
/** What stands in an editor: the text, and what its writer has chosen for it so far. */
export type Draft = v.InferOutput<typeof Shape>;

/** Reads a stored draft: a text alone, as earlier releases kept it, or a text with its choices. What cannot be read as a whole keeps its text. */
export function readDraft(value: unknown): Draft | undefined {
  if (typeof value === 'string') return { text: value };
  const whole = v.safeParse(Shape, value);
  if (whole.success) return whole.output;
  const text = v.safeParse(v.object({ text: v.string() }), value);
  return text.success ? text.output : undefined;
}

/** What several windows left on one record as one draft: every text, one below the other, the choices of the first, and the highest marking by the briefing's list. */
export function joined(drafts: readonly Draft[], markings: readonly string[]): Draft | undefined {
  const [first, ...others] = drafts;
  if (!first || others.length === 0) return first;
  let { text } = first;
  for (const one of others) {
    if (one.text.includes(text)) ({ text } = one);
    else if (!text.includes(one.text)) text = `${text}\n\n${one.text}`;
  }
  const seen = [...new Set(drafts.flatMap((draft) => draft.seen ?? []))];
  const marking = jointMarking(
    drafts.map((draft) => draft.marking),
    markings
  );
  return { ...first, text, ...(marking ? { marking } : {}), ...(seen.length ? { seen } : {}) };
}

/** A draft as it is stored: a text alone stays one, so that an earlier release reads it too. */
export function storedDraft(draft: Draft): Draft | string {
  return Object.keys(draft).length === 1 ? draft.text : draft;
}
