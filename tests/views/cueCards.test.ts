// @vitest-environment jsdom
import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { copyOfShipped } from '../../src/state/scenes.ts';
import CueCards from '../../src/views/present/CueCards.svelte';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));

test('[S97] each cue card says its deck, edition and marking, since cards come apart', () => {
  const deck = copyOfShipped(pack, {});
  const { container } = render(CueCards, { props: { deck, briefing: pack.briefing } });
  const cards = [...container.querySelectorAll('article')].map((card) => card.textContent);
  expect(cards.length).toBeGreaterThan(5);
  for (const [i, card] of cards.entries()) {
    expect(card).toContain(`${deck.title} · ${pack.briefing.title}, edition ${pack.briefing.edition}`);
    expect(card).toContain(`${i + 1} of ${cards.length}`);
    expect(card.split(pack.briefing.marking)).toHaveLength(3);
  }
});
