// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Deck, DeckScene } from '../../src/model/deck.ts';
import type { Decks, HeldDeck } from '../../src/state/decks.svelte.ts';
import DeckTitle from '../../src/views/present/DeckTitle.svelte';
import SceneFields from '../../src/views/present/SceneFields.svelte';

const scene: DeckScene = {
  id: 's1',
  title: 'One',
  caption: '',
  speaker: '',
  state: '#/brief',
  hidden: false
};
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function opened(answer: () => Promise<boolean> = () => Promise.resolve(true)) {
  const change = vi.fn((_: Partial<DeckScene>) => answer());
  const page = render(SceneFields, { props: { scene, own: true, now: scene.state, change } });
  const speaker = page.container.querySelector<HTMLTextAreaElement>('[data-scene-speaker]')!;
  const type = (value: string) => fireEvent.input(speaker, { target: { value } });
  return { ...page, change, speaker, type };
}

describe('the words of a scene', () => {
  test('[S84] are kept a second after the last letter, once, though their field was not left', async () => {
    const { change, type, speaker } = opened();
    for (const value of ['S', 'Sa', 'Say']) {
      await type(value);
      await vi.advanceTimersByTimeAsync(900);
    }
    expect(change).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(change.mock.calls).toEqual([[{ speaker: 'Say' }]]);
    await fireEvent.blur(speaker);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(change).toHaveBeenCalledTimes(1);
  });

  test('[S84] are kept at once as the page is hidden or left, and as their field goes', async () => {
    const { change, type, unmount } = opened();
    await type('Hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(change).toHaveBeenLastCalledWith({ speaker: 'Hidden' });
    await type('Left');
    window.dispatchEvent(new Event('pagehide'));
    expect(change).toHaveBeenLastCalledWith({ speaker: 'Left' });
    await type('Gone');
    unmount();
    expect(change).toHaveBeenLastCalledWith({ speaker: 'Gone' });
    expect(change).toHaveBeenCalledTimes(3);
  });

  test('[S85] typed on while being stored, and words that were refused, stay in their field', async () => {
    let store = (_: boolean) => {};
    const { change, type, speaker, rerender } = opened(() => new Promise((done) => (store = done)));
    await type('First');
    await vi.advanceTimersByTimeAsync(1_000);
    await type('First, and more');
    await rerender({ scene: { ...scene, speaker: 'First' } });
    store(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(speaker.value).toBe('First, and more');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(change).toHaveBeenLastCalledWith({ speaker: 'First, and more' });
    store(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(speaker.value).toBe('First, and more');
  });
});

test('[N75] the title of a deck is kept as scenes are: a second after the last letter, and in its own deck as another comes', async () => {
  const held = (note: string, title: string) =>
    ({ note: { note }, deck: { title, scenes: [] } }) as unknown as HeldDeck;
  const [mine, other] = [held('a', 'My scenes'), held('b', 'Another')];
  const kept: [HeldDeck, string][] = [];
  const decks = {
    change: (one: HeldDeck, edit: (deck: Deck) => Deck) => {
      kept.push([one, edit({ ...one.deck!, scenes: [] }).title]);
      return Promise.resolve(true);
    }
  } as unknown as Decks;
  const { container, rerender, unmount } = render(DeckTitle, { props: { decks, held: mine } });
  const field = container.querySelector<HTMLInputElement>('[data-deck-title]')!;
  expect(field.value).toBe('My scenes');
  await fireEvent.input(field, { target: { value: 'Ports' } });
  await vi.advanceTimersByTimeAsync(999);
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(kept).toEqual([[mine, 'Ports']]);
  await fireEvent.input(field, { target: { value: 'Ports and mines' } });
  await rerender({ held: other });
  unmount();
  expect(kept.slice(1)).toEqual([[mine, 'Ports and mines']]);
});
