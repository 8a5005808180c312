import type { Plugin, Rolldown } from 'vite';

type Chunk = Pick<Rolldown.OutputChunk, 'code' | 'fileName' | 'imports' | 'isEntry'>;

/** The name under which the start script takes in chunks; both blocks are scripts of their own and share nothing else. */
const TAKE = 'lodestoneChunk';
/** The name under which it takes in their style sheet. */
const DRESS = 'lodestoneStyle';

/**
 * Parts the modules into what the entry imports at once and all others, so that the start script holds nothing that only
 * the other views need, however they share it.
 */
export function twoChunks(): Plugin {
  const first = new Set<string>();
  return {
    name: 'lodestone-two-chunks',
    enforce: 'pre',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    // One file has nothing to load ahead: what comes later is in it.
    load: (id) =>
      id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined,
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'start', priority: 2, test: (id: string) => first.has(id) },
                { name: 'later', priority: 1, test: (id: string) => !first.has(id) }
              ]
            }
          }
        }
      }
    }),
    buildEnd() {
      const add = (id: string) => {
        if (first.has(id)) return;
        first.add(id);
        this.getModuleInfo(id)?.importedIds.forEach(add);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) add(id);
    }
  };
}

const unix = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/**
 * A chunk (CommonJS) as a function that is called when it is first imported. The brackets round the function tell the
 * engine to compile it at once instead of reading it through twice.
 */
const taken = ({ fileName, code }: Chunk): string =>
  `${TAKE}('./${fileName}',((exports,require)=>{${unix(code)}\n}));`;

/**
 * Puts chunks into two scripts. `start` runs first: a loader, and the entry with all that it imports at once. `later` has
 * every other chunk, and their style sheet. A chunk that is not there, because its block was refused, is an error at the import that asked for it.
 */
export function scriptsOf(chunks: readonly Chunk[], style: string): { start: string; later: string } {
  const sorted = chunks.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const entry = sorted.find((chunk) => chunk.isEntry);
  if (!entry) throw new Error('one-file: no script has an entry');
  const first = new Set([entry]);
  for (const { imports } of first)
    for (const chunk of sorted) if (imports.includes(chunk.fileName)) first.add(chunk);
  const start = `(()=>{
const chunks={},made={};
const require=(name)=>{if(made[name])return made[name];if(!chunks[name])throw new Error('a part of this file was refused');
const exports=made[name]={};chunks[name](exports,require);return exports};
const ${TAKE}=globalThis.${TAKE}=(name,run)=>{chunks[name]??=run};
globalThis.${DRESS}=(text)=>{const sheet=new CSSStyleSheet();sheet.replaceSync(text);document.adoptedStyleSheets=[...document.adoptedStyleSheets,sheet]};
${sorted
  .filter((chunk) => first.has(chunk))
  .map(taken)
  .join('\n')}
require('./${entry.fileName}');
})();`;
  const later = sorted.filter((chunk) => !first.has(chunk)).map(taken);
  return { start, later: [`${DRESS}(${JSON.stringify(style)});`, ...later].join('\n') };
}
