import './guard.ts';
import { Dexie } from 'dexie';
import type { DBCore, Table } from 'dexie';
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
  readonly #running = new Set<IDBTransaction>();

  constructor(briefingId: string, parts?: IdbParts) {
    super(`lodestone-${briefingId}`, {
      ...parts,
      // By default a browser reports a write as done before it reaches the disk.
      chromeTransactionDurability: 'strict',
      // Dexie's cache shows writes before they are done; "saved" must be true.
      cache: 'disabled'
    });
    this.version(1).stores({ revisions: 'id, note, entity', drafts: 'key', meta: 'key', backups: '++id' });
    this.use({ stack: 'dbcore', name: 'running', create: (core) => this.#noting(core) });
    this.on('versionchange', (event) => {
      // Another tab waits for this one: to stay open would hang it without a word.
      this.close();
      this.#tell(event.newVersion === null ? 'deleted' : 'newer-copy');
      return false;
    });
    // Dexie would write a line on the console; `openStore` waits for us and then says so on the page.
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

  /**
   * Ends what is being read or written, and closes. A page that its browser sets aside hears no more of its
   * transactions, and in WebKit they then keep every later page from writing.
   */
  abandon(): void {
    for (const transaction of this.#running) {
      try {
        transaction.abort();
      } catch {
        // It ended a moment ago.
      }
    }
    this.close();
  }

  #noting(core: DBCore): DBCore {
    return {
      ...core,
      transaction: (...asked) => {
        const transaction = core.transaction(...asked) as IDBTransaction;
        this.#running.add(transaction);
        for (const end of ['complete', 'abort'])
          transaction.addEventListener(end, () => this.#running.delete(transaction));
        return transaction;
      }
    };
  }

  #tell(why: Loss): void {
    for (const lost of this.#lost) lost(why);
  }
}
