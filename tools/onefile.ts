import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { minifySync, type Plugin, type Rolldown } from 'vite';
import { policyWith } from '../src/model/policy.ts';
import { PackFaults } from '../src/pack/fault.ts';
import { openPack, type Pack } from '../src/pack/pack.ts';
import { lostIds } from '../src/pack/released.ts';
import { asciiJson, asciiMarkup, asciiScript, asciiStyle } from './ascii.ts';
import { billOfMaterials, sha256, sums } from './beside.ts';
import { headMarkup } from './head.ts';
import { inside } from './inside.ts';
import { scriptsOf } from './chunks.ts';
import { packText } from './packed.ts';
import { prerender } from './prerender.ts';
import { openSpeakerNotes } from '../src/pack/speaker.ts';
import { lacksOf } from '../src/state/scenes.ts';
import { readReleased, readSeeds, readSpeaker, SEEDS } from './seeds.ts';
import { slideMaker } from './slidemaker.ts';

/** The hash source expression of the Content Security Policy for one inline block. */
export const cspHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/**
 * Stands in the file's first bytes, before the policy that allows it, so that a file cut anywhere behind it says so.
 * It waits a moment, since a page that is still loading has no end either.
 */
const CUT =
  'html:not(:has(#end))::before{content:"This file is incomplete: its end is missing. Copy it again.";display:block;padding:1rem;font-weight:600;animation:cut 1.5s step-end}@keyframes cut{from{visibility:hidden;position:absolute}}html:has(#incomplete)::before{content:none!important}';

/** The names of the style sheets that a chunk's modules bring. */
const styles = (chunk: Rolldown.OutputChunk): ReadonlySet<string> =>
  chunk.viteMetadata?.importedCss ?? new Set();

const READ_ME = 'READ-ME-FIRST.txt';

/** The modules of which something is left after unused code was dropped. */
const usedModules = (chunk: Rolldown.OutputChunk): string[] =>
  Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength ? [id] : []));

/** SHA-256 of the briefing's data block, which the script carries: a block with these bytes went through the gate at build. */
export const briefingDigest = (): string => sha256(dataBlock(readSeeds(SEEDS)));

const unix = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/** The HTML parser would end a script at "</script" and change its state at "<!--". */
const scriptSafe = (code: string) =>
  unix(code).replace(/<(\/script|!--)/gi, (_all, rest: string) => `\\x3C${rest}`);

/** JSON for a data block: no "<" can end the block or open a comment. */
const dataBlock = (value: unknown): string => asciiJson(JSON.stringify(value).replace(/</g, '\\u003c'));

/** Markup without Svelte's comments, which mark places for a script that never comes. */
const plain = (markup: string): string => markup.replace(/<!--.*?-->/g, '');

/**
 * Puts everything into one html that needs nothing beside it, in this order: a readable head, the first view as
 * prerendered markup, the briefing as JSON, the speaker notes, the script, what makes slides (packed, not run before it is asked for), and a last element that proves the file is whole.
 * Refuses scripts and styles that are not in the file, by hash.
 */
export function oneFile(version: string): Plugin {
  return {
    name: 'lodestone-one-file',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    enforce: 'post',
    config: () => ({
      base: './',
      build: {
        assetsInlineLimit: () => true,
        cssCodeSplit: true,
        modulePreload: false,
        reportCompressedSize: false,
        // Of this format a chunk can be wrapped, so that all run from blocks of one file.
        rolldownOptions: {
          transform: { define: { 'import.meta': '({})' } },
          output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' }
        }
      }
    }),
    async generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const html = files.find((file) => file.fileName.endsWith('.html'));
      const chunks = files.filter((file) => file.type === 'chunk');
      const sheets = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
      if (html?.type !== 'asset' || !chunks.length)
        return this.error(`one-file: expected an html and a script, found ${Object.keys(bundle).join(', ')}`);

      const first = minifySync('head.js', readFileSync('src/app/head.js', 'utf8'));
      if (first.errors.length)
        return this.error(
          `one-file: src/app/head.js: ${first.errors.map(({ message }) => message).join('; ')}`
        );
      const head = asciiScript(scriptSafe(first.code));
      const sheetOf = (first: boolean) =>
        sheets
          .filter((sheet) =>
            chunks.some((chunk) => chunk.isEntry === first && styles(chunk).has(sheet.fileName))
          )
          .map((sheet) => unix(String('source' in sheet ? sheet.source : '')))
          .join('\n');
      const style = asciiStyle(sheetOf(true));
      const { start, later } = scriptsOf(chunks, sheetOf(false));
      const code = asciiScript(scriptSafe(start));
      if (/<\/style/i.test(style)) return this.error('one-file: the style sheet would end its own block');
      const raw = readSeeds(SEEDS);
      const briefing = dataBlock(raw);
      const { markup, unscripted, reading, pack } = await prerender(JSON.parse(briefing), version);
      const opened = openPack(raw);
      const spoken = dataBlock(openSpeakerNotes(readSpeaker(SEEDS), opened));
      const lost = [...lostIds(opened, readReleased(SEEDS)), ...lostStates(opened)];
      if (lost.length) throw new PackFaults(lost, raw);

      const slides = await slideMaker();
      const policy = policyWith(
        `${cspHash(head)} ${cspHash(code)} ${cspHash(later)} 'sha256-${slides.sha256}'`,
        `${cspHash(CUT)} ${cspHash(style)}`
      );
      const works = inside([...chunks.flatMap(usedModules), ...slides.modules]);
      const licences = JSON.stringify(works);
      html.fileName = 'lodestone.html';
      html.source = [
        headMarkup({ ...pack, version, cut: CUT, policy, style, script: head }),
        '<body>',
        '<p id="incomplete" role="alert">This file is incomplete: its end is missing. Copy it again from where it came from, and check that the sizes agree.</p>',
        asciiMarkup(plain(unscripted)),
        `<div id="app" data-pack="${sha256(briefing)}" data-speaker="${sha256(spoken)}">${asciiMarkup(markup)}</div>`,
        asciiMarkup(plain(reading)),
        `<script type="application/json" id="briefing">${briefing}</script>`,
        `<script type="application/json" id="speaker-notes">${spoken}</script>`,
        `<script type="text/plain" id="start">${code}</script>`,
        `<script type="text/plain" id="later">${await packText(later)}</script>`,
        `<script type="text/plain" id="licences">${await packText(licences)}</script>`,
        `<script type="text/plain" id="slides">${slides.packed}</script>`,
        '<i id="end" hidden></i>',
        '</body>',
        '</html>',
        ''
      ].join('\n');
      for (const file of [...chunks, ...sheets]) delete bundle[file.fileName];
      const left = Object.values(bundle).filter((file) => file !== html);
      if (left.length)
        this.error(`one-file: left outside the html: ${left.map((file) => file.fileName).join(', ')}`);

      const blocks = [
        { name: 'first script', text: head },
        { name: 'script', text: code },
        { name: 'later script', text: later },
        { name: 'slide script', text: slides.code },
        { name: 'style', text: style },
        { name: 'briefing', text: briefing },
        { name: 'speaker notes', text: spoken },
        { name: 'licences', text: licences }
      ];
      const bill = billOfMaterials({ version, edition: pack.edition, html: html.source, blocks }, works);
      const beside = {
        'lodestone.html': html.source,
        'lodestone.cdx.json': bill,
        [READ_ME]: readFileSync(`public/${READ_ME}`)
      };
      this.emitFile({ type: 'asset', fileName: 'lodestone.cdx.json', source: bill });
      this.emitFile({ type: 'asset', fileName: 'SHA256SUMS', source: sums(beside) });
    }
  };
}

/** Shipped scenes that name what this edition lacks: a reader's own may, and is told so, but ours must not. */
const lostStates = (pack: Pack) =>
  pack.scenes.flatMap((scene, i) =>
    lacksOf(pack, scene.state).map(({ what, name }) => ({
      path: `scenes[${i}].state`,
      value: name,
      what: `unknown ${what}`,
      remedy: 'name what this edition has'
    }))
  );

/** Gives the development server's page the same data block the built file has. */
export function devBriefing(): Plugin {
  return {
    name: 'lodestone-dev-briefing',
    apply: 'serve',
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { type: 'application/json', id: 'briefing' },
        children: dataBlock(readSeeds(SEEDS)),
        injectTo: 'body-prepend'
      },
      {
        tag: 'script',
        attrs: { type: 'application/json', id: 'speaker-notes' },
        children: dataBlock(readSpeaker(SEEDS)),
        injectTo: 'body-prepend'
      },
      { tag: 'script', children: readFileSync('src/app/head.js', 'utf8'), injectTo: 'head' }
    ]
  };
}
