import { expect, test } from 'vitest';
import { basesInWords, shareInLine, shareRows } from '../../src/flow/shares.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const judgement = pack.briefing.judgements.find(({ view }) => view === 'flows')!;
const rows = shareRows(judgement.shows!, (id) => pack.entity(id));

test('[EX7] each share of a judgement is told with its own base', () => {
  expect(rows.map(shareInLine).map((line) => line.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    'China mines: 61 % of all that is mined (Magnet rare earths, 2024)',
    'China separates: 91 % of all that is separated (Magnet rare earths, 2024)',
    'China makes magnets: 94 % of world production of sintered permanent magnets (2024)'
  ]);
  expect(basesInWords(rows)).toBe(
    'Magnet rare earths, 2024; world production of sintered permanent magnets, 2024'
  );
  // One kind of space before the sign, so that the figures stand in line.
  expect(rows.map(({ text }) => text)).toEqual(['61\u00a0%', '91\u00a0%', '94\u00a0%']);
  expect(rows.every(({ sources }) => sources.length > 0)).toBe(true);
});

test('[EX8] what is no share is left out', () => {
  expect(
    shareRows(['magnet-2024/pool-world', 'card-magnet-exports-2024', 'nothing'], (id) => pack.entity(id))
  ).toEqual([]);
});
