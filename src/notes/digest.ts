import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** Half a surrogate pair, as JSON writes it: canonical JSON cannot hold one. */
const HALF = /\\ud[89a-f]/;

/** The canonical JSON (RFC 8785) of plain data: equal content, equal text. Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  // Our own data comes in canonical order, and then the browser's own JSON is the canonical one, several times as fast.
  if (isInOrder(value)) {
    const text = JSON.stringify(value);
    if (!HALF.test(text)) return text;
  }
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON.');
  return text;
}

/** SHA-256 over the canonical JSON of plain data, as 64 hex digits. */
export function digest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** True for plain data whose members all come in the order of canonical JSON; anything else is left to the library. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  const made = Object.getPrototypeOf(value) as unknown;
  if (made !== Object.prototype && made !== null) return false;
  let before = '';
  for (const [key, part] of Object.entries(value)) {
    if (key < before || key === 'toJSON' || !isInOrder(part)) return false;
    before = key;
  }
  return true;
}
