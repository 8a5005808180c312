import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pause, type Engine, type Session } from '../engines/engine.ts';
import { newDesk } from './desk.ts';
import { dealIds, exportNotes, hasNote, ready, said, takeIn, writeNote } from './reader.ts';

type NotesFile = { revisions: { id: string; body?: { value: string } }[] };

const FOREIGN: Record<string, string> = {
  'holiday.json': '{"hello": ["world"]}',
  'page.notes.json': '<!doctype html><title>Sign in</title>',
  'empty.notes.json': '',
  'proto.notes.json': '{"__proto__": {"format": "lodestone-notes"}, "revisions": []}'
};

const damage = (text: string, value: string): string => {
  const file = JSON.parse(text) as NotesFile;
  for (const revision of file.revisions)
    if (revision.body?.value === value) revision.body.value = `${value}, altered`;
  return JSON.stringify(file);
};

/** All notes and drafts as the browser holds them: refused files must leave them as they were. Backups have a time of their own. */
const kept = (session: Session): Promise<string> =>
  session.evaluate(`
    const wait = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const seen = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name));
      for (const table of database.objectStoreNames)
        if (table !== 'backups' && table !== 'meta') seen[name + '.' + table] = await wait(database.transaction(table).objectStore(table).getAll());
      database.close();
    }
    return JSON.stringify(seen);`);

/** The same, once nothing more is being written. */
async function settled(session: Session): Promise<string> {
  for (let last = await kept(session), tries = 0; ; tries += 1) {
    await pause(250);
    const now = await kept(session);
    if (now === last || tries > 20) return now;
    last = now;
  }
}

/** Files that are foreign or damaged lose nobody's notes. */
export function refuses(engine: Engine): void {
  test('[B8] foreign files change nothing; from a damaged one the sound notes are taken and the rest is listed', async () => {
    const desk = newDesk(engine);
    const session = await desk.open();
    await ready(session);
    const [first = '', second = ''] = await dealIds(session);
    await writeNote(session, first, 'sound text');
    await writeNote(session, second, 'spoilt text');
    const file = await exportNotes(desk, session);
    await session.close();

    const colleague = await desk.open('', { reader: 'colleague' });
    await ready(colleague);
    await writeNote(colleague, first, 'my own text');
    const before = await settled(colleague);
    expect(before).toContain('my own text');
    for (const [name, text] of Object.entries(FOREIGN)) {
      const report = await takeIn(colleague, [desk.put(name, text)]);
      expect(report, name).toContain(name);
      expect(report, name).toMatch(/\w+ \w+ \w+.*\./);
      expect(await kept(colleague), name).toBe(before);
    }

    const damaged = desk.put('damaged.notes.json', damage(readFileSync(file, 'utf8'), 'spoilt text'));
    const report = await takeIn(colleague, [damaged]);
    expect(report).toMatch(/\b1 new\b/);
    expect(report).toMatch(/revisions\[\d\]/);
    await colleague.waitFor(hasNote('sound text'));
    expect(await colleague.evaluate(`return ${hasNote('spoilt text')};`)).toBe(false);
    expect(await colleague.evaluate(`return ${hasNote('my own text')};`)).toBe(true);
    expect(said(colleague)).toBe('');
  });
}
