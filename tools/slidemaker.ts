import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, parseAst, type Plugin } from 'vite';
import { packText } from './packed.ts';

/**
 * What of pptxgenjs is taken out before it is packed: all that reads a file or an address, all that touches the page,
 * and charts and media, which no slide of ours has. What is left can only turn shapes into XML.
 */
const OUT = new Set([
  'encodeSlideMediaRels',
  'createSvgPngPreview',
  'genTableToSlides',
  'createExcelWorksheet',
  'makeXmlCharts',
  'makeChartType',
  'makeCatAxis',
  'makeValAxis',
  'makeSerAxis',
  'addChartDefinition',
  'addMediaDefinition',
  'addImageDefinition',
  'writeFileToBrowser',
  'writeFile'
]);

type Node = { type: string; start: number; end: number; [name: string]: unknown };

/** Empties the functions named in `OUT`; a name that is no longer there fails the build, so that a newer version is looked at. */
function withoutReach(): Plugin {
  return {
    name: 'lodestone-slides-without-reach',
    enforce: 'pre',
    transform(code, id) {
      if (!/node_modules[\\/]pptxgenjs[\\/]/.test(id)) return undefined;
      const bodies = new Map<string, Node>();
      const visit = (node: unknown): void => {
        if (node === null || typeof node !== 'object') return;
        if (Array.isArray(node)) return node.forEach(visit);
        const { type } = node as Node;
        const here = node as Node & Record<string, never>;
        const name = nameOf(here);
        if (name && OUT.has(name)) {
          const holder =
            type === 'AssignmentExpression' ? here.right : type === 'MethodDefinition' ? here.value : here;
          bodies.set(name, bodyOf(holder));
          return;
        }
        for (const [key, value] of Object.entries(here)) if (key !== 'parent') visit(value);
      };
      visit(parseAst(code));
      const lost = [...OUT].filter((name) => !bodies.has(name));
      if (lost.length) throw new Error(`slides: pptxgenjs no longer has ${lost.join(', ')}`);
      let left = code;
      for (const [name, body] of [...bodies].sort(([, a], [, b]) => b.start - a.start))
        left = `${left.slice(0, body.start)}{ ${name === 'encodeSlideMediaRels' ? 'return [];' : "throw new Error('not in this build');"} }${left.slice(body.end)}`;
      return { code: left, map: null };
    }
  };
}

function nameOf(node: Node & Record<string, never>): string | undefined {
  const { type, id, key, left } = node as unknown as {
    type: string;
    id?: { name?: string };
    key?: { name?: string };
    left?: { property?: { name?: string } };
  };
  if (type === 'FunctionDeclaration') return id?.name;
  if (type === 'MethodDefinition') return key?.name;
  return type === 'AssignmentExpression' ? left?.property?.name : undefined;
}

const bodyOf = (node: unknown): Node => (node as { body: Node }).body;

/** The script that makes slides: its text, its text packed for the page (see packed.ts), its SHA-256 in base64, and the modules it is made of. */
export type SlideMaker = { code: string; packed: string; sha256: string; modules: string[] };

let made: Promise<SlideMaker> | undefined;

/** Builds the script that makes slides, once a run. */
export const slideMaker = (): Promise<SlideMaker> => (made ??= make());

async function make(): Promise<SlideMaker> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutReach()],
    define: { 'process.versions': 'undefined' },
    resolve: { alias: { jszip: resolve('src/pptx/zip.ts') } },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: resolve('src/pptx/block.ts'),
        output: { format: 'iife', codeSplitting: false }
      },
      modulePreload: false
    }
  });
  const [{ output }] = (Array.isArray(result) ? result : [result]) as [
    { output: readonly { type: string; code?: string; moduleIds?: string[] }[] }
  ];
  const chunks = output.filter((chunk) => chunk.type === 'chunk');
  if (chunks.length !== 1 || !chunks[0]!.code) throw new Error('slides: expected one script');
  const code = chunks[0]!.code.replace(/\r\n?/g, '\n').trim();
  return {
    code,
    packed: await packText(code),
    sha256: createHash('sha256').update(code, 'utf8').digest('base64'),
    modules: chunks[0]!.moduleIds ?? []
  };
}
