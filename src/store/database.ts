import './guard.ts';
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { Backup } from './backup.ts';
import type { Loss } from './noteStore.ts';
import type { Row } from './row.ts';

/** The parts of the browser a database needs; tests give their own. */
export type IdbParts = { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };
/** A stored draft or setting. */
export type Entry = { key: string; value: unknown };

/** The IndexedDB of one briefing series: its name holds the series' id, never the edition's. */
export class NotesDatabase extends Dexie {
  declare readonly revisions: Table<Row, string>;
  declare readonly drafts: Table<Entry, string>;
  declare readonly meta: Table<Entry, string>;
  declare readonly backups: Table<Backup, number>;
  readonly #lost = new Set<(why: Loss) => void>();

  constructor(briefingId: string, parts?: IdbParts) {
    super(`lodestone-${briefingId}`, {
      ...parts,
      // By default a browser reports a write as done before it reaches the disk.
      chromeTransactionDurability: 'strict',
      // Dexie's cache shows writes before they are done; "saved" must be true.
      cache: 'disabled'
    });
    this.version(1).stores({ revisions: 'id, note, entity', drafts: 'key', meta: 'key', backups: '++id' });
    this.on('versionchange', (event) => {
      // Another tab waits for this one: to stay open would hang it without a word.
      this.close();
      this.#tell(event.newVersion === null ? 'deleted' : 'newer-copy');
      return false;
    });
    // Dexie would write a line on the console; `openStore` waits 4 s for us and then says so on the page.
    this.on('blocked', () => false);
    // Dexie's own closing comes as a CustomEvent and is no loss; the browser's (site data cleared) does not.
    this.on('close', (event: Event) => {
      if (!(event instanceof CustomEvent)) this.#tell('closed');
    });
  }

  /** Calls back when the database was taken away; gives out a function that ends it. */
  onLost(lost: (why: Loss) => void): () => void {
    this.#lost.add(lost);
    return () => this.#lost.delete(lost);
  }

  #tell(why: Loss): void {
    for (const lost of this.#lost) lost(why);
  }
}

/** The database of a briefing series, opened; rejects when the browser does not allow it. */
export async function openDatabase(briefingId: string, parts?: IdbParts): Promise<NotesDatabase> {
  const database = new NotesDatabase(briefingId, parts);
  await database.open();
  return database;
}
