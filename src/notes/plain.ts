import { NoteFault } from './fault.ts';

/**
 * A deep copy made of nothing but fresh plain objects, arrays, strings, numbers and booleans. Proxies come
 * out as what they stand for, `undefined` members are left out, and an own `__proto__` stays an own member.
 */
export function plainCopy<T>(value: T): T {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = undefined;
  }
  if (text === undefined)
    throw new NoteFault('', value, 'is not plain data:', 'give text, numbers, lists and objects');
  return JSON.parse(text) as T;
}

/**
 * The same data with every half of a broken surrogate pair replaced by U+FFFD: a file in UTF-8 cannot hold
 * one, so a note that kept it would no longer match its id after an export.
 */
export function wellFormed<T>(value: T): T {
  const mend = (_key: string, part: unknown) =>
    typeof part === 'string' ? part.replace(/\p{Surrogate}/gu, '\ufffd') : part;
  return JSON.parse(JSON.stringify(value), mend) as T;
}

/** Freezes plain data all the way down, so that a slip throws instead of changing a note. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** How many containers stand inside one another: 0 for a text, 1 for a flat object. */
export function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const part of Object.values(value)) deepest = Math.max(deepest, depthOf(part));
  return deepest + 1;
}
