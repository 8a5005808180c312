import { newReplica } from '../notes/clock.ts';
import { plainCopy } from '../notes/plain.ts';
import { NotesDatabase } from './database.ts';
import type { IdbParts } from './database.ts';
import { IndexedDbStore } from './indexedDbStore.ts';
import { LocalStorageStore } from './localStorageStore.ts';
import { MemoryStore } from './memoryStore.ts';
import { moveNotes } from './moveNotes.ts';
import type { NoteStore } from './noteStore.ts';
import { storageFault } from './storageFault.ts';
import type { StorageFault } from './storageFault.ts';
import { within } from './within.ts';

/** Which medium holds the notes. */
export type StoreKind = 'indexeddb' | 'localstorage' | 'memory';
/** A better medium that could not be used, and why. */
export type StoreWarning = { medium: StoreKind; fault: StorageFault; detail: string };
/** The opened store; `warning` says why it is not IndexedDB, or why earlier notes could not be moved there. */
export type OpenedStore = { store: NoteStore; kind: StoreKind; warning?: StoreWarning };
/** The parts of the browser that stores are made of; tests give their own. */
export type StoreEnvironment = { idb?: IdbParts; localStorage?: () => Storage; limit?: number };

/** How long opening and probing may take before the next medium is tried: after a killed browser, WebKit was seen to take more than 4 s. */
const LIMIT = 10_000; // ms

/** Opens the best store that really takes, gives back and forgets a value. It never rejects and never hangs. */
export async function openStore(
  briefingId: string,
  environment: StoreEnvironment = {}
): Promise<OpenedStore> {
  const limit = environment.limit ?? LIMIT;
  // Reading `globalThis.localStorage` throws where site data is blocked, so it is read as late as possible.
  const localStore = () =>
    new LocalStorageStore(briefingId, environment.localStorage?.() ?? globalThis.localStorage);
  const makers: [StoreKind, () => NoteStore][] = [
    ['indexeddb', () => new IndexedDbStore(new NotesDatabase(briefingId, environment.idb))],
    ['localstorage', localStore]
  ];
  let warning: StoreWarning | undefined;
  for (const [kind, make] of makers) {
    let store: NoteStore | undefined;
    try {
      store = make();
      await within(probe(store), limit);
      if (kind === 'indexeddb') warning = await adopt(store, localStore, limit);
      return { store, kind, ...(warning && { warning }) };
    } catch (error) {
      store?.close();
      warning ??= describe(kind, error);
    }
  }
  return { store: new MemoryStore(), kind: 'memory', ...(warning && { warning }) };
}

/** Writes, reads and drops a value: some browsers open a database that then takes nothing. */
async function probe(store: NoteStore): Promise<void> {
  const value = { probe: Date.now() };
  const key = probeKey();
  await store.saveDraft(key, value);
  const drafts = await store.loadDrafts();
  await store.dropDraft(key);
  const found = drafts.find((draft) => draft.key === key);
  if (JSON.stringify(found?.value) !== JSON.stringify(plainCopy(value)))
    throw new Error('A stored value did not come back as it was');
}

/** Each visit probes under a key of its own, so that two tabs that open at once do not take each other's probe away. */
const probeKey = () => `\u0000probe-${newReplica()}`;

/** Brings in what an earlier visit had to keep in localStorage; a failure leaves it there and is told. */
async function adopt(
  store: NoteStore,
  localStore: () => LocalStorageStore,
  limit: number
): Promise<StoreWarning | undefined> {
  let earlier: LocalStorageStore;
  try {
    earlier = localStore();
  } catch {
    return undefined; // No localStorage, so nothing was kept there.
  }
  try {
    await within(moveNotes(earlier, store), limit);
    return undefined;
  } catch (error) {
    return describe('localstorage', error);
  }
}

function describe(medium: StoreKind, error: unknown): StoreWarning {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { medium, fault: storageFault(error), detail };
}
