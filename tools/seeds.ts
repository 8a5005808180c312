import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES } from '../src/pack/tables.ts';

/** The folder of the briefing that this build carries. */
export const SEEDS = 'seeds/rare-earth-deals';

/** Reads a briefing's folder into one plain object, a member a table; names the file when one is not JSON. */
export function readSeeds(folder: string): Record<string, unknown> {
  const read = (path: string): unknown => {
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
    }
  };
  const raw: Record<string, unknown> = {};
  for (const table of Object.keys(TABLES))
    raw[table] =
      table === 'lenses'
        ? readdirSync(join(folder, 'flows'))
            .filter((file) => file.endsWith('.json'))
            .sort()
            .map((file) => read(join(folder, 'flows', file)))
        : read(join(folder, `${table}.json`));
  return raw;
}

/** The speaker's notes of the briefing's own scenes, by the scene's id: they ship in a block of their own. */
export function readSpeaker(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'speaker.json'), 'utf8')) as unknown;
}

/** The ids that the last release gave out; notes hang on them, so none may be lost. */
export function readReleased(folder: string): string[] {
  return JSON.parse(readFileSync(join(folder, 'released.json'), 'utf8')) as string[];
}
