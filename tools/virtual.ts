import type { Plugin } from 'vite';
import { proveOptimal } from '../src/flow/prove.ts';
import { graphOf } from '../src/flow/shown.ts';
import { miniArcs } from '../src/geo/mini.ts';
import { openPack } from '../src/pack/pack.ts';
import { drawLand, drawMiniLand } from './land.ts';
import { readSeeds, SEEDS } from './seeds.ts';

const NAME = 'virtual:land';

/**
 * MiniSearch has a method of its own called "fetch", which fetches from a map. Under another name, the scan of the built
 * file for network interfaces can stay a plain search for words.
 */
export function plainNames(): Plugin {
  return {
    name: 'lodestone-plain-names',
    transform: (code, id) =>
      /node_modules[\\/]minisearch[\\/]/.test(id)
        ? { code: code.replace(/\bfetch\b/g, 'getOrMake'), map: null }
        : undefined
  };
}

/** Gives the app the land, drawn at build time, as the module "virtual:land". */
export function virtualLand(): Plugin {
  return {
    name: 'lodestone-land',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(drawLand())};` : undefined)
  };
}

const MINI = 'virtual:mini';

/** Gives the app the small map of the home view on the briefing's usual day, drawn at build time, as the module "virtual:mini". */
export function virtualMini(): Plugin {
  return {
    name: 'lodestone-mini',
    resolveId: (id) => (id === MINI ? `\0${MINI}` : undefined),
    load(id) {
      if (id !== `\0${MINI}`) return undefined;
      const { briefing, deals, places } = openPack(readSeeds(SEEDS));
      const arcs = miniArcs(deals, places, briefing.asOf);
      return `export default ${JSON.stringify({ day: briefing.asOf, ...drawMiniLand(), arcs })};`;
    }
  };
}

const ORDERS = 'virtual:orders';

/**
 * Gives the app the best order of every shipped lens, found and proved at build, as the module "virtual:orders".
 * A lens whose order cannot be proved the best fails the build.
 */
export function virtualOrders(): Plugin {
  return {
    name: 'lodestone-orders',
    resolveId: (id) => (id === ORDERS ? `\0${ORDERS}` : undefined),
    load(id) {
      if (id !== `\0${ORDERS}`) return undefined;
      const orders = openPack(readSeeds(SEEDS)).lenses.map((lens) => {
        const { order, crossings, proven } = proveOptimal(graphOf(lens));
        if (!proven) throw new Error(`orders: the order of ${lens.id} could not be proved the best`);
        return [lens.id, { order, crossings }] as const;
      });
      return `export default ${JSON.stringify(Object.fromEntries(orders))};`;
    }
  };
}
