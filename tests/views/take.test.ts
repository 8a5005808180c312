import { expect, test } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { statedGround } from '../../src/views/take/statedGround.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));

test('[EX2] a figure inside an entry of the record is stated by the entry, whose sources are those of all its figures', () => {
  for (const entry of pack.record) {
    const { kind, sources, note } = statedGround(pack.entity(entry.id)!);
    expect(kind).toBe('stated');
    expect(sources).toEqual(entry.sources);
    expect(note).toContain(`by the entry “${entry.topic}” of the public record`);
    expect(note!.includes('those it names for all its figures')).toBe(entry.sources.length > 0);
    expect(note).toMatch(entry.checked ? /; checked \d+ \w+ \d{4}$/ : /; not checked$/);
  }
  const e03 = pack.record.find(({ id }) => id === 'e03')!;
  const kinds = e03.quantities.map(
    (quantity) => statedGround(pack.entity('e03')!, quantity, pack.deals).kind
  );
  // What a deal has as the same figure from the same sources is of one kind everywhere.
  expect(kinds).toEqual(['observed', 'observed', 'derived']);
  const claim = pack.claims[0]!;
  expect(statedGround(pack.entity(claim.id)!)).toEqual({
    kind: 'stated',
    sources: [],
    paragraph: claim.paragraph
  });
});
