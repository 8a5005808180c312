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
