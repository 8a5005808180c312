// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { openPack } from '../../src/pack/pack.ts';
import { Explorer } from '../../src/state/explorer.svelte.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));

/** An address bar: a hash that can be changed, and who listens. */
function addressBar(hash: string) {
  const listeners = new Set<() => void>();
  const location = { hash };
  const target = {
    location,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener)
  } as unknown as Window;
  return {
    target,
    listeners,
    go: (next: string) => {
      location.hash = next;
      listeners.forEach((listener) => listener());
    }
  };
}

describe('the explorer', () => {
  test('[S309] opens where the link says', () => {
    const explorer = new Explorer(pack, '#/deals?on=deal-jpn-usa-lng');
    expect(explorer.route).toEqual({ view: 'deals', on: 'deal-jpn-usa-lng' });
    expect(explorer.selected).toMatchObject({ kind: 'deal', id: 'deal-jpn-usa-lng' });
    expect(explorer.missing).toEqual([]);
  });

  test('[S310] opens on the first lens and the day of the briefing', () => {
    const explorer = new Explorer(pack);
    expect([explorer.lens.id, explorer.asOf, explorer.selected]).toEqual([
      pack.briefing.lens,
      pack.briefing.asOf,
      undefined
    ]);
  });

  test('[S311] shows the lens of what is selected before the one that the link names', () => {
    expect(new Explorer(pack, '#/flows?lens=total-2025').lens.id).toBe('total-2025');
    expect(new Explorer(pack, '#/flows?lens=total-2025&on=total-2024/sep-chn').lens.id).toBe('total-2024');
    expect(new Explorer(pack, '#/flows?lens=total-2025&on=JPN').lens.id).toBe('total-2025');
  });

  test('[S311] shows a lens that is itself selected', () => {
    expect(new Explorer(pack, '#/flows?on=total-2024').lens.id).toBe('total-2024');
  });

  test('[S312] follows the address bar until told to stop', () => {
    const bar = addressBar('#/flows');
    const explorer = new Explorer(pack);
    const seen: string[] = [];
    const stopEffect = $effect.root(() => {
      $effect(() => void seen.push(explorer.route.view));
    });
    const stop = explorer.follow(bar.target);
    flushSync();
    bar.go('#/deals?on=JPN');
    flushSync();
    expect(explorer.selected?.title).toBe('Japan');
    stop();
    bar.go('#/notes');
    flushSync();
    expect(explorer.route.view).toBe('deals');
    expect(bar.listeners.size).toBe(0);
    expect(seen).toEqual(['flows', 'deals']);
    stopEffect();
  });

  test('[S67] what comes to rest after the address was led elsewhere does not call it back', () => {
    vi.useFakeTimers();
    const bar = addressBar('#/timeline');
    const explorer = new Explorer(pack);
    const stop = explorer.follow(bar.target);
    expect(explorer.leaving).toBe(false);
    explorer.slideTo('2025-10-30');
    // A browser tells of a new address a task later than it is set.
    bar.target.location.hash = '#/deals?on=JPN';
    expect(explorer.leaving).toBe(true);
    vi.advanceTimersByTime(400);
    expect(bar.target.location.hash).toBe('#/deals?on=JPN');
    bar.go('#/deals?on=JPN');
    expect([explorer.leaving, explorer.asOf]).toEqual([false, pack.briefing.asOf]);
    stop();
    vi.useRealTimers();
  });

  test('[S313] makes links that change a part of the route and keep the rest', () => {
    const explorer = new Explorer(pack, '#/flows?lens=total-2025&record=off&on=total-2025/sep-chn');
    expect(explorer.href({ on: 'JPN' })).toBe('#/flows?lens=total-2025&record=off&on=JPN');
    expect(explorer.href({ on: undefined })).toBe('#/flows?lens=total-2025&record=off');
    expect(explorer.href({ view: 'deals', record: undefined })).toBe(
      '#/deals?lens=total-2025&on=total-2025/sep-chn'
    );
  });

  test('[S15] tells what the link named and this edition lacks', () => {
    expect(new Explorer(pack, '#/nowhere?on=gone&lens=gone').missing.map(({ what }) => what)).toEqual([
      'view',
      'selection',
      'lens'
    ]);
  });

  test('[D98] tells a view only when its own part of the address changed', () => {
    const asked = '#/flows?what=mine-mmr:0&order=1:sep-chn';
    const bar = addressBar(asked);
    const explorer = new Explorer(pack);
    const seen = { day: 0, lens: 0, question: 0, order: 0, layers: 0, selected: 0 };
    const stopEffect = $effect.root(() => {
      const stop = explorer.follow(bar.target);
      $effect(() => void (explorer.asOf, seen.day++));
      $effect(() => void (explorer.lens, seen.lens++));
      $effect(() => void (explorer.question, seen.question++));
      $effect(() => void (explorer.order, seen.order++));
      $effect(() => void (explorer.hidesLater, explorer.showsRecord, seen.layers++));
      $effect(() => void (explorer.selected, seen.selected++));
      return stop;
    });
    flushSync();
    const go = (hash: string) => {
      const before = { ...seen };
      bar.go(hash);
      flushSync();
      return Object.keys(seen).filter(
        (key) => seen[key as keyof typeof seen] > before[key as keyof typeof seen]
      );
    };
    expect(go(`${asked}&as=2025-11-10`)).toEqual(['day']);
    expect(go(`${asked}&as=2025-11-10&split=yes`)).toEqual([]);
    expect(go(`${asked}&as=2025-11-10&later=hidden`)).toEqual(['layers']);
    expect(go(`${asked}&as=2025-11-10&later=hidden&on=JPN`)).toEqual(['selected']);
    expect(go(`#/flows?what=mine-mmr:50&order=1:sep-chn&as=2025-11-10&later=hidden&on=JPN`)).toEqual([
      'question'
    ]);
    expect(go(`#/flows?what=mine-mmr:50&as=2025-11-10&later=hidden&on=JPN`)).toEqual(['order']);
    stopEffect();
  });

  test('[S16] can select every record of the pack by its link', () => {
    const explorer = new Explorer(pack);
    for (const { id } of pack.entities()) {
      const there = new Explorer(pack, explorer.href({ on: id }));
      expect([there.selected?.id, there.missing]).toEqual([id, []]);
    }
  });
});

describe('a question that names what the lens has not', () => {
  const told = (hash: string) => new Explorer(pack, hash).missing.map(({ name }) => name);

  test('[F121] is told, what it knows holds, and dismissing leaves only that', () => {
    expect(told('#/flows?what=scenario-of-nobody')).toEqual(['what=scenario-of-nobody']);
    expect(new Explorer(pack, '#/flows?what=scenario-of-nobody').plainHref).toBe('#/flows');
    const part = new Explorer(pack, '#/flows?lens=magnet-2024&what=mine-mmr:0,mine-xxx:50');
    expect(part.missing.map(({ name }) => name)).toEqual(['what=mine-xxx:50']);
    expect(part.question?.changes).toEqual([{ id: 'mine-mmr', remains: 0 }]);
    expect(new Explorer(pack, part.plainHref).missing).toEqual([]);
    expect(new Explorer(pack, part.plainHref).question).toEqual(part.question);
    expect(told('#/flows?what=scenario-myanmar-stops')).toEqual([]);
    expect(told('#/flows?what=ask')).toEqual([]);
  });
});
