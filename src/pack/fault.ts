import { distance } from 'fastest-levenshtein';
import { whereOf } from './where.ts';

/** One thing wrong with the data: where it stands, the value found there, what is wrong, and how to mend it. */
export type Fault = { path: string; value: unknown; what: string; remedy: string };

/** All the faults of one briefing at once, thrown by the gate; the message is the whole list, each with the file and the record in which it stands. */
export class PackFaults extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[], raw?: unknown) {
    const placed = (fault: Fault) => {
      const where = whereOf(fault.path, raw);
      return `${where}${where && ': '}${line(fault)}`;
    };
    super(
      `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the briefing's data:\n${faults.map(placed).join('\n')}`
    );
    this.name = 'PackFaults';
    this.faults = faults;
  }
}

/** One fault as a line: `deals[3].parties[1]: unknown place "JPNN" (did you mean "JPN"?)`. */
export function line(fault: Fault): string {
  return `${fault.path}: ${fault.what} ${shown(fault.value)} (${fault.remedy})`;
}

/** A remedy that names the nearest known id, or says where ids of this table are listed. */
export function didYouMean(id: string, known: Iterable<string>, table: string): string {
  let best = '';
  let least = Infinity;
  for (const candidate of known) {
    const d = distance(id.toLowerCase(), candidate.toLowerCase());
    if (d < least) [best, least] = [candidate, d];
  }
  return least <= Math.max(2, id.length / 3)
    ? `did you mean "${best}"?`
    : `add it to ${table}, or take an id that stands there`;
}

function shown(value: unknown): string {
  const text =
    value === undefined ? 'nothing' : typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
