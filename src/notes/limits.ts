import { NotesFileError } from './fault.ts';

/** The largest notes file that is read or written, in bytes of UTF-8. */
export const MAX_BYTES = 50_000_000;
/** How deep a notes file may be nested: file, list, revision, `x`, and two levels within it. */
const MAX_DEPTH = 6;

/** Throws when a text has more than 50 MB, without making a copy of it. */
export function checkSize(text: string): void {
  if (text.length * 3 <= MAX_BYTES) return;
  let bytes = text.length;
  for (let i = 0; i < text.length && bytes <= MAX_BYTES; i += 1) {
    const code = text.charCodeAt(i);
    // Half of a surrogate pair counts 2, because a whole pair takes four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  if (bytes > MAX_BYTES)
    throw new NotesFileError(
      'The file',
      `holds more than ${MAX_BYTES / 1_000_000} MB, which no notes file needs`,
      'Ask its writer to export fewer notes at a time'
    );
}

/**
 * Walks through JSON without parsing it, so that a file built to exhaust the parser never reaches it. Throws
 * past the depth allowed, and tells a file that was cut off from one that was never JSON.
 */
export function checkDepth(text: string): void {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inText) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH)
        throw new NotesFileError(
          `Character ${i + 1}`,
          `is nested deeper than ${MAX_DEPTH} levels, which no notes file is`,
          'Do not use this file; ask its sender for a fresh export'
        );
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  if (inText || depth > 0)
    throw new NotesFileError(
      `Character ${text.length}`,
      'is where the file ends, in the middle of a note: it was cut off',
      'Copy it again from where it came from, or export it anew'
    );
}
