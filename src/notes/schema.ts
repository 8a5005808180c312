import * as v from 'valibot';

const HEX32 = /^[0-9a-f]{32}$/;
const HLC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{4}-[0-9a-f]{8}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const short = v.pipe(v.string(), v.maxLength(1_000, 'at most 1,000 characters'));
const named = v.pipe(short, v.nonEmpty('a text that is not empty'));

/** The most characters (UTF-16 units, as a text field counts them) that one note's text may have. */
export const MAX_TEXT = 20_000;
/** The most characters that one deck of scenes, as canonical JSON, may have. */
export const MAX_DECK = 200_000;

/** A note's identity through all its revisions; we mint UUIDv7 and accept any UUID in lower case. */
export const NoteId = v.pipe(v.string(), v.regex(UUID, 'a UUID in lower case'), v.brand('NoteId'));
/** One revision: the first 32 hex digits of SHA-256 over the canonical JSON of its other members. */
export const RevisionId = v.pipe(v.string(), v.regex(HEX32, '32 hex digits'), v.brand('RevisionId'));
/** A time of the hybrid logical clock, such as "2025-11-03T09:14:22.123Z-0003-7f3a9c21". */
export const Hlc = v.pipe(
  v.string(),
  v.regex(HLC, 'a time such as "2025-11-03T09:14:22.123Z-0003-7f3a9c21"'),
  v.check((text) => !Number.isNaN(Date.parse(text.slice(0, 24))), 'a day and hour that exist'),
  v.brand('Hlc')
);
/** Who says they wrote it: claimed, never authenticated. */
export const Creator = v.object({ name: named, org: v.exactOptional(short) });
/** What a note is about, with the value its author saw there. */
export const Target = v.object({
  briefing: named,
  edition: short,
  entity: named,
  field: v.exactOptional(short),
  was: v.exactOptional(v.union([short, v.number()]))
});
const text = v.object({
  type: v.literal('text', '"text"'),
  value: v.pipe(v.string(), v.maxLength(MAX_TEXT, `at most ${MAX_TEXT} characters; split the note`))
});
const deck = v.object({
  type: v.literal('deck', '"deck"'),
  value: v.pipe(v.string(), v.maxLength(MAX_DECK, `at most ${MAX_DECK} characters; split the deck`))
});
/** What a revision holds: the text of a note, plain, drawn from text nodes only; or a deck of scenes as canonical JSON. */
export const Body = v.variant('type', [text, deck]);
/** Why the note was written, in the words of the W3C Web Annotation model. */
export const Motivation = v.picklist(['commenting', 'questioning', 'assessing', 'correcting', 'linking']);
/** An assessment: likelihood and confidence apart, on a named yardstick, and a source grading such as "B2". */
export const Assess = v.object({
  confidence: v.exactOptional(named),
  likelihood: v.exactOptional(named),
  scale: v.picklist(['PHIA-2025', 'ICD203']),
  source: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-F][1-6]$/, 'a letter A–F and a digit 1–6')))
});

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A revision with its content. `op` is "put", "delete" or "redact"; any other word comes from a newer version
 * and is kept. A "put" always has `body` and `motivation`; `x` holds what newer versions add. Here and above, members
 * stand in the order of canonical JSON, so that it need not be made anew for each hash.
 */
export const FullRevision = v.object({
  assess: v.exactOptional(Assess),
  body: v.exactOptional(Body),
  creator: Creator,
  hlc: Hlc,
  id: RevisionId,
  marking: v.exactOptional(short),
  motivation: v.exactOptional(Motivation),
  note: NoteId,
  op: named,
  parents: v.array(RevisionId),
  target: Target,
  // Not v.record, which leaves out members called "constructor" or "__proto__".
  x: v.exactOptional(v.custom<Record<string, unknown>>(isObject, 'an object'))
});
/** What stays of a revision whose content was withdrawn; its id can no longer be recomputed. */
export const RedactedRevision = v.object({
  hlc: Hlc,
  id: RevisionId,
  note: NoteId,
  parents: v.array(RevisionId),
  redacted: v.literal(true)
});

export type NoteId = v.InferOutput<typeof NoteId>;
export type RevisionId = v.InferOutput<typeof RevisionId>;
export type Hlc = v.InferOutput<typeof Hlc>;
export type Creator = v.InferOutput<typeof Creator>;
export type Target = v.InferOutput<typeof Target>;
export type Body = v.InferOutput<typeof Body>;
export type Motivation = v.InferOutput<typeof Motivation>;
export type Assess = v.InferOutput<typeof Assess>;
export type FullRevision = v.InferOutput<typeof FullRevision>;
export type RedactedRevision = v.InferOutput<typeof RedactedRevision>;
