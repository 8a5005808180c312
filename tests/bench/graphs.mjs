import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '../../src/flow/random.ts';

/** The 20 sample graphs with their proven optimum of weighted crossings. */
export function samples(root) {
  const path = `${root}/tests/fixtures/flow/sankey-corpus-sample.json`;
  return JSON.parse(readFileSync(path, 'utf8')).map(({ name, optimum, sites, flows }) => ({
    name,
    optimum,
    graph: named(sites, flows)
  }));
}

function named(sites, flows) {
  return {
    sites: Array.from({ length: sites }, (_, i) => ({ id: `s${i}` })),
    flows: flows.map(([from, to, value], i) => ({ id: `f${i}`, from: `s${from}`, to: `s${to}`, value }))
  };
}

/**
 * A graph of some sites in columns and about `perSite` flows for each: log-normal values, half of the flows drawn to a
 * column's few large sites, some that skip columns. Every site is linked. The same for the same seed.
 */
export function grown(sites, columns, perSite, seed) {
  const random = randomFrom(seed);
  const unit = () => random(1 << 24) / (1 << 24);
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  const each = Math.floor(sites / columns);
  const pull = Array.from({ length: columns }, () => {
    const sizes = Array.from({ length: each }, () => Math.exp(normal()));
    let sum = 0;
    return sizes.map((size) => (sum += size));
  });
  const anySite = (c) => c * each + random(each);
  const largeSite = (c) => {
    const at = unit() * pull[c].at(-1);
    return (
      c * each +
      Math.max(
        0,
        pull[c].findIndex((sum) => sum >= at)
      )
    );
  };
  const flows = new Map();
  const add = (from, to) => {
    const key = `${from},${to}`;
    if (!flows.has(key))
      flows.set(key, [from, to, Math.round(100 * Math.exp(1.2 * normal() + 1)) / 100 + 0.01]);
  };
  for (let c = 0; c < columns; c++) {
    for (let site = c * each; site < (c + 1) * each; site++) {
      if (c > 0) add(anySite(c - 1), site);
      if (c + 1 < columns) add(site, largeSite(c + 1));
    }
  }
  while (flows.size < sites * perSite) {
    const c = random(columns - 1);
    let d = c + 1;
    while (d + 1 < columns && unit() < 0.15) d++;
    add(anySite(c), unit() < 0.5 ? largeSite(d) : anySite(d));
  }
  return named(each * columns, [...flows.values()]);
}

/** Where the project lies, seen from the bundled bench. */
export const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '');
