import { expect, test } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { Explorer } from '../../src/state/explorer.svelte.ts';
import { sheetFoot } from '../../src/views/print/sheetFoot.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const foot = (hash: string) => sheetFoot(new Explorer(pack, hash));

test.each(['brief', 'flows', 'deals', 'timeline'])(
  '[D120] a plain print of %s says edition, day and who says so',
  (view) => {
    const [first, sources] = foot(`#/${view}?as=2025-10-15`);
    expect(first).toContain(`${pack.briefing.title}, edition ${pack.briefing.edition}, briefing of `);
    expect(first).toContain('As of 15 October 2025');
    expect(sources).toMatch(/^Sources: .+; .+\.$/);
  }
);

test('[D120] names the sources of what is shown and of nothing else, with the words that a licence asks for', () => {
  const lens = pack.lenses[0]!;
  const ids = new Set(lens.flows.flatMap(({ ground }) => ground.sources as string[]));
  const flows = foot(`#/flows?lens=${lens.id}`).join(' ');
  for (const { id, title, attribution } of pack.sources) {
    expect(flows.includes(title), id).toBe(ids.has(id));
    if (attribution && ids.has(id)) expect(flows).toContain(attribution);
  }
  const all = foot('#/deals')[1]!;
  const some = foot('#/deals?place=AUS')[1]!;
  expect(some.length).toBeLessThan(all.length);
  for (const deal of pack.deals.filter(({ parties }) => (parties as string[]).includes('AUS')))
    for (const id of deal.sources) expect(some).toContain(pack.source(id).publisher);
  // A verdict that is switched off is nobody's word on the sheet.
  expect(foot('#/brief?record=off')[1]!.length).toBeLessThan(foot('#/brief')[1]!.length);
});

test('[D120] the Notes view, which prints no figure, names no source', () => {
  expect(foot('#/notes')).toHaveLength(1);
});
