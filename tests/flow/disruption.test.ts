import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestCase, passThrough, type Network, type Shock } from '../../src/flow/disruption.ts';

/** The invented network of the worked examples: four mines, three refineries, three uses. */
const network: Network = {
  sites: [
    ...['CN', 'MM', 'US', 'AU'].map((id) => ({ id, role: 'source' as const })),
    ...['CNr', 'MYr', 'USr'].map((id) => ({ id, role: 'inner' as const })),
    ...['Magnets', 'Catalysts', 'Other'].map((id) => ({ id, role: 'use' as const }))
  ],
  flows: (
    [
      ['CN', 'CNr', 70],
      ['MM', 'CNr', 10],
      ['US', 'CNr', 9],
      ['US', 'USr', 3],
      ['AU', 'MYr', 7],
      ['AU', 'CNr', 1],
      ['CNr', 'Magnets', 42],
      ['MYr', 'Magnets', 2],
      ['USr', 'Magnets', 1],
      ['CNr', 'Catalysts', 20],
      ['MYr', 'Catalysts', 4],
      ['USr', 'Catalysts', 1],
      ['CNr', 'Other', 28],
      ['MYr', 'Other', 1],
      ['USr', 'Other', 1]
    ] as const
  ).map(([from, to, value]) => ({ id: `${from}>${to}`, from, to, value }))
};

const sum = (record: Record<string, number>): number => Object.values(record).reduce((a, b) => a + b, 0);

describe('worked examples', () => {
  it('[D1] Myanmar stops: 10.37 %, 8.89 % and 10.37 % short, 90 in all', () => {
    const { delivered, short, flows } = passThrough(network, { capacity: { MM: 0 } });
    expect(delivered['Magnets']).toBeCloseTo(40.333, 3);
    expect(delivered['Catalysts']).toBeCloseTo(22.778, 3);
    expect(delivered['Other']).toBeCloseTo(26.889, 3);
    expect(100 * short['Magnets']!).toBeCloseTo(10.37, 2);
    expect(100 * short['Catalysts']!).toBeCloseTo(8.89, 2);
    expect(100 * short['Other']!).toBeCloseTo(10.37, 2);
    expect(sum(delivered)).toBeCloseTo(90, 9);
    expect(flows['MM>CNr']).toBe(0);
  });

  it('[D2] Myanmar stops: re-routing fills every use to 90 %, and Myanmar is a choke point', () => {
    const { fill, total, chokePoints, delivered } = bestCase(network, { capacity: { MM: 0 } });
    expect(fill).toBeCloseTo(0.9, 9);
    expect(total).toBeCloseTo(90, 9);
    expect(chokePoints).toContain('MM');
    expect(delivered['Magnets']).toBeCloseTo(40.5, 9);
  });

  it('[D3] Myanmar stops and China separates half: 46.67 %, 40 %, 46.67 % short, 35 piled up', () => {
    const shock = { capacity: { MM: 0, CNr: 0.5 } };
    const { delivered, short, piledUp } = passThrough(network, shock);
    expect(delivered['Magnets']).toBeCloseTo(24, 9);
    expect(delivered['Catalysts']).toBeCloseTo(15, 9);
    expect(delivered['Other']).toBeCloseTo(16, 9);
    expect(100 * short['Magnets']!).toBeCloseTo(46.67, 2);
    expect(100 * short['Catalysts']!).toBeCloseTo(40, 9);
    expect(100 * short['Other']!).toBeCloseTo(46.67, 2);
    expect(piledUp['CNr']).toBeCloseTo(35, 9);
    expect(bestCase(network, shock)).toMatchObject({
      fill: expect.closeTo(0.55, 9),
      total: expect.closeTo(55, 9),
      chokePoints: ['CNr', 'MYr', 'USr']
    });
  });

  it('[D4] the same with priority: 0 %, 68 %, 93.33 % short, the total still 55', () => {
    const shock = { capacity: { MM: 0, CNr: 0.5 }, priority: ['Magnets', 'Catalysts', 'Other'] };
    const { delivered, short } = passThrough(network, shock);
    expect(short['Magnets']).toBeCloseTo(0, 9);
    expect(100 * short['Catalysts']!).toBeCloseTo(68, 9);
    expect(100 * short['Other']!).toBeCloseTo(93.33, 2);
    expect(sum(delivered)).toBeCloseTo(55, 9);
  });

  it('[D5] a use that the priority does not name shares what is left in proportion', () => {
    const { short } = passThrough(network, { capacity: { CNr: 0.5 }, priority: ['Magnets'] });
    expect(short['Magnets']).toBeCloseTo(0, 9);
    // Of 45 tonnes 3 are left for 20 + 28.
    expect(short['Catalysts']).toBeCloseTo(1 - (5 + (3 * 20) / 48) / 25, 9);
    expect(short['Other']).toBeCloseTo(1 - (2 + (3 * 28) / 48) / 30, 9);
  });
});

describe('the best case', () => {
  it('[D6] a banned flow is removed, a throttled one capped, a free one takes more than before', () => {
    const small: Network = {
      sites: [
        { id: 'a', role: 'source' },
        { id: 'b', role: 'source' },
        { id: 'x', role: 'use' },
        { id: 'y', role: 'use' }
      ],
      flows: [
        { id: 'ax', from: 'a', to: 'x', value: 10 },
        { id: 'ay', from: 'a', to: 'y', value: 2 },
        { id: 'by', from: 'b', to: 'y', value: 8 }
      ]
    };
    expect(bestCase(small, { permission: { by: 0 } }).fill).toBeCloseTo(12 / 20, 9);
    expect(bestCase(small, { permission: { by: 0, ay: 0.5 } })).toMatchObject({
      fill: expect.closeTo(0.1, 9),
      total: expect.closeTo(11, 9)
    });
    expect(bestCase(small, { capacity: { b: 0 }, spare: { a: 1 } }).fill).toBeCloseTo(1, 9);
  });

  it('[D7] what flows to sinks is not available to uses', () => {
    const lossy: Network = {
      sites: [
        { id: 'mine', role: 'source' },
        { id: 'use', role: 'use' },
        { id: 'stock', role: 'sink' }
      ],
      flows: [
        { id: 'u', from: 'mine', to: 'use', value: 80 },
        { id: 's', from: 'mine', to: 'stock', value: 20 }
      ]
    };
    expect(bestCase(lossy, { capacity: { mine: 0.8 } })).toMatchObject({
      fill: expect.closeTo(0.8, 9),
      total: expect.closeTo(64, 9)
    });
  });

  it('[D8] an empty network has a fill of 0 and no choke points', () => {
    expect(bestCase({ sites: [], flows: [] }, {})).toEqual({
      fill: 0,
      total: 0,
      delivered: {},
      chokePoints: []
    });
    expect(passThrough({ sites: [], flows: [] }, {}).delivered).toEqual({});
  });
});

/** A balanced network of mines, two rounds of handling and uses, each inner site passing on all it gets. */
const networks = fc
  .record({
    mines: fc.integer({ min: 1, max: 4 }),
    inner: fc.integer({ min: 1, max: 4 }),
    later: fc.integer({ min: 0, max: 3 }),
    uses: fc.integer({ min: 1, max: 4 }),
    sinks: fc.integer({ min: 0, max: 1 }),
    weights: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 60, maxLength: 60 })
  })
  .map(({ mines, inner, later, uses, sinks, weights }): Network => {
    const layer = (count: number, name: string): string[] =>
      Array.from({ length: count }, (_, i) => name + i);
    const layers = [layer(mines, 'm'), layer(inner, 'r'), layer(later, 'p')].filter((ids) => ids.length > 0);
    const ends = [...layer(uses, 'u'), ...layer(sinks, 's')];
    const role = (id: string) =>
      ({ m: 'source', r: 'inner', p: 'inner', u: 'use', s: 'sink' })[
        id[0]!
      ] as Network['sites'][number]['role'];
    const held = new Map(layers[0]!.map((id, i) => [id, 1 + weights[i]!]));
    const flows: Network['flows'][number][] = [];
    let draw = 5;
    layers.forEach((ids, depth) => {
      const next = layers[depth + 1] ?? ends;
      for (const from of ids) {
        const shares: number[] = next.map(() => weights[draw++ % weights.length]!);
        if (Math.max(...shares) === 0) shares[0] = 1;
        const all = shares.reduce((a, b) => a + b, 0);
        next.forEach((to, i) => {
          const value = ((held.get(from) ?? 0) * shares[i]!) / all;
          if (value === 0) return;
          flows.push({ id: `${from}>${to}`, from, to, value });
          held.set(to, (held.get(to) ?? 0) + value);
        });
      }
    });
    return { sites: [...layers.flat(), ...ends].map((id) => ({ id, role: role(id) })), flows };
  });

const shocked = networks.chain((net) => {
  const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
  const pick = (ids: string[]) =>
    fc.dictionary(fc.constantFrom(...ids), share, { maxKeys: 4, noNullPrototype: true });
  return fc.record({
    net: fc.constant(net),
    shock: fc.record({
      capacity: pick(net.sites.map(({ id }) => id)),
      permission: pick(net.flows.map(({ id }) => id))
    })
  });
});

const runs = { seed: 20250401, numRuns: 200 };

describe('properties', () => {
  it('[D9] without a shock nothing is short, and re-routing fills everything', () => {
    fc.assert(
      fc.property(networks, (net) => {
        const { short, flows } = passThrough(net, {});
        for (const value of Object.values(short)) expect(value).toBeCloseTo(0, 9);
        for (const { id, value } of net.flows) expect(flows[id]).toBeCloseTo(value, 9);
        const best = bestCase(net, {});
        expect(best.fill).toBe(Object.keys(best.delivered).length > 0 ? 1 : 0);
      }),
      runs
    );
  });

  it('[D10] lowering a capacity or a permission never raises a delivery', () => {
    fc.assert(
      fc.property(shocked, fc.nat(), fc.boolean(), (given, at, prioritised) => {
        const { net } = given;
        const shock: Shock = prioritised
          ? { ...given.shock, priority: net.sites.filter(({ role }) => role === 'use').map(({ id }) => id) }
          : given.shock;
        const site = net.sites[at % net.sites.length]!.id;
        const flow = net.flows[at % net.flows.length]!.id;
        const before = passThrough(net, shock).delivered;
        const harder: Shock[] = [
          { ...shock, capacity: { ...shock.capacity, [site]: (shock.capacity?.[site] ?? 1) / 2 } },
          { ...shock, permission: { ...shock.permission, [flow]: (shock.permission?.[flow] ?? 1) / 2 } }
        ];
        for (const worse of harder)
          for (const [use, amount] of Object.entries(passThrough(net, worse).delivered))
            expect(amount).toBeLessThanOrEqual(before[use]! + 1e-9);
      }),
      runs
    );
  });

  it('[D11] at every inner site what comes in goes out, piles up or is banned', () => {
    fc.assert(
      fc.property(shocked, ({ net, shock }) => {
        const { flows, piledUp } = passThrough(net, shock);
        for (const { id, role } of net.sites) {
          if (role !== 'inner') continue;
          const into = net.flows
            .filter(({ to }) => to === id)
            .reduce((all, flow) => all + flows[flow.id]!, 0);
          let out = 0;
          let banned = 0;
          for (const flow of net.flows.filter(({ from }) => from === id)) {
            const permission = shock.permission[flow.id] ?? 1;
            out += flows[flow.id]!;
            // What is banned can be read off only where something still flows; else from the site's filling.
            banned +=
              permission > 0 ? (flows[flow.id]! / permission) * (1 - permission) : offered(id, flow.value);
          }
          expect(into).toBeCloseTo(out + banned + (piledUp[id] ?? 0), 8);

          function offered(site: string, value: number): number {
            const base = net.flows.filter(({ to }) => to === site).reduce((all, flow) => all + flow.value, 0);
            return base > 0 ? (value * (into - (piledUp[site] ?? 0))) / base : 0;
          }
        }
      }),
      runs
    );
  });

  it('[D12] in another unit the shares stay the same', () => {
    fc.assert(
      fc.property(shocked, fc.constantFrom(0.001, 7, 1e6), ({ net, shock }, factor) => {
        const scaled = { ...net, flows: net.flows.map((flow) => ({ ...flow, value: flow.value * factor })) };
        const before = passThrough(net, shock).short;
        for (const [use, value] of Object.entries(passThrough(scaled, shock).short))
          expect(value).toBeCloseTo(before[use]!, 8);
        expect(bestCase(scaled, shock).fill).toBeCloseTo(bestCase(net, shock).fill, 8);
      }),
      runs
    );
  });

  it('[D13] removing one site takes exactly its embodied share from each use', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (net, at) => {
        const inner = net.sites.filter(({ role }) => role === 'inner' || role === 'source');
        const { id } = inner[at % inner.length]!;
        const embodied = new Map([[id, 1]]);
        const through = (site: string): number =>
          net.flows.filter(({ to }) => to === site).reduce((all, { value }) => all + value, 0);
        // Sites come upstream first, so each is complete when its turn comes.
        for (const site of net.sites) {
          if (site.id === id || site.role === 'source') continue;
          const own = net.flows
            .filter(({ to }) => to === site.id)
            .reduce((all, flow) => all + flow.value * (embodied.get(flow.from) ?? 0), 0);
          embodied.set(site.id, through(site.id) > 0 ? own / through(site.id) : 0);
        }
        const { short } = passThrough(net, { capacity: { [id]: 0 } });
        for (const [use, value] of Object.entries(short))
          expect(value).toBeCloseTo(embodied.get(use) ?? 0, 9);
      }),
      runs
    );
  });

  it('[D103] with a priority the best case gives the first all it can have, more than if nobody adapts, and takes nothing from the total', () => {
    fc.assert(
      fc.property(shocked, fc.nat(), ({ net, shock }, at) => {
        const uses = Object.keys(bestCase(net, {}).delivered);
        fc.pre(uses.length > 0);
        const first = uses[at % uses.length]!;
        const plain = bestCase(net, shock);
        const ordered = bestCase(net, {
          ...shock,
          priority: [first, ...uses.filter((use) => use !== first)]
        });
        const one = bestCase(net, { ...shock, priority: [first] });
        for (const best of [ordered, one]) {
          expect(best.total).toBeCloseTo(plain.total, 7);
          expect(best.fill).toBeCloseTo(plain.fill, 12);
          expect(best.delivered[first]!).toBeGreaterThanOrEqual(plain.delivered[first]! - 1e-7);
          const nobody = passThrough(net, { ...shock, priority: [first] });
          expect(best.delivered[first]!).toBeGreaterThanOrEqual(nobody.delivered[first]! - 1e-7);
        }
        expect(ordered.delivered[first]!).toBeCloseTo(one.delivered[first]!, 7);
      }),
      runs
    );
  });

  it('[D14] if nobody adapts no more arrives than in the best case', () => {
    fc.assert(
      fc.property(shocked, ({ net, shock }) => {
        const nobody = sum(passThrough(net, shock).delivered);
        const best = bestCase(net, shock);
        expect(nobody).toBeLessThanOrEqual(best.total + 1e-9);
        for (const [use, amount] of Object.entries(best.delivered)) {
          const wanted = net.flows.filter(({ to }) => to === use).reduce((all, { value }) => all + value, 0);
          expect(amount).toBeGreaterThanOrEqual(best.fill * wanted - 1e-9);
          expect(amount).toBeLessThanOrEqual(wanted + 1e-9);
        }
      }),
      runs
    );
  });
});
