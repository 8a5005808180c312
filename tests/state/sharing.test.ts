import { rev } from '../notes/sample.ts';
import { notesFile } from '../../src/state/notesFile.ts';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/pack/pack.ts';
import type { Filing } from '../../src/state/filing.svelte.ts';
import type { Shelf } from '../../src/state/shelf.svelte.ts';
import { Sharing } from '../../src/state/sharing.ts';
import { briefing, note, replica } from './desk.ts';

const [low = '', high = ''] = briefing.markings;
const all = [note('unmarked'), note('low', { marking: low }), note('high', { marking: high })];
const unknown = note('of nobody’s list', { marking: 'SECRET' });

/** What leaves unless its writer chooses otherwise, of a briefing that is marked so. */
function byDefault(marking: string, unmarked = false): (string | undefined)[] {
  const pack = { briefing: { ...briefing, marking, unmarked } } as unknown as Pack;
  const shelf = { briefing, replica, author: 'Ada', all: [...all, unknown] } as unknown as Shelf;
  const sharing = new Sharing(shelf, {} as Filing, pack, undefined);
  return sharing
    .preview('all', sharing.ownLevel)
    .revisions.map((revision) => (revision as { marking?: string }).marking)
    .sort();
}

describe('what leaves while nobody has chosen a marking', () => {
  test('[N56] is nothing marked higher than the briefing', () => {
    expect(byDefault('No marking supplied', true)).toEqual([undefined]);
    expect(byDefault(low)).toEqual([low, undefined]);
    expect(byDefault(high)).toEqual([low, high, undefined]);
  });

  test('[N56] is nothing marked at all where the list does not know the briefing’s own marking', () => {
    expect(byDefault('SECRET')).toEqual([undefined]);
  });
});

test('[N313] what leaves is looked through again only for other notes, another choice or another writer', () => {
  const shelf = { briefing, replica, author: 'Ada', all: [...all] };
  const sharing = new Sharing(
    shelf as unknown as Shelf,
    {} as Filing,
    { briefing } as unknown as Pack,
    undefined
  );
  const first = sharing.preview('all', 0);
  expect(sharing.preview('all', 0)).toBe(first);
  expect(first.revisions).toHaveLength(1);
  expect(sharing.preview('all', 1).revisions).toHaveLength(2);
  expect(sharing.preview('mine', 1).revisions).toHaveLength(2);
  shelf.all = [...all, note('one more')];
  expect(sharing.preview('mine', 1).revisions).toHaveLength(3);
  shelf.replica = 'ffffffff';
  shelf.author = 'Bo';
  expect(sharing.preview('mine', 1).revisions).toHaveLength(0);
});

test('[NP29] the file that a wipe offers and each backup carry the highest marking inside, not the briefing’s', () => {
  const about = { id: 'b', edition: '1', marking: 'TLP:CLEAR', markings: ['TLP:CLEAR', 'TLP:RED'] };
  const { name, text } = notesFile(about, [rev(), rev({ marking: 'TLP:RED' })], 'Ada', '7f3a9c21');
  expect(name).toBe('b.ada.7f3a9c21.TLP-RED.notes.json');
  expect(JSON.parse(text)).toMatchObject({ marking: 'TLP:RED' });
  const open = notesFile(about, [rev()], 'Ada', '7f3a9c21');
  expect(open.name).toBe('b.ada.7f3a9c21.notes.json');
  expect(JSON.parse(open.text)).toMatchObject({ marking: '' });
});
