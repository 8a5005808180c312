import { NOTES_BLOCK } from '../exchange/copy.ts';
import { MAX_BYTES } from '../notes/limits.ts';

/** A file as a reader gave it: its name and its text. */
export type Incoming = { name: string; text: string };

/** Why the browser gave no text of what was dropped: a folder, or a file that another program holds or took away. */
export const UNREADABLE =
  'The browser cannot read it: it is a folder, or another program holds it. Choose the files themselves, or copy them elsewhere first.';

const BLOCK = new RegExp(`<script type="application/json" id="${NOTES_BLOCK}">([\\s\\S]*?)</script>`);
/** How large a saved copy may be: the page itself beside as many notes as a file may hold. */
const MAX_COPY = 2 * MAX_BYTES;

/**
 * Reads a file for the import. A saved copy of the page gives the notes inside it. A file past every limit is not read
 * into memory: one sign more than the limit stands for it, so that it is refused for its size like any other.
 */
export async function readIncoming(file: File): Promise<Incoming> {
  const { name } = file;
  if (file.size > MAX_COPY) return { name, text: ' '.repeat(MAX_BYTES + 1) };
  const text = await file.text();
  return { name, text: (/^\s*<!doctype html/i.test(text) && BLOCK.exec(text)?.[1]) || text };
}
