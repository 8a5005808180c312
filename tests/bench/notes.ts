import { v7 } from 'uuid';
import { writeNotesFile } from '../../src/notes/file.ts';
import { makeRevision } from '../../src/notes/revision.ts';

/** The text of the i-th note; the first ten carry a word of their own, to be searched for. */
export function textOf(i: number): string {
  const own = 'abcdefghij'[i];
  return `Note ${i} on what was agreed, and what is behind it.${own ? ` only${own.repeat(3)}` : ''}`;
}

/** The text of a notes file with so many notes of one revision each, spread over the entities in turn. */
export function manyNotes(
  count: number,
  briefing: string,
  edition: string,
  entities: readonly string[]
): string {
  const revisions = Array.from({ length: count }, (_, i) =>
    makeRevision({
      note: v7(),
      parents: [],
      hlc: `2025-11-03T09:${String(10 + (i % 50)).padStart(2, '0')}:22.123Z-0003-7f3a9c21`,
      op: 'put',
      creator: { name: 'A. Analyst' },
      target: { briefing, edition, entity: entities[i % entities.length] ?? briefing },
      body: { type: 'text', value: textOf(i) },
      motivation: 'commenting'
    })
  );
  const about = { generator: 'Lodestone bench', briefing, edition, author: 'A. Analyst', marking: '' };
  return writeNotesFile(revisions, about);
}
