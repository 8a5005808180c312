import { plainCopy } from '../notes/plain.ts';
import type { Revision } from '../notes/revision.ts';
import { machineClock } from './machineClock.ts';
import type { MachineClock } from './machineClock.ts';
import { storageFault } from './storageFault.ts';
import type { SaveStatus, Unsaved } from './saveStatus.ts';
import { within } from './within.ts';

const DRAFT_DELAY = 400; // ms from the first keystroke that is not stored yet
const PROMISE = 1_000; // ms until what was typed is stored, or the page says that it is not
const PATIENCE = 10_000; // ms until a write without an answer is tried again; each may safely be repeated
const RETRIES = [1_000, 5_000, 30_000]; // ms; the last one repeats

/** Where a saver brings them; each promise resolves once that is stored. */
type Keeper = {
  saveDraft(key: string, value: unknown): Promise<unknown>;
  dropDraft(key: string): Promise<void>;
  commit(revision: Revision, key: string): Promise<void>;
};

/**
 * Brings drafts and revisions into the store, in the order they come, and always knows whether it has. What a
 * failed write was to store stays in `unsaved` and is tried again; nothing leaves it before it is stored.
 */
export class Saver {
  readonly #store: Keeper;
  readonly #clock: MachineClock;
  readonly #listeners = new Set<(status: SaveStatus) => void>();
  #status: SaveStatus = { state: 'loading' };
  #unsaved: Unsaved[] = [];
  #running: Promise<void> | undefined;
  #failures = 0;
  #cancelRun: (() => void) | undefined;
  #cancelAlarm: (() => void) | undefined;

  constructor(store: Keeper, clock: MachineClock = machineClock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The present status. */
  get status(): SaveStatus {
    return this.#status;
  }

  /** All that is in memory only, oldest first, for the file that gets it out. */
  get unsaved(): readonly Unsaved[] {
    return this.#unsaved;
  }

  /** Calls back with the present status and with every later one; gives out a function that ends it. */
  subscribe(listener: (status: SaveStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  /** Says that the stored notes have been read, so that the status may leave 'loading'. */
  ready(): void {
    if (this.#status.state === 'loading') this.#say({ state: 'saved', at: null });
  }

  /** Takes what stands in an editor now; it is stored as a draft within a second. */
  typed(key: string, value: unknown): void {
    const copy = plainCopy(value);
    const last = this.#unsaved.findLastIndex((work) => work.key === key);
    const before = this.#unsaved[last];
    const beingWritten = this.#running !== undefined && last === 0;
    if (before?.kind === 'draft' && !beingWritten) this.#unsaved[last] = { ...before, value: copy };
    else this.#unsaved.push({ kind: 'draft', key, value: copy, since: this.#clock.now() });
    if (this.#failures === 0 && !this.#running) this.#say({ state: 'unsaved' });
    this.#cancelRun ??= this.#clock.after(DRAFT_DELAY, () => void this.flush());
    this.#setAlarm();
  }

  /** Stores a revision and drops its draft; resolves once that is done, however many tries it takes. */
  commit(revision: Revision, key: string): Promise<void> {
    return new Promise((done) =>
      this.#enqueue({ kind: 'commit', key, revision, done, since: this.#clock.now() })
    );
  }

  /** Gives up a draft: its author has thrown the text away. */
  discard(key: string): void {
    const beingWritten = this.#running && this.#unsaved[0];
    this.#unsaved = this.#unsaved.filter(
      (work) => work.key !== key || work.kind !== 'draft' || work === beingWritten
    );
    this.#enqueue({ kind: 'drop', key, since: this.#clock.now() });
  }

  /** Stores at once what is waiting (the page is being hidden, or "try again"); resolves after this try. */
  flush(): Promise<void> {
    this.#cancelRun?.();
    this.#cancelRun = undefined;
    // The run starts a microtask later, so that a listener it tells cannot start another within it.
    this.#running ??= Promise.resolve().then(() => this.#run());
    return this.#running;
  }

  /** Forgets what is waiting and all timers, because the store is being taken away on purpose. */
  stop(): void {
    this.#cancelRun?.();
    this.#cancelAlarm?.();
    this.#unsaved = [];
    this.#listeners.clear();
  }

  #enqueue(work: Unsaved): void {
    this.#unsaved.push(work);
    this.#setAlarm();
    if (this.#failures === 0) void this.flush();
  }

  async #run(): Promise<void> {
    for (let work = this.#unsaved[0]; work; work = this.#unsaved[0]) {
      if (this.#status.state !== 'failed') this.#say({ state: 'saving' });
      try {
        await within(this.#write(work), PATIENCE, this.#clock);
      } catch (error) {
        this.#running = undefined;
        return this.#fail(error);
      }
      this.#unsaved.shift();
      this.#failures = 0;
      this.#setAlarm();
      if (work.kind === 'commit') work.done();
    }
    this.#running = undefined;
    this.#say({ state: 'saved', at: this.#clock.now() });
  }

  #write(work: Unsaved): Promise<unknown> {
    if (work.kind === 'draft') return this.#store.saveDraft(work.key, work.value);
    if (work.kind === 'drop') return this.#store.dropDraft(work.key);
    return this.#store.commit(work.revision, work.key);
  }

  #fail(error: unknown): void {
    const wait = RETRIES[Math.min(this.#failures, RETRIES.length - 1)]!;
    this.#failures += 1;
    this.#cancelRun?.();
    this.#cancelRun = this.#clock.after(wait, () => void this.flush());
    const detail = error instanceof Error ? error.message : String(error);
    this.#say({ state: 'failed', fault: storageFault(error), detail, retryAt: this.#clock.now() + wait });
  }

  /** Sees to it that the page says so when the oldest unsaved thing is a second old. */
  #setAlarm(): void {
    this.#cancelAlarm?.();
    const oldest = this.#unsaved[0];
    if (!oldest) return;
    const left = Math.max(0, oldest.since + PROMISE - this.#clock.now());
    this.#cancelAlarm = this.#clock.after(left, () => {
      if (this.#status.state === 'failed') return;
      this.#say({ state: 'failed', fault: 'slow', detail: `not stored within ${PROMISE} ms`, retryAt: null });
    });
  }

  #say(status: SaveStatus): void {
    this.#status = status;
    for (const listener of [...this.#listeners]) listener(status);
  }
}
