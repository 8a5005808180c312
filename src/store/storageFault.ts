/** Why storing failed, in the words the messages know. */
export type StorageFault = 'full' | 'blocked' | 'closed' | 'slow' | 'unknown';

const BLOCKED = new Set([
  'SecurityError',
  'MissingAPIError',
  'InvalidStateError',
  'OpenFailedError',
  'NotAllowedError'
]);
const CLOSED = new Set(['DatabaseClosedError', 'VersionError', 'VersionChangeError']);

/**
 * Names the fault behind an error of IndexedDB, Dexie or localStorage. Chromium hides a full disk within an
 * AbortError (`inner`), Firefox says it plainly, Dexie wraps either, so every layer is looked at.
 */
export function storageFault(error: unknown): StorageFault {
  const names = layers(error).map((layer) => layer.name);
  if (names.some((name) => name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED'))
    return 'full';
  if (names.includes('TimeoutError')) return 'slow';
  // Before 'closed', because Dexie calls a database that never opened a closed one.
  if (names.some((name) => BLOCKED.has(name))) return 'blocked';
  if (names.some((name) => CLOSED.has(name))) return 'closed';
  return 'unknown';
}

function layers(error: unknown): { name: string }[] {
  const found: { name: string }[] = [];
  let layer: unknown = error;
  while (typeof layer === 'object' && layer !== null && found.length < 10) {
    found.push({ name: 'name' in layer ? String(layer.name) : '' });
    layer = ('inner' in layer && layer.inner) || ('cause' in layer && layer.cause);
  }
  return found;
}
