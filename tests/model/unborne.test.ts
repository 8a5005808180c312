import { describe, expect, test } from 'vitest';
import { unborne } from '../../src/model/unborne.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));

describe('what the briefing says that the record does not', () => {
  const { groups, rest } = unborne(pack.record, pack.claims);

  test('[D80] is told by verdict, the hardest first, without what is confirmed or came later', () => {
    expect(groups.map(({ verdict, entries }) => [verdict, entries.length])).toEqual([
      ['contradicted', 5],
      ['not confirmed', 3],
      ['imprecise', 9],
      ['opinion', 1],
      ['not checked', 2]
    ]);
    expect(groups.flatMap(({ entries }) => entries).filter(({ after }) => after)).toEqual([]);
  });

  test('[D81] leaves no claim out: each is confirmed, in a group, spoken of later, or in the rest', () => {
    const spoken = new Set<string>(pack.record.flatMap((entry) => entry.claims));
    expect(rest.length + pack.claims.filter(({ id }) => spoken.has(id)).length).toBe(pack.claims.length);
    expect(rest.some(({ id }) => spoken.has(id))).toBe(false);
  });
});
