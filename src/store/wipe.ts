import type { IdbParts } from './database.ts';
import { within } from './within.ts';

/** What a wipe took away, and what is still there after looking again. */
export type Wiped = { databases: string[]; keys: string[]; left: string[] };
/** The parts of the browser that a wipe works on; tests give their own. */
export type WipeEnvironment = { indexedDB?: IDBFactory; localStorage?: () => Storage; limit?: number };

/** All that this product stores begins with this. */
const OURS = 'lodestone-';
/** How long another page may hold on to a database. */
const LIMIT = 5_000; // ms

/**
 * Deletes every database and every key of this product in this browser, whichever briefing they belong to, then looks
 * again. `known` is the series that is open, for browsers that cannot list their databases. It never rejects.
 */
export async function wipe(known: string, environment: WipeEnvironment = {}): Promise<Wiped> {
  const limit = environment.limit ?? LIMIT;
  const factory = environment.indexedDB ?? globalThis.indexedDB;
  const store = openStorage(environment);
  const databases = await databaseNames(factory, known);
  const keys = ownKeys(store);
  for (const key of keys) store?.removeItem(key);
  for (const name of databases) await within(remove(factory, name), limit).catch(() => undefined);
  const left = [...(await databaseNames(factory, known, true)), ...ownKeys(store)];
  const gone = (name: string) => !left.includes(name);
  return { databases: databases.filter(gone), keys: keys.filter(gone), left };
}

/** Names of this product's databases. Where the browser cannot list them, the known one is opened to see whether it is there. */
export async function databaseNames(
  factory: IDBFactory | undefined,
  known: string,
  probe = false
): Promise<string[]> {
  try {
    if (!factory) return [];
    if (typeof factory.databases !== 'function')
      return !probe || (await exists(factory, OURS + known)) ? [OURS + known] : [];
    const all = await factory.databases();
    return all.flatMap(({ name }) => (name?.startsWith(OURS) ? [name] : [])).sort();
  } catch {
    return []; // Site data is blocked, so nothing is kept.
  }
}

/** Keys of this product in localStorage. */
export function ownKeys(store: Storage | undefined): string[] {
  const keys = Array.from({ length: store?.length ?? 0 }, (_, i) => store?.key(i) ?? '');
  return keys.filter((key) => key.startsWith(OURS)).sort();
}

function openStorage({ localStorage: give }: WipeEnvironment): Storage | undefined {
  try {
    return give?.() ?? globalThis.localStorage;
  } catch {
    return undefined; // Site data is blocked, so nothing is kept.
  }
}

function remove(factory: NonNullable<IdbParts['indexedDB']>, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not deleted'));
  });
}

/** Opens a database only to see whether it is new; a new one is not made. */
function exists(factory: IDBFactory, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = factory.open(name);
    request.onupgradeneeded = () => {
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
    request.onerror = () => resolve(false);
  });
}
