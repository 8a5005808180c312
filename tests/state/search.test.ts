import { expect, test } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { Search } from '../../src/state/search.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const search = new Search(openPack(readSeeds(SEEDS)));
const found = (query: string) => search.find(query).map(({ entity }) => entity.id as string);

test('[SR1] a sum is found with and without the sign of its money', () => {
  expect(found('400')).toContain('claim-s1p1-8');
  expect(found('$400')).toEqual(found('400'));
  expect(found('US$400')).toContain('claim-s1p1-8');
});

test('[SR2] a tonnage is found however its thousands are parted, and a share by its per cent', () => {
  expect(found('6860')).toContain('magnet-2024/mine-usa');
  for (const written of ['6,860', '6 860', '6\u202f860']) expect(found(written)).toEqual(found('6860'));
  expect(found('73 757')).toContain('magnet-2024/sep-chn');
  expect(found('91 %')).toContain('magnet-2024/sep-chn');
  expect(found('91.3 %')).toContain('magnet-2024');
});

test('[SR3] where no record has every word, what has most of them is found all the same', () => {
  expect(found('Market for all rare earths 2024').slice(0, 5)).toContain('total-2024/pool-world');
});

test('[SR4] a page pasted by mistake neither fails nor keeps the reader waiting; its first words are looked for', () => {
  const started = performance.now();
  expect(found('x'.repeat(70_000))).toEqual([]);
  expect(found(`Malaysia ${'y'.repeat(70_000)}`)).toEqual(found(`Malaysia ${'y'.repeat(25)}`));
  const words = Array.from({ length: 3_000 }, (_, i) => `word${i}`);
  expect(found(['Malaysia', ...words].join(' '))).toContain(found('Malaysia')[0]);
  expect(performance.now() - started).toBeLessThan(3_000);
});
