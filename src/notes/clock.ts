import type { Hlc } from './schema.ts';

/** How far ahead of our own clock a remote time may be and still be taken over. */
export const MAX_AHEAD = 24 * 60 * 60 * 1000; // ms
const MAX_COUNTER = 0xffff;
const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999); // ms; later years would not fit the text
const TIME_LENGTH = '2025-11-03T09:14:22.123Z'.length;

/**
 * A hybrid logical clock: its times never go backwards, whatever the machine's clock does, and follow every
 * time it was shown. They order what people read; merging never depends on them.
 */
export class Clock {
  readonly #replica: string;
  #time = 0;
  #counter = 0;

  /** `replica` is 8 hex digits; `last` is the latest time this replica has given out, if there is one. */
  constructor(replica: string, last?: Hlc) {
    if (!/^[0-9a-f]{8}$/.test(replica))
      throw new TypeError(`Clock: replica "${replica}" must be 8 hex digits; newReplica() makes one.`);
    this.#replica = replica;
    if (last) [this.#time, this.#counter] = [timeOf(last), counterOf(last)];
  }

  /** The next time, later than all before; `now` is the machine's clock in ms. */
  tick(now: number): Hlc {
    const time = sane(now);
    if (time > this.#time) [this.#time, this.#counter] = [time, 0];
    else this.#count();
    const stamp = new Date(this.#time).toISOString();
    return `${stamp}-${this.#counter.toString(16).padStart(4, '0')}-${this.#replica}` as Hlc;
  }

  /**
   * Takes over a remote time, so that what is written next sorts after it. A time more than 24 h ahead is
   * 'refused': the clock stays, the revision is kept all the same, and the page says so.
   */
  receive(remote: Hlc, now: number): 'taken' | 'refused' {
    const time = timeOf(remote);
    if (time >= sane(now) + MAX_AHEAD) return 'refused';
    if (time > this.#time) [this.#time, this.#counter] = [time, counterOf(remote)];
    else if (time === this.#time) this.#counter = Math.max(this.#counter, counterOf(remote));
    return 'taken';
  }

  #count(): void {
    if (this.#counter < MAX_COUNTER) this.#counter += 1;
    else [this.#time, this.#counter] = [sane(this.#time + 1), 0];
  }
}

/** Orders two times: negative when `a` is earlier. Their text has a fixed width, so its order is theirs. */
export function compareHlc(a: Hlc, b: Hlc): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The wall-clock part of a time, in ms. */
export function timeOf(hlc: Hlc): number {
  return Date.parse(hlc.slice(0, TIME_LENGTH));
}

/** A fresh name for this browser's copy of the notes: 8 random hex digits. */
export function newReplica(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function counterOf(hlc: Hlc): number {
  return Number.parseInt(hlc.slice(TIME_LENGTH + 1, TIME_LENGTH + 5), 16);
}

function sane(ms: number): number {
  return Number.isFinite(ms) ? Math.min(Math.max(0, Math.trunc(ms)), LAST_MOMENT) : 0;
}
