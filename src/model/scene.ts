import * as v from 'valibot';
import { EntryId } from './ids.ts';

/** The address of a live state after the file's name, in a view that a room can be shown: "#/flows?lens=magnet-2024". */
export const SceneState = v.pipe(
  v.string(),
  v.regex(
    /^#\/(?:brief|flows|deals|timeline)(?:\?[^\s#]*)?$/,
    'the address of Brief, Flows, Deals or Timeline, such as "#/flows?lens=magnet-2024"'
  ),
  v.maxLength(2_000, 'at most 2,000 characters')
);

/**
 * A scene of the briefing's own deck: a saved live state with a title and a caption for the room. Every figure in title
 * and caption stands in one of its `records`. What the speaker says stands apart, in a block the room's window removes.
 */
export const Scene = v.strictObject({
  id: EntryId,
  title: v.pipe(v.string(), v.nonEmpty('a title')),
  caption: v.string(),
  state: SceneState,
  records: v.array(v.string())
});
export type Scene = v.InferOutput<typeof Scene>;

/** What the speaker says to each scene of the briefing's own deck, by the scene's id. */
export type SpeakerNotes = Readonly<Record<string, string>>;
