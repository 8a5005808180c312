import { expect, test } from 'vitest';
import { verdictsInWords } from '../../src/exchange/verdicts.ts';
import { waysOf } from '../../src/model/way.ts';
import { openPack } from '../../src/pack/pack.ts';
import { slideDeck } from '../../src/exchange/slides.ts';
import { lacksOf } from '../../src/state/scenes.ts';
import { drawState, slideScenes } from '../../src/views/handover/drawState.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const SIZE = { width: 1100, height: 500 };
const still = (state: string) => drawState(pack, state, SIZE);

test('[EX9] the pictures of two selected sites and of none differ, and say in words what is lit', () => {
  const [mined, none, separated] = ['&on=magnet-2024/mine-chn', '', '&on=magnet-2024/sep-chn'].map((on) =>
    still(`#/flows?lens=magnet-2024${on}`)
  );
  expect(new Set([mined, none, separated].map((one) => one!.picture!.svg)).size).toBe(3);
  expect(separated!.about).toMatch(/Strong: what is linked with the edged bar\. .*\d+\s% of what reaches/);
  expect(none!.about).not.toContain('Strong');
});

test('[EX13] the picture of a way through the market is split as on the screen, and has its trace', () => {
  const lens = pack.lenses.find(({ id }) => id === 'magnet-2024')!;
  const [way] = waysOf(lens);
  const whole = still('#/flows?lens=magnet-2024');
  const chosen = still(`#/flows?on=${lens.id}/${way!.id}`);
  const split = still('#/flows?lens=magnet-2024&split=yes');
  expect(whole.picture!.svg).toContain('World market');
  for (const one of [chosen, split]) expect(one.picture!.svg).not.toContain('World market');
  expect(chosen.about).toContain('Strong: what is linked with the edged ribbon.');
  // A scene's lens is that of what it has selected, so its question is asked of that one.
  expect(lacksOf(pack, '#/flows?on=total-2024/sep-ind&what=sep-ind:0')).toEqual([]);
  expect(lacksOf(pack, '#/flows?lens=magnet-2024&what=sep-ind:0')).toHaveLength(1);
});

test('[EX10] judgements on a slide keep their shares, and the record its verdicts unless they are switched off', () => {
  const words = (state: string) =>
    still(state)
      .points!.join('\n')
      .replace(/[\u00a0\u202f]/g, ' ');
  expect(words('#/brief?part=judgements')).toMatch(/China mines: 61 %[\s\S]*91 %[\s\S]*94 %/);
  const { points, counts } = verdictsInWords(pack.record);
  expect(words('#/brief?part=record')).toContain(`What the record says of ${points} points: ${counts}.`);
  for (const { topic, verdict, after } of pack.record)
    if (verdict === 'contradicted' && !after)
      expect(words('#/brief?part=record')).toContain(topic.replace(/[\u00a0\u202f]/g, ' '));
  expect(words('#/brief?part=record&record=off')).not.toContain('What the record says');
});

test('[D127] on a slide nothing is set smaller than 10.5 points, but for a timeline of many rows', () => {
  const scenes = [
    '#/brief?part=unknown',
    '#/flows',
    '#/flows?beside=magnet-2025',
    '#/deals',
    '#/deals?map=world'
  ].map((state) => ({ id: state, title: state, caption: 'A caption', speaker: '', state }));
  const deck = slideDeck(pack, slideScenes(pack, scenes as never, false), '2025-11-05');
  for (const { title, shapes } of deck.slides)
    for (const shape of shapes) {
      const sizes =
        shape.kind === 'text'
          ? shape.lines.flat().map(({ size }) => size)
          : shape.kind === 'table'
            ? [shape.size]
            : [];
      for (const size of sizes) expect(size * 0.75, `${title}: ${shape.name}`).toBeGreaterThan(10.49);
    }
});

test('[EX11] no point of a scene reaches down to the sources of its slide', () => {
  const scenes = pack.scenes.map((scene) => ({ ...scene, speaker: '' }));
  const deck = slideDeck(pack, slideScenes(pack, scenes as never, false), '2025-11-05');
  for (const { title, shapes } of deck.slides) {
    const [points, sources] = ['Points', 'Sources'].map((name) =>
      shapes.find((shape) => shape.name === name)
    );
    if (points?.kind !== 'text' || sources?.kind !== 'text') continue;
    expect(points.y + points.height + 12 * points.lines.length, title).toBeLessThanOrEqual(sources.y);
  }
});

test('[EX12] the picture of a selected deal marks its arc and says what it is; of none all arcs are alike', () => {
  const [one, none] = ['&on=deal-usa-mys-trade', ''].map((on) => still(`#/deals?${on}`));
  const weights = (svg: string) =>
    [...svg.matchAll(/<g data-arc="([^"]*)">.*?stroke-width="[^"]*".*?stroke-width="([^"]*)"/g)].map(
      ([, id, weight]) => [id, Number(weight)] as const
    );
  const [marked, alike] = [one, none].map((each) => new Map(weights(each!.picture!.svg)));
  expect(new Set(alike!.values()).size).toBe(1);
  expect([...marked!.keys()].sort()).toEqual([...alike!.keys()].sort());
  for (const [id, weight] of marked!) expect(weight, id).toBe(id === 'deal-usa-mys-trade' ? 5 : 1);
  // What is meant lies above the others.
  expect([...marked!.keys()].at(-1)).toBe('deal-usa-mys-trade');
  expect(one!.about).toMatch(
    /^Trade agreement with Malaysia, 26 October 2025: .*Binding once it has entered/
  );
  expect(none!.about).toMatch(/^Deals and measures as of/);
});
