// Prints what each part of the built html weighs: its blocks, and what the script is made of.
import { decode } from '@jridgewell/sourcemap-codec';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const kB = (bytes) => (bytes / 1000).toFixed(1);

/** The bytes of each block of the built html, and of the whole; throws where one is not found. */
export function blocks(path = 'dist/lodestone.html') {
  const html = readFileSync(path, 'utf8');
  const bytes = (pattern) =>
    [...html.matchAll(pattern)].reduce((sum, [, text]) => sum + Buffer.byteLength(text ?? ''), 0);
  const fonts = bytes(/url\((data:font[^)]*)\)/g);
  const parts = [
    ['script at start', bytes(/id="start">([\s\S]*?)<\/script>/g)],
    ['briefing, as data', bytes(/id="briefing">([\s\S]*?)<\/script>/g)],
    ['first view, as markup', bytes(/<div id="app"[^>]*>([\s\S]*?)<section class="reading/g)],
    ['reading copy, as markup', bytes(/<section class="reading([\s\S]*?)<script type="application/g)],
    ['typefaces', fonts],
    ['style', bytes(/<style>([\s\S]*?)<\/style>/g) - fonts],
    ['licences, packed', bytes(/id="licences">([\s\S]*?)<\/script>/g)],
    ['speaker notes', bytes(/id="speaker-notes">([\s\S]*?)<\/script>/g)],
    ['all other views, packed', bytes(/id="later"[^>]*>([\s\S]*?)<\/script>/g)],
    ['part that makes PowerPoint, packed', bytes(/id="slides"[^>]*>([\s\S]*?)<\/script>/g)]
  ];
  for (const [name, size] of parts)
    if (!(size > 0)) throw new Error(`${path} has no ${name}: its mark in tools/weigh.mjs is another's`);
  const total = Buffer.byteLength(html);
  const known = parts.reduce((sum, [, size]) => sum + size, 0);
  return { total, parts: [...parts, ['everything else', total - known]] };
}

/** What no source map names: the map's outlines and the orders, made at build, and what joins the modules. */
const REST = 'made at build (the map, orders) and what joins the modules';

/** Where a source stands: a package, one of our folders, or something made at build. */
function home(source) {
  const path = source.replace(/^\0|^.*virtual:/, 'virtual:').replace(/^(\.\.\/)+/, '');
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (name) return name;
  if (/virtual:/.test(source)) return `made at build: ${path.replace(/^.*virtual:/, '')}`;
  return /^(src\/[^/]+)/.exec(path)?.[1] ?? REST;
}

/** The bytes of the minified scripts before packing (at start, later) by where they come from, largest first; builds once without writing. */
export async function script() {
  const sizes = new Map();
  const read = (_options, bundle) => {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    // The map is for this count alone; the one file has no place for it.
    for (const name of Object.keys(bundle)) if (name.endsWith('.map')) delete bundle[name];
    const first = chunks.find((chunk) => chunk.isEntry)?.imports ?? [];
    for (const chunk of chunks) count(chunk, chunk.isEntry || first.includes(chunk.fileName) ? 0 : 1);
  };
  const count = (chunk, block) => {
    const add = (name, size) => {
      const both = sizes.get(name) ?? [0, 0];
      both[block] += size;
      sizes.set(name, both);
    };
    const lines = chunk.code.split('\n');
    for (const [i, segments] of decode(chunk.map.mappings).entries()) {
      const line = lines[i] ?? '';
      add(REST, segments[0]?.[0] ?? line.length);
      for (const [j, [start, source]] of segments.entries()) {
        const text = line.slice(start, segments[j + 1]?.[0] ?? line.length);
        add(source === undefined ? REST : home(chunk.map.sources[source]), Buffer.byteLength(text));
      }
    }
  };
  await build({
    logLevel: 'error',
    build: { write: false, sourcemap: 'hidden' },
    plugins: [{ name: 'weigh', generateBundle: { order: 'pre', handler: read } }]
  });
  return [...sizes].sort(([, a], [, b]) => b[0] + b[1] - a[0] - a[1]);
}

/** Both lists as Markdown tables. */
export async function tables() {
  const { total, parts } = blocks();
  const rows = (list) =>
    list.map(([name, size]) => `| ${name} | ${kB(size)} | ${((size / total) * 100).toFixed(1)} % |`);
  const head = ['| part | kB | of the file |', '|---|---|---|'];
  return [
    `The whole file: ${kB(total)} kB (1 kB = 1,000 bytes).`,
    [...head, ...rows(parts)].join('\n'),
    'The scripts before packing, by where their bytes come from:',
    [
      '| part | kB at start | kB later |',
      '|---|---|---|',
      ...(await script())
        .filter(([, [start, later]]) => start + later >= 500)
        .map(([name, both]) => `| ${name} | ${both.map(kB).join(' | ')} |`)
    ].join('\n')
  ].join('\n\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await tables());
