import { describe, expect, it } from 'vitest';
import { concentration } from '../../src/flow/concentration.ts';
import { splitInProportion } from '../../src/model/split.ts';
import { frozen } from './graphs.ts';
import { magnet } from './magnet.ts';

const held = (record: Record<string, number>) => Object.entries(record).map(([id, value]) => ({ id, value }));

describe('concentration', () => {
  it('[C1] of the worked example: mining 5,208 (1.92 effective), 30 % left without the largest', () => {
    const mining = concentration(held({ CN: 70, MM: 10, US: 12, AU: 8 }))!;
    expect(mining.hhi).toBeCloseTo(5208, 9);
    expect(mining.effective).toBeCloseTo(1.92, 2);
    expect(mining.leftWithoutLargest).toBeCloseTo(0.3, 9);
    expect(mining.largest).toBe('CN');
  });

  it('[C2] of the worked example: refining 8,158 (1.23 effective), 10 % left without the largest', () => {
    const refining = concentration(held({ CNr: 90, MYr: 7, USr: 3 }))!;
    expect(refining.hhi).toBeCloseTo(8158, 9);
    expect(refining.effective).toBeCloseTo(1.23, 2);
    expect(refining.leftWithoutLargest).toBeCloseTo(0.1, 9);
  });

  it('[F178] says by how much the index is too high at most, where one that holds some is several', () => {
    const mining = [
      { id: 'CN', value: 70, several: false },
      { id: 'EU', value: 20, several: true },
      { id: 'rest', value: 10, several: true }
    ];
    expect(concentration(mining)!.over).toBeCloseTo(20 ** 2 + 10 ** 2, 9);
    expect(concentration(held({ CN: 70, MM: 30 }))!.over).toBe(0);
  });

  it('[C3] of one is 10,000, of nothing is nothing, and what is no amount does not count', () => {
    expect(concentration(held({ a: 3 }))).toMatchObject({ hhi: 10_000, effective: 1, leftWithoutLargest: 0 });
    expect(concentration([])).toBeUndefined();
    expect(concentration(held({ a: 0, b: -1, c: NaN }))).toBeUndefined();
    expect(concentration(held({ a: 1, b: 1, c: NaN }))!.hhi).toBeCloseTo(5000, 9);
  });
});

describe('split in proportion', () => {
  it('[S300] puts in(r) · out(s) / pool in the place of the pool, as an estimate', () => {
    const split = splitInProportion(frozen(magnet.flows), 'pool:world');
    const direct = split.find(({ from, to }) => from === 'sep:CHN' && to === 'sec:wind')!;
    expect(direct.value).toBeCloseTo((73_757 * 10_496) / 90_922, 6);
    expect(direct).toMatchObject({ id: 'r11.r17', kind: 'estimated' });
    expect(split.some(({ from, to }) => from === 'pool:world' || to === 'pool:world')).toBe(false);
  });

  it('[S301] keeps what each site gives and gets, and the flows elsewhere', () => {
    const split = splitInProportion(magnet.flows, 'pool:world');
    const sum = (
      flows: readonly { from: string; to: string; value: number }[],
      end: 'from' | 'to',
      id: string
    ) => flows.filter((flow) => flow[end] === id).reduce((all, { value }) => all + value, 0);
    for (const { id } of magnet.sites.filter((site) => site.id !== 'pool:world')) {
      expect(sum(split, 'from', id)).toBeCloseTo(sum(magnet.flows, 'from', id), 6);
      expect(sum(split, 'to', id)).toBeCloseTo(sum(magnet.flows, 'to', id), 6);
    }
    expect(split).toContain(magnet.flows[0]);
  });

  it('[S302] lets no flow grow where more leaves the pool than enters it', () => {
    const flows = [
      { id: 'in', from: 'r', to: 'pool', value: 4 },
      { id: 'out', from: 'pool', to: 's', value: 10 }
    ];
    expect(splitInProportion(flows, 'pool').map(({ value }) => value)).toEqual([4]);
    expect(splitInProportion([], 'pool')).toEqual([]);
  });
});
