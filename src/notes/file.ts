import { canonicalJson, digest } from './digest.ts';
import { NoteFault, NotesFileError } from './fault.ts';
import { checkDepth, checkSize } from './limits.ts';
import { merge } from './merge.ts';
import { checkId, parseRevision } from './revision.ts';
import type { Revision } from './revision.ts';

const FORMAT = 'lodestone-notes';
const VERSION = 1;
const ABOUT = ['generator', 'briefing', 'edition', 'author', 'marking'] as const;

/** What a notes file says of itself; an empty text means that nothing was said. */
export type About = Record<(typeof ABOUT)[number], string>;
/** A part of a file that could not be taken, and why. */
export type Damage = { path: string; why: string };
/** What a notes file held: the sound revisions, what was damaged, and what it says of itself. */
export type NotesFile = { revisions: Revision[]; damaged: Damage[]; about: About; version: number };

/**
 * Reads a notes file of any release. It takes every sound revision and lists the rest; it throws a
 * NotesFileError only when nothing can be read: too large, too deep, cut off, or not a notes file.
 */
export function readNotesFile(text: string): NotesFile {
  const file = parseFile(text);
  const damaged: Damage[] = [];
  const version = readVersion(file, damaged);
  const about = readAbout(file, damaged);
  const list = file['revisions'];
  if (!Array.isArray(list))
    throw new NotesFileError(
      'revisions',
      'is not a list, so there is nothing to read',
      'Export the file anew'
    );
  const sound = list.flatMap((entry: unknown, i) => readEntry(entry, `revisions[${i}]`, damaged));
  if (file['count'] !== list.length)
    damaged.push({ path: 'count', why: `says ${String(file['count'])}, but the list holds ${list.length}` });
  if (file['checksum'] !== checksumOf(file))
    damaged.push({ path: 'checksum', why: 'does not match: the file was changed after it was written' });
  return { revisions: merge(sound, []), damaged, about, version };
}

/**
 * Writes a notes file: one revision a line, sorted by id, no time of export. The same revisions and the same
 * `about` give the same bytes.
 */
export function writeNotesFile(revisions: readonly Revision[], about: About): string {
  const sorted = merge(revisions, []);
  const { generator, briefing, edition, author, marking } = about;
  const head = { format: FORMAT, version: VERSION, generator, briefing, edition, author, marking };
  const counted = { ...head, count: sorted.length };
  const lines = Object.entries(counted).map(([name, value]) => `"${name}":${JSON.stringify(value)},\n`);
  const entries = sorted.map(canonicalJson).join(',\n');
  checkSize(entries); // What is too large to be read is not worth a checksum.
  const checksum = sumOf({ ...counted, revisions: sorted });
  const text = `{${lines.join('')}"revisions":[\n${entries}${entries && '\n'}],\n"checksum":"${checksum}"}\n`;
  checkSize(text);
  return text;
}

function parseFile(text: string): Record<string, unknown> {
  checkSize(text);
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (bare.trim() === '') throw new NotesFileError('The file', 'is empty', 'Copy or export it again');
  const start = bare.slice(0, 100);
  // Every second sign, or nearly.
  if (start.split('\0').length - 1 > 0.4 * start.length)
    throw new NotesFileError('The file', 'is stored as UTF-16', 'Save it again as UTF-8, or export it anew');
  if (start.includes('\0'))
    throw new NotesFileError(
      'The file',
      'is no text, so it holds no notes',
      'Choose a file that ends in .notes.json'
    );
  checkDepth(bare);
  let file: unknown;
  try {
    file = JSON.parse(bare);
  } catch (error) {
    throw notJson(bare, error);
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT)
    throw new NotesFileError(
      'format',
      'does not say "lodestone-notes"',
      'Choose a file that ends in .notes.json'
    );
  return file as Record<string, unknown>;
}

/** Another kind of file is told from a notes file that was cut off or damaged. */
function notJson(text: string, error: unknown): NotesFileError {
  if (/^\s*[{[]/.test(text)) {
    const where = error instanceof Error ? error.message : 'not JSON';
    const what = `is not JSON, so it is cut off or damaged (${where})`;
    return new NotesFileError('The file', what, 'Copy it again, or export it anew');
  }
  const begins = [...text.trimStart().slice(0, 60)].slice(0, 30).join('').trim();
  const what = `holds no notes: it is not JSON but begins with “${begins}”`;
  const remedy = 'Choose a file that ends in .notes.json, or a copy of the page that was saved with notes';
  return new NotesFileError('The file', what, remedy);
}

function readVersion(file: Record<string, unknown>, damaged: Damage[]): number {
  const version = file['version'];
  const sound = typeof version === 'number' && Number.isInteger(version) && version >= 1;
  if (!sound) damaged.push({ path: 'version', why: 'is not a whole number from 1' });
  else if (version > VERSION)
    damaged.push({
      path: 'version',
      why: `is ${version}, newer than this page knows (${VERSION}): what it understands was taken`
    });
  return sound ? version : VERSION;
}

function readAbout(file: Record<string, unknown>, damaged: Damage[]): About {
  const about: About = { generator: '', briefing: '', edition: '', author: '', marking: '' };
  for (const name of ABOUT) {
    const value = file[name];
    if (typeof value === 'string') about[name] = value;
    else damaged.push({ path: name, why: 'is not a text' });
  }
  return about;
}

function readEntry(entry: unknown, path: string, damaged: Damage[]): Revision[] {
  try {
    const revision = parseRevision(entry);
    checkId(revision);
    return [revision];
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
    damaged.push({ path: error.path ? `${path}.${error.path}` : path, why: error.message });
    return [];
  }
}

/** The checksum the file should have; none when it holds what canonical JSON cannot (a broken character). */
function checksumOf(file: Record<string, unknown>): string | undefined {
  try {
    return sumOf(file);
  } catch {
    return undefined;
  }
}

/** SHA-256 over the canonical JSON of everything but the checksum. */
function sumOf(file: Record<string, unknown>): string {
  const rest = Object.entries(file).filter(([name]) => name !== 'checksum');
  return digest(Object.fromEntries(rest.sort(([a], [b]) => (a < b ? -1 : 1))));
}
