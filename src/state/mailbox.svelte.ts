import { untrack } from 'svelte';
import { notesFileName } from '../notes/fileName.ts';
import type { Revision } from '../notes/revision.ts';
import { alone } from '../store/alone.ts';
import { machineClock, type MachineClock } from '../store/machineClock.ts';
import { askPermission, isNamed, permission } from '../store/place.ts';
import type { KeptPlace, Place } from '../store/place.ts';
import { readOthers, type Others } from './others.ts';
import { isKept, pickersOf, type Pickers } from './pickers.ts';
import { rankUpTo, type PlaceStatus } from './placeRules.ts';
import { post, type Desk } from './posting.ts';
import type { Shelf } from './shelf.svelte.ts';

const DELAY = 1_500; // ms from a change to its writing
const OFTEN = 60_000; // ms between looks at the others' files while the page is seen
const RETRIES = [5_000, 30_000, 60_000]; // ms; the last one repeats
const PATIENCE = 60_000; // ms a share may take to answer

/** Keeps one notes file current in a file or folder that its reader chose, and reads what others put into that folder. */
export class Mailbox {
  readonly #shelf: Shelf;
  readonly #desk: Desk;
  readonly #clock: MachineClock;
  #pickers: Pickers = {};
  #kept = $state.raw<KeptPlace | undefined>();
  #status = $state.raw<PlaceStatus>({ is: 'absent' });
  #others = $state.raw<Others | null>(null);
  #remembered = $state(true);
  /** The revisions that stand in the file. */
  #current = $state.raw<readonly Revision[] | undefined>();
  #failures = 0;
  #running: Promise<void> | undefined;
  #cancel: (() => void) | undefined;
  #stops: (() => void)[] = [];
  #target: Window | undefined;

  constructor(desk: Desk, clock: MachineClock = machineClock) {
    [this.#shelf, this.#desk, this.#clock] = [desk.shelf, desk, clock];
  }

  get status(): PlaceStatus {
    if (!this.#shelf.store && this.#status.is !== 'absent') return { is: 'none' };
    const changed = this.#status.is === 'current' && this.#current !== this.#shelf.revisions;
    return changed ? { is: 'writing' } : this.#status;
  }
  /** What the browser calls the place. */
  get place(): string {
    return this.#kept?.place.name ?? '';
  }
  /** The name of our file there. */
  get file(): string {
    return this.#kept?.name ?? '';
  }
  /** Whether the place is a folder, where others may have files too. */
  get isFolder(): boolean {
    return this.#kept?.place.kind === 'directory';
  }
  /** Whether the place will be known on the next visit. */
  get remembered(): boolean {
    return this.#remembered;
  }
  /** What the others' files hold, once they were read. */
  get others(): Others | null {
    return this.#others;
  }
  /** How far up the list of markings notes may go there. */
  get upTo(): number {
    return rankUpTo(this.#kept?.upTo ?? null, this.#desk.sharing.markings);
  }
  /** How many notes stay out of the file for their marking. */
  get staying(): number {
    return this.#kept ? this.#desk.sharing.preview('all', this.upTo).staying.length : 0;
  }

  /** Looks whether there is a picker and a place chosen earlier, and goes on there where the browser allows it. */
  async open(target: Window): Promise<void> {
    this.#target = target;
    this.#pickers = pickersOf(target);
    if (!this.#pickers.folder && !this.#pickers.file) return;
    this.#status = { is: 'none' };
    const kept = await this.#shelf.store?.getPlace().catch(() => undefined);
    if (isKept(kept)) this.#kept = kept;
    const look = () => void (target.document.visibilityState === 'visible' && this.sync());
    target.addEventListener('focus', look);
    target.document.addEventListener('visibilitychange', look);
    this.#stops.push(
      () => target.removeEventListener('focus', look),
      () => target.document.removeEventListener('visibilitychange', look),
      // Speaks to the disk: whatever changes among the notes is written soon.
      $effect.root(() => {
        $effect(() => {
          void this.#shelf.revisions;
          untrack(() => this.#soon(DELAY));
        });
      })
    );
    await this.sync();
  }

  /** Stops writing and looking; what is chosen stays remembered. */
  stop(): void {
    this.#cancel?.();
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
    this.#kept = undefined;
  }

  /** Lets the reader choose a folder or a file, and keeps a notes file current there. `upTo` is the text of a marking, '' or null. */
  async choose(what: 'folder' | 'file', upTo: string | null): Promise<void> {
    const { briefing, author, replica } = this.#shelf;
    const name = notesFileName(briefing.id, author, replica);
    let place: Place | undefined;
    try {
      place = await this.#pickers[what]?.(name);
    } catch (error) {
      if (!isNamed(error, 'AbortError')) this.#fail(error);
    }
    if (!place) return;
    const kept = { place, name: place.kind === 'file' ? place.name : name, upTo, written: '' };
    [this.#kept, this.#others] = [kept, null];
    await this.#change(() => this.#keep(kept));
    await this.allow();
  }

  /** Has the browser ask for its permission, and goes on where it is given; must follow upon a click. */
  async allow(): Promise<void> {
    if (!this.#kept) return;
    try {
      if ((await permission(this.#kept.place)) !== 'granted') {
        this.#status = { is: 'asks' };
        await askPermission(this.#kept.place);
      }
    } catch (error) {
      return this.#fail(error);
    }
    await this.sync();
  }

  /** Changes how far up the list of markings notes may go there. */
  async limit(upTo: string | null): Promise<void> {
    if (!this.#kept) return;
    this.#current = undefined;
    this.#kept = { ...this.#kept, upTo };
    await this.#change(async () => {
      const kept = await this.#again();
      if (kept) await this.#keep({ ...kept, upTo });
    });
    await this.sync();
  }

  /** Forgets the place; the file stays there as it is. */
  async letGo(): Promise<void> {
    this.#forget();
    await this.#change(async () => this.#shelf.store?.setPlace(undefined)).catch(() => undefined);
  }

  /** Brings the file up to date and reads the others' files. `replace` overwrites a file of ours that cannot be read whole. */
  async sync(replace = false): Promise<void> {
    if (!this.#kept || !this.#shelf.store) return;
    this.#cancel?.();
    // Another round follows one that runs, since it may have begun before the latest change.
    while (this.#running) await this.#running;
    this.#running = this.#round(replace);
    await this.#running;
  }

  async #round(replace: boolean): Promise<void> {
    try {
      await this.#alone(() => this.#bring(replace));
      this.#failures = 0;
      if (this.#target?.document.visibilityState !== 'hidden') this.#soon(OFTEN);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#running = undefined;
    }
  }

  #alone(work: () => Promise<void>): Promise<void> {
    const locks = this.#target?.navigator.locks;
    return alone(locks, `lodestone-place-${this.#shelf.briefing.id}`, work, PATIENCE, this.#clock);
  }

  /** Changes what is remembered of the place while no window is at work there; one that hangs does not stand in the way. */
  async #change(work: () => Promise<void>): Promise<void> {
    await this.#alone(work).catch(work);
  }

  /** The place as another window may have left it: with a lower limit, another name, or let go of. */
  async #again(): Promise<KeptPlace | undefined> {
    if (!this.#kept || !this.#remembered) return this.#kept;
    const stored = await this.#shelf.store?.getPlace();
    if (isKept(stored)) this.#kept = stored;
    else this.#forget();
    return this.#kept;
  }

  async #bring(replace: boolean): Promise<void> {
    const kept = await this.#again();
    if (!kept) return;
    const allowed = await permission(kept.place);
    if (allowed !== 'granted') {
      this.#status = { is: allowed === 'denied' ? 'denied' : 'asks' };
      return;
    }
    if (this.status.is !== 'current') this.#status = { is: 'writing' };
    const posted = await post(kept, this.#desk, replace, () => this.#kept === kept);
    if (!posted || this.#kept !== kept) return;
    if ('refuses' in posted) {
      const { refuses: why, plan } = posted;
      this.#status = { is: 'refuses', why, ...(plan && { plan }) };
      return;
    }
    await this.#keep({ ...kept, written: posted.written });
    this.#current = posted.revisions;
    const at = this.#clock.now();
    this.#status = { is: 'current', at };
    const settled = this.#shelf.revisions === this.#current;
    const others = await readOthers(kept, this.#desk.filing, this.#others, at, settled);
    if (this.#kept?.place === kept.place) this.#others = others;
  }

  #forget(): void {
    this.#cancel?.();
    [this.#kept, this.#others, this.#current] = [undefined, null, undefined];
    this.#status = { is: 'none' };
  }

  async #keep(kept: KeptPlace): Promise<void> {
    this.#kept = kept;
    try {
      await this.#shelf.store?.setPlace(kept);
      this.#remembered = true;
    } catch {
      this.#remembered = false; // It holds for this visit; the page says so.
    }
  }

  #fail(error: unknown): void {
    const [fault, detail] = error instanceof Error ? [error.name, error.message] : ['', String(error)];
    this.#status = { is: 'behind', fault, detail };
    if (this.#kept) this.#soon(RETRIES[Math.min(this.#failures, RETRIES.length - 1)]!);
    this.#failures += 1;
  }

  #soon(ms: number): void {
    this.#cancel?.();
    if (this.#kept) this.#cancel = this.#clock.after(ms, () => void this.sync());
  }
}
