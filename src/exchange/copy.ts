import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { blockSafe, pageText } from './page.ts';
import type { PagePart, PageParts } from './page.ts';

/** The id of the data block that holds the notes of a saved copy: a notes file like any other. */
export const NOTES_BLOCK = 'notes';
/** The class of a view that holds nothing drawn yet: the script mounts it afresh. */
export const UNDRAWN_CLASS = 'undrawn';
/** The id of the block with the page's script, which the script in the head starts. */
const START = 'start';
/** What stands in the page until its script has drawn it; the reading copy of the original is drawn anew from the data. */
const UNDRAWN =
  'This is a copy with notes inside. Its script draws it; where scripts are blocked, read the original file.';

/** The page cannot be copied as it is, and why. */
export class CopyError extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'CopyError';
  }
}

type ElementPart = Exclude<PagePart, { comment: string }>;

/**
 * The html of this page with these notes inside (the text of a notes file). The shell stays as it is, byte for byte:
 * policy, scripts, styles, data blocks; only the block of notes is put in, and the prerendered view, which knows no
 * notes, is left out. What the policy would refuse, such as a style that an extension put in, is left out too. A copy
 * of a copy with the same notes has the same bytes. Throws a CopyError when a part that the page needs is missing.
 */
export function copyPage(parts: PageParts, notes: string): string {
  const policy = policyOf(parts);
  const head = parts.head.filter((part) => !isForeign(part, policy));
  const body = parts.body.filter((part) => !isForeign(part, policy) && idOf(part) !== NOTES_BLOCK);
  for (const needed of ['app', 'briefing', START, 'end'])
    if (!body.some((part) => idOf(part) === needed))
      throw new CopyError(`its part “${needed}” is missing; open the file anew and try again`);
  const start = body.find((part): part is ElementPart => idOf(part) === START);
  if (start && !policy.has(cspHash(start.text)))
    throw new CopyError('the script of the page was changed; open the file anew and try again');
  const hashes = [...head, ...body].flatMap((part) =>
    'tag' in part && (part.tag === 'script' || part.tag === 'style') ? [cspHash(part.text)] : []
  );
  const lost = [...policy].filter((hash) => !hashes.includes(hash));
  // A packed block is allowed by the hash of what it unpacks to, which cannot be told from here; each stands for one.
  if (lost.length > body.filter(isPacked).length)
    throw new CopyError('a script or a style of it is missing; open the file anew and try again');
  const script = body.findIndex((part) => idOf(part) === START);
  const block: PagePart = {
    tag: 'script',
    attributes: [
      ['type', 'application/json'],
      ['id', NOTES_BLOCK]
    ],
    text: blockSafe(notes)
  };
  const drawn = body.map((part) => ('tag' in part && idOf(part) === 'app' ? undrawn(part) : part));
  return pageText({ head, body: [...drawn.slice(0, script), block, ...drawn.slice(script)] });
}

/** The place of the view, with the hash of the briefing that it carries, and a word to those whose scripts are blocked. */
function undrawn(app: ElementPart): PagePart {
  const kept = app.attributes.filter(([name]) => name !== 'class');
  return { tag: app.tag, attributes: [...kept, ['class', UNDRAWN_CLASS]], text: UNDRAWN };
}

/** The hashes of all scripts and styles that the page's policy allows. */
function policyOf(parts: PageParts): Set<string> {
  const meta = parts.head.find(
    (part): part is ElementPart =>
      'tag' in part && part.attributes.some(([, value]) => value === 'Content-Security-Policy')
  );
  const content = meta?.attributes.find(([name]) => name === 'content')?.[1] ?? '';
  const hashes = content.match(/'sha256-[^']+'/g);
  if (!hashes) throw new CopyError('its policy is missing; open the file anew and try again');
  return new Set(hashes);
}

/** Not of this file: a script or style that its policy does not know. */
function isForeign(part: PagePart, policy: ReadonlySet<string>): boolean {
  return isRuled(part) && !policy.has(cspHash(part.text));
}

function isRuled(part: PagePart): part is ElementPart {
  return 'tag' in part && (part.tag === 'style' || (part.tag === 'script' && !isData(part)));
}

/** A block that no engine runs: it has a type, and not the one of a module. */
function isData(part: ElementPart): boolean {
  const type = part.attributes.find(([name]) => name === 'type')?.[1];
  return type !== undefined && type !== 'module' && type !== 'text/javascript';
}

/** Text that no engine runs until the page unpacks it, such as the part that makes slides. */
function isPacked(part: PagePart): boolean {
  return (
    'tag' in part &&
    idOf(part) !== START &&
    part.attributes.some(([name, value]) => name === 'type' && value === 'text/plain')
  );
}

const idOf = (part: PagePart) =>
  'tag' in part ? part.attributes.find(([name]) => name === 'id')?.[1] : undefined;

const cspHash = (text: string) =>
  `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text.replace(/\r\n?/g, '\n')))))}'`;
