import { line, PackFaults } from '../../src/pack/fault.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

/** A table as it stands in a file: anything JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Holder = Record<string | number, Json>;

const text = JSON.stringify(readSeeds(SEEDS));

/** The real seeds, fresh each time, to be broken. */
export const seeds = (): Record<string, Json> => JSON.parse(text) as Record<string, Json>;

/** Stands for a member that is taken away. */
export const GONE = Symbol('gone');

const steps = (path: string): (string | number)[] =>
  path.split(/[.[\]]+/).flatMap((step) => (step === '' ? [] : [/^\d+$/.test(step) ? Number(step) : step]));

/** The value at a path such as "deals[3].parties[1]". */
export const at = (raw: Json, path: string): Json =>
  steps(path).reduce<Json>((value, step) => (value as Holder)[step]!, raw);

/** Puts a value in the place of the one at a path, or takes it away. */
export function put(raw: Json, path: string, value: Json | typeof GONE): void {
  const way = steps(path);
  const last = way.pop()!;
  const holder = way.reduce<Json>((here, step) => (here as Holder)[step]!, raw) as Holder;
  if (value === GONE) delete holder[last];
  else holder[last] = value;
}

/** What the gate says of some data: the faults as lines, none when it lets them pass. */
export function said(raw: unknown): string[] {
  try {
    openPack(raw);
    return [];
  } catch (error) {
    if (!(error instanceof PackFaults)) throw error;
    return error.faults.map(line);
  }
}
