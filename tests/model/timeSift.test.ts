import { describe, expect, test } from 'vitest';
import { siftHappenings } from '../../src/model/timeSift.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const DAY = '2025-11-05';
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the timeline under the choices of the ledger', () => {
  test('[D314] without a choice everything stays', () => {
    const all = siftHappenings(pack, {}, DAY);
    expect([all.deals.length, all.measures.length, all.events.length]).toEqual([
      pack.deals.length,
      pack.measures.length,
      pack.events.length
    ]);
  });

  test('[D315] a place keeps its deals, its controls and their events, and no others', () => {
    const japan = siftHappenings(pack, { place: 'JPN' }, DAY);
    expect(japan.deals.every((deal) => (deal.parties as string[]).includes('JPN'))).toBe(true);
    expect(japan.measures).toEqual([]);
    const china = siftHappenings(pack, { place: 'CHN' }, DAY);
    expect(ids(china.measures)).toContain('measure-2025-57');
    expect(ids(china.events)).toContain('event-2025-05-magnets');
    expect(ids(china.events)).not.toContain('event-2025-10-20-australia');
  });

  test('[D316] a choice that only a deal can meet drops the controls and the events about them alone', () => {
    const energy = siftHappenings(pack, { subject: 'energy' }, DAY);
    expect(energy.deals.map((deal) => deal.subject)).toEqual(energy.deals.map(() => 'energy'));
    expect(energy.deals.length).toBeGreaterThan(0);
    expect(energy.measures).toEqual([]);
    const kept = new Set(ids(energy.deals));
    expect(energy.events.every((event) => event.deals.some((id) => kept.has(id)))).toBe(true);
  });

  test('[D317] a state sifts controls as it sifts deals, on the chosen day', () => {
    const now = siftHappenings(pack, { state: 'suspended' }, '2025-12-01');
    expect(ids(now.measures)).toContain('measure-2025-57');
    expect(siftHappenings(pack, { state: 'suspended' }, DAY).measures).not.toEqual(now.measures);
  });
});
