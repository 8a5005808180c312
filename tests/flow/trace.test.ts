import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trace, weaker } from '../../src/flow/trace.ts';
import { passThrough, type Network } from '../../src/flow/disruption.ts';
import { magnet } from './magnet.ts';
import { graphOf, plainGraphs } from './graphs.ts';

describe('a trace', () => {
  it('[T1] finds 81 % of the magnet metals of wind turbines separated in China, as an estimate', () => {
    const found = trace(magnet, 'sep:CHN')!;
    const wind = found.sites['sec:wind']!;
    expect(wind.share).toBeCloseTo(73_757 / 90_922, 12);
    expect(Math.round(100 * wind.share)).toBe(81);
    expect(wind.amount).toBeCloseTo((10_496 * 73_757) / 90_922, 6);
    expect(wind).toMatchObject({ side: 'downstream', kind: 'estimated' });
    expect(found.sites['pool:world']!.amount).toBe(73_757);
  });

  it('[T2] counts what reaches the market without separation into the whole', () => {
    const unseparated = magnet.flows.find(({ from, to }) => from === 'src:secondary' && to === 'pool:world')!;
    expect(unseparated.value).toBe(10_117);
    const found = trace(magnet, 'sep:CHN')!;
    expect(found.sites['src:secondary']!.side).toBe('upstream');
    expect(found.flows[unseparated.id]).toBeUndefined();
  });

  it('[T3] goes upstream in proportion to what a site passes on', () => {
    const found = trace(magnet, 'sec:wind')!;
    const wind = 10_496;
    expect(found.sites['sep:CHN']!.amount).toBeCloseTo((wind * 73_757) / 90_922, 6);
    const sources = magnet.sites
      .filter(({ stage }) => stage === 0)
      .map(({ id }) => found.sites[id]?.amount ?? 0);
    expect(sources.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(wind, 6);
  });

  it('[T4] of a flow starts with all of it', () => {
    const graph = graphOf(4, [
      [0, 2, 6],
      [1, 2, 2],
      [2, 3, 8]
    ]);
    const found = trace(graph, 'f0')!;
    expect(found.flows['f0']).toMatchObject({ side: 'start', amount: 6, share: 1 });
    expect(found.flows['f2']).toMatchObject({ side: 'downstream', amount: 6, share: 0.75 });
    expect(found.sites['s0']).toMatchObject({ side: 'upstream', amount: 6, share: 1 });
    expect(found.sites['s1']).toBeUndefined();
  });

  it('[T5] is no estimate where nothing mixes, and carries the weakest kind met on the way', () => {
    const graph = {
      sites: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
      flows: [
        { id: 'ab', from: 'a', to: 'b', value: 5, kind: 'observed' as const },
        { id: 'bc', from: 'b', to: 'c', value: 3, kind: 'derived' as const },
        { id: 'bd', from: 'b', to: 'd', value: 2, kind: 'observed' as const }
      ]
    };
    const found = trace(graph, 'a')!;
    expect([found.sites['b']!.kind, found.sites['c']!.kind, found.sites['d']!.kind]).toEqual([
      'observed',
      'derived',
      'observed'
    ]);
    expect(weaker('observed', 'residual')).toBe('residual');
    expect(weaker(undefined, 'stated')).toBe('stated');
  });

  it('[T6] of nothing known is nothing', () => {
    expect(trace(magnet, 'nowhere')).toBeUndefined();
    expect(trace({ sites: [], flows: [] }, 'a')).toBeUndefined();
  });

  it('[T7] never finds more than there is, and no share above one', () => {
    fc.assert(
      fc.property(plainGraphs, fc.nat(11), (graph, n) => {
        const found = trace(graph, `s${n}`)!;
        for (const { id, value } of graph.flows) {
          const part = found.flows[id];
          if (part === undefined) continue;
          expect(part.share).toBeLessThanOrEqual(1);
          expect(part.amount).toBeCloseTo(value * part.share, 9);
        }
      }),
      { seed: 9, numRuns: 200 }
    );
  });

  it('[T8] says what a use loses if the site stops and nobody adapts', () => {
    const role = (stage: number, apart?: true) =>
      apart ? ('sink' as const) : (['source', 'inner', 'inner', 'use'] as const)[stage]!;
    const network: Network = {
      sites: magnet.sites.map(({ id, stage, apart }) => ({ id, role: role(stage, apart) })),
      flows: magnet.flows
    };
    const { short } = passThrough(network, { capacity: { 'sep:CHN': 0 } });
    expect(short['sec:wind']).toBeCloseTo(trace(magnet, 'sep:CHN')!.sites['sec:wind']!.share, 9);
  });
});
