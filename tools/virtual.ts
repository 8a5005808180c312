import type { Plugin } from 'vite';
import { drawLand } from './land.ts';

const NAME = 'virtual:land';

/** Gives the app the land, drawn at build time, as the module "virtual:land". */
export function virtualLand(): Plugin {
  return {
    name: 'lodestone-land',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(drawLand())};` : undefined)
  };
}
