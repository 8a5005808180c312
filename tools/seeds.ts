import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES } from '../src/pack/tables.ts';
import { jsonFault } from './json.ts';

/** The folder of the briefing that this build carries. */
export const SEEDS = 'seeds/rare-earth-deals';

/** What stands in a briefing's folder beside its tables. */
const BESIDE = ['flows', 'speaker.json', 'released.json'];
const tableFiles = Object.keys(TABLES).flatMap((table) => (table === 'lenses' ? [] : [`${table}.json`]));

/** Reads a briefing's folder into one plain object, a member a table. Throws with every file that is missing, unknown or no sound JSON, and how to mend it. */
export function readSeeds(folder: string): Record<string, unknown> {
  const faults: string[] = [...strangers(folder)];
  const read = (...names: string[]): unknown => {
    try {
      return readSeed(join(folder, ...names));
    } catch (error) {
      faults.push((error as Error).message);
      return undefined;
    }
  };
  const raw: Record<string, unknown> = {};
  for (const table of Object.keys(TABLES))
    raw[table] = table === 'lenses' ? lenses(folder, read, faults) : read(`${table}.json`);
  if (faults.length) throw new Error(`The briefing cannot be read:\n${faults.join('\n')}`);
  return raw;
}

/** The speaker's notes of the briefing's own scenes, by the scene's id: they ship in a block of their own. */
export function readSpeaker(folder: string): unknown {
  return readSeed(join(folder, 'speaker.json'));
}

/** The ids that the last release gave out; notes hang on them, so none may be lost. */
export function readReleased(folder: string): string[] {
  const path = join(folder, 'released.json');
  const ids = readSeed(path);
  if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids;
  throw new Error(
    `${path}: not a list of ids; write it anew with "npm run release", or [] before the first release`
  );
}

/** Files and folders that no table and no reader knows; what begins with a dot belongs to the system. */
function strangers(folder: string): string[] {
  if (!existsSync(folder))
    return [`${folder}: there is no such folder; correct SEEDS in tools/seeds.ts, or make the folder`];
  const told = (path: string, remedy: string) => `${path}: nothing reads this file; ${remedy}`;
  const unknown = readdirSync(folder).filter(
    (name) => !name.startsWith('.') && !tableFiles.includes(name) && !BESIDE.includes(name)
  );
  return unknown.map((name) =>
    told(
      join(folder, name),
      `take it away, or give it the name of a table: ${[...tableFiles, ...BESIDE].join(', ')}`
    )
  );
}

/** The lenses in the order of their files, each in a file of its own name. */
function lenses(folder: string, read: (...names: string[]) => unknown, faults: string[]): unknown[] {
  const flows = join(folder, 'flows');
  if (!existsSync(flows)) {
    faults.push(`${flows}: the folder is missing; make it, with a file for each lens`);
    return [];
  }
  const names = readdirSync(flows).filter((name) => !name.startsWith('.'));
  for (const name of names)
    if (!name.endsWith('.json'))
      faults.push(`${join(flows, name)}: nothing reads this file; take it away, or end its name with .json`);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const lens = read('flows', name);
      const id = (lens as { id?: unknown } | null | undefined)?.id;
      if (typeof id === 'string' && `${id}.json` !== name)
        faults.push(
          `${join(flows, name)}: holds the lens "${id}"; name the file ${id}.json, or correct the id`
        );
      return lens;
    });
}

/** The data in a seed file; an error that names the file, the line where there is one, and what to do. */
function readSeed(path: string): unknown {
  const fail = (says: string): never => {
    throw new Error(`${path}: ${says}`);
  };
  if (!existsSync(path)) fail('the file is missing; add it, with [] in it if there is nothing to say');
  const bytes = readFileSync(path);
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || bytes.subarray(0, 200).includes(0))
    fail('it is written in UTF-16; save it as UTF-8 without a byte order mark');
  if (a === 0xef && b === 0xbb)
    fail('line 1: it begins with a byte order mark; save it as UTF-8 without one');
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    const strange = text.split('\n').findIndex((line) => line.includes('\ufffd'));
    fail(`line ${strange + 1}: it has bytes that are not UTF-8; save it as UTF-8`);
  }
  if (!text.trim()) fail('the file is empty; write [] if there is nothing to say');
  const fault = jsonFault(text);
  if (fault) fail(`line ${fault.line}: ${fault.says}`);
  return JSON.parse(text);
}
