import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** The product's own code that makes notes, so that both pages hold the same texts. */
async function maker(folder) {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'tests/bench/notes.ts', write: false, target: 'node20' }
  });
  const path = join(folder, 'notes.mjs');
  writeFileSync(path, output[0].code);
  return import(pathToFileURL(path).href);
}

/** A notes file of so many notes for the briefing of a built page; gives its path. */
export async function notesFile(folder, html, count) {
  const { manyNotes } = await maker(folder);
  const briefing = /"briefing":\{"id":"([^"]*)"[\s\S]*?"edition":"([^"]*)"/.exec(html);
  const deals = [...html.matchAll(/"id":"(deal-[\w-]+)"/g)].map(([, id]) => id);
  const file = join(folder, `${count}.notes.json`);
  writeFileSync(file, manyNotes(count, briefing?.[1] ?? '', briefing?.[2] ?? '', deals));
  return file;
}

/** A TiddlyWiki in one html with so many tiddlers, made by its own program; gives its path. */
export async function wikiPage(folder, count) {
  const { textOf } = await maker(folder);
  const wiki = join(folder, `wiki-${count}`);
  mkdirSync(join(wiki, 'tiddlers'), { recursive: true });
  const themes = ['tiddlywiki/vanilla', 'tiddlywiki/snowwhite'];
  writeFileSync(join(wiki, 'tiddlywiki.info'), JSON.stringify({ plugins: [], themes }));
  const day = (i) => `20251103${String(i % 240000).padStart(6, '0')}000`;
  const tiddlers = Array.from({ length: count }, (_, i) => ({
    title: `Note ${i}`,
    text: textOf(i),
    tags: `deal-${i % 50}`,
    created: day(i),
    modified: day(i)
  }));
  writeFileSync(join(wiki, 'tiddlers', 'notes.json'), JSON.stringify(tiddlers));
  const program = resolve('tests/bench/node_modules/tiddlywiki/tiddlywiki.js');
  const render = ['--render', '$:/core/save/all', 'wiki.html', 'text/plain'];
  execFileSync('node', ['--max-old-space-size=4096', program, wiki, '--output', folder, ...render], {
    stdio: ['ignore', 'ignore', 'inherit']
  });
  return join(folder, 'wiki.html');
}
