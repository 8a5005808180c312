import { readNotesFile } from '../notes/file.ts';
import { merge } from '../notes/merge.ts';
import type { Revision } from '../notes/revision.ts';
import type { Backup } from './backup.ts';
import { readRows } from './row.ts';
import { databaseNames, ownKeys } from './wipe.ts';
import { within } from './within.ts';

/** What one place of storage held: what can be read of it, and all of it as it stands. `fault` says why nothing could be read. */
export type Salvaged = {
  name: string;
  revisions: Revision[];
  /** Rows that are there and cannot be read as revisions; they are in `raw`. */
  unreadable: number;
  drafts: number;
  backups: Backup[];
  raw: Record<string, unknown>;
  fault?: string;
};

const LIMIT = 10_000; // ms

/**
 * Reads everything that this product keeps in this browser, without Dexie, the briefing or any knowledge of which series
 * there are, and changes nothing. `known` are series to try where the browser cannot list its databases. Never rejects.
 */
export async function salvage(
  known: readonly string[],
  factory: IDBFactory | undefined,
  storage: () => Storage
): Promise<Salvaged[]> {
  const lists = await Promise.all((known.length ? known : ['']).map((name) => databaseNames(factory, name)));
  const names = [...new Set(lists.flat())].filter((name) => name !== 'lodestone-');
  const found: Salvaged[] = [];
  for (const name of names)
    try {
      const raw = await within(readDatabase(factory!, name), LIMIT);
      if (raw) found.push(salvaged(name, raw));
    } catch (error) {
      found.push({ ...salvaged(name, {}), fault: error instanceof Error ? error.message : String(error) });
    }
  return [...found, ...readStorage(storage)];
}

/** The revisions of a place and of all its backups, each once: more than the place itself may still hold. */
export function withBackups({ revisions, backups }: Salvaged): Revision[] {
  return backups.reduce((all, { text }) => {
    try {
      return merge(all, readNotesFile(text).revisions);
    } catch {
      return all; // It goes out as it is with everything else.
    }
  }, revisions);
}

function salvaged(name: string, raw: Record<string, unknown>): Salvaged {
  const rows = listOf(raw['revisions']);
  const revisions = merge(readRows(rows), []);
  return {
    name,
    revisions,
    unreadable: rows.length - readRows(rows).length,
    drafts: listOf(raw['drafts']).length,
    backups: listOf(raw['backups']) as Backup[],
    raw
  };
}

/** Every store of a database with all that is in it; undefined where there is no such database. */
function readDatabase(factory: IDBFactory, name: string): Promise<Record<string, unknown> | undefined> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.onupgradeneeded = () => request.transaction?.abort(); // It was not there, and shall not be.
    request.onerror = () =>
      request.error?.name === 'AbortError' ? resolve(undefined) : reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const stores = [...database.objectStoreNames];
      const raw: Record<string, unknown> = {};
      if (stores.length === 0) return resolve(raw);
      const transaction = database.transaction(stores, 'readonly');
      for (const store of stores) {
        const all = transaction.objectStore(store).getAll();
        all.onsuccess = () => (raw[store] = all.result);
      }
      transaction.oncomplete = () => {
        database.close();
        resolve(raw);
      };
      transaction.onabort = () => reject(transaction.error ?? new Error('the database stopped answering'));
    };
  });
}

/** What stands in localStorage, by series: its keys are "lodestone-<series>/<kind>/<name>". */
function readStorage(storage: () => Storage): Salvaged[] {
  const series: Record<string, Record<string, unknown[]>> = {};
  try {
    const store = storage();
    for (const key of ownKeys(store)) {
      const [name = '', kind = ''] = key.split('/');
      if (!kind) continue;
      const table = { add: 'revisions', draft: 'drafts', backup: 'backups' }[kind] ?? kind;
      const value = parsed(store.getItem(key) ?? '');
      const kinds = (series[name] ??= {});
      (kinds[table] ??= []).push(
        ...(kind === 'add' && Array.isArray(value) ? (value as unknown[]) : [value])
      );
    }
  } catch {
    return []; // Site data is blocked, so nothing is kept.
  }
  return Object.entries(series).map(([name, raw]) => salvaged(`${name} (smaller store)`, raw));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
