import * as v from 'valibot';
import { SourceId } from './ids.ts';

/** How a source was read by those who compiled the figures. */
export const ReadAs = v.picklist([
  'full text',
  'full text (translation)',
  'converted copy',
  'relayed',
  'second-hand',
  'in part',
  'not read'
]);
export type ReadAs = v.InferOutput<typeof ReadAs>;

/**
 * A publication outside the briefing. `origin` names the body whose statement it carries, so that five relays
 * of one agency count as one; `attribution` is the text its licence asks for. `address` is shown as text, never as a link.
 */
export const Source = v.strictObject({
  id: SourceId,
  title: v.string(),
  publisher: v.string(),
  date: v.string(),
  address: v.optional(v.string()),
  licence: v.string(),
  readAs: ReadAs,
  origin: v.string(),
  attribution: v.optional(v.string())
});
export type Source = v.InferOutput<typeof Source>;

/** How a source was read, within a sentence: "read as relayed", "not read". */
export const readInWords = (readAs: ReadAs): string => (readAs === 'not read' ? readAs : `read as ${readAs}`);
