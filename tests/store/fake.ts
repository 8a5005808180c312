import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { DBCore, DBCoreTable, Middleware } from 'dexie';
import { NotesDatabase, type IdbParts } from '../../src/store/database.ts';
import type { MachineClock } from '../../src/store/machineClock.ts';

/** A fresh IndexedDB that no other test shares. */
export function freshIdb(): IdbParts {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

/** The database of a briefing series, opened. */
export async function openDatabase(briefingId: string, parts?: IdbParts): Promise<NotesDatabase> {
  const database = new NotesDatabase(briefingId, parts);
  await database.open();
  return database;
}

/** A localStorage in memory that can be made to refuse writes from the n-th on. */
export class FakeStorage implements Storage {
  readonly items = new Map<string, string>();
  refuseFrom = Infinity;
  writes = 0;
  get length(): number {
    return this.items.size;
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.writes += 1;
    if (this.writes >= this.refuseFrom) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
  clear(): void {
    this.items.clear();
  }
}

/** Spoils one storage operation of a database: the n-th, either before it happens or after it has. */
export class Saboteur {
  failAt = Infinity;
  after = false;
  count = 0;
  strike: () => void = () => {
    throw new Error(`sabotage of operation ${this.count}`);
  };

  readonly middleware: Middleware<DBCore> = {
    stack: 'dbcore',
    name: 'saboteur',
    create: (core) => ({ ...core, table: (name: string) => this.#table(core.table(name)) })
  };

  #table(table: DBCoreTable): DBCoreTable {
    return {
      ...table,
      mutate: (request) => this.#pass(() => table.mutate(request)),
      get: (request) => this.#pass(() => table.get(request)),
      getMany: (request) => this.#pass(() => table.getMany(request)),
      query: (request) => this.#pass(() => table.query(request))
    };
  }

  async #pass<T>(operate: () => Promise<T>): Promise<T> {
    this.count += 1;
    const doomed = this.count === this.failAt;
    if (doomed && !this.after) this.strike();
    const result = await operate();
    if (doomed && this.after) this.strike();
    return result;
  }
}

/** Time that moves only when a test says so. */
export class FakeClock implements MachineClock {
  #now = 1_000_000;
  #timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Lets time pass, running what falls due in order, with a pause for promises after each step. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.#due(end); next; next = this.#due(end)) {
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = next.at;
      next.run();
      await settle();
    }
    this.#now = end;
  }

  #due(end: number): { at: number; run: () => void } | undefined {
    return this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Lets all promises that can go on do so. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
