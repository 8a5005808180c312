import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonFault } from '../../tools/json.ts';
import { readReleased, readSeeds, readSpeaker, SEEDS } from '../../tools/seeds.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lodestone-seeds-')), 'briefing');
  cpSync(SEEDS, folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const said = (read: (folder: string) => unknown): string => {
  try {
    read(folder);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
/** How a file's fault is told, the path of the folder left out. */
const told = () => said(readSeeds).replaceAll(`${folder}/`, '');

describe('the files of a briefing', () => {
  test('[GT5] as they are shipped are read as JSON.parse reads them', () => {
    expect(readSeeds(folder)).toEqual(readSeeds(SEEDS));
  });

  test.each<[string, string | Uint8Array, string]>([
    [
      'a byte order mark',
      '\ufeff[]',
      'line 1: it begins with a byte order mark; save it as UTF-8 without one'
    ],
    [
      'UTF-16',
      Buffer.from('\ufeff[]', 'utf16le'),
      'it is written in UTF-16; save it as UTF-8 without a byte order mark'
    ],
    [
      'Latin-1',
      Buffer.from('[\n"Lena\u00efg"]', 'latin1'),
      'line 2: it has bytes that are not UTF-8; save it as UTF-8'
    ],
    ['nothing', '', 'the file is empty; write [] if there is nothing to say'],
    ['blanks', ' \n', 'the file is empty; write [] if there is nothing to say'],
    ['a comma too many', '[\n  {"id": "a"},\n]', 'line 2: a comma stands before "]"; take it away'],
    [
      'a member twice',
      '[\n  {"id": "a",\n   "id": "b"}]',
      'line 3: the member "id" stands twice in one record; keep one of them'
    ],
    ['a comma too few', '[1\n2]', 'line 2: a comma or "]" was expected, not “2”; put it there'],
    ['no end', '[{"id": 1}', 'line 1: a comma or "]" was expected, not the end of the file; put it there'],
    [
      'a bent quote',
      '[{“id”: 1}]',
      'line 1: a name in "…" was expected, not ““”; write it in straight double quotes'
    ],
    ['more after the end', '[]\n[]', 'line 2: something follows the end of the data: “[”; take it away']
  ])('[GT5] with %s are named with line and remedy', (_name, content, sentence) => {
    put('cards.json', content);
    expect(told()).toBe(`The briefing cannot be read:\ncards.json: ${sentence}`);
  });

  test('[GT5] all that are missing or unknown are told at once', () => {
    for (const name of ['deals.json', 'flows']) rmSync(join(folder, name), { recursive: true });
    put('dealz.json', '[]');
    const lines = told().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(
      /^dealz\.json: nothing reads this file; take it away, or give it the name of a table: briefing\.json, /
    );
    expect(lines[2]).toBe(
      'deals.json: the file is missing; add it, with [] in it if there is nothing to say'
    );
    expect(lines[3]).toBe('flows: the folder is missing; make it, with a file for each lens');
  });

  test('[GT5] a lens stands in the file of its name, and nothing else in that folder', () => {
    put('flows/other.json', '{"id": "magnet-2030"}');
    put('flows/notes.txt', '');
    expect(told()).toContain(
      'flows/other.json: holds the lens "magnet-2030"; name the file magnet-2030.json, or correct the id'
    );
    expect(told()).toContain(
      'flows/notes.txt: nothing reads this file; take it away, or end its name with .json'
    );
  });

  test('[GT5] speaker.json and released.json are named like the others', () => {
    put('speaker.json', '{');
    expect(said(readSpeaker)).toMatch(/speaker\.json: line 1: a name in "…" was expected/);
    for (const content of ['{}', '[1]']) {
      put('released.json', content);
      expect(said(readReleased)).toMatch(
        /released\.json: not a list of ids; write it anew with "npm run release"/
      );
    }
    rmSync(join(folder, 'speaker.json'));
    expect(said(readSpeaker)).toMatch(/speaker\.json: the file is missing/);
  });
});

test('[GT5] a text is sound exactly where JSON.parse takes it, but for a member that stands twice', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'e', ' '),
      (json, place, sign) => {
        const at = place % (json.length + 1);
        const text = json.slice(0, at) + sign + json.slice(at);
        const fault = jsonFault(text);
        if (fault?.says.includes('stands twice')) return;
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        expect(fault === undefined).toBe(sound);
      }
    )
  );
});
