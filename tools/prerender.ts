import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { virtualLand, virtualMini, virtualOrders } from './virtual.ts';

type Rendered = {
  markup: string;
  unscripted: string;
  reading: string;
  pack: { title: string; edition: string };
};

const OUT = '.cache/prerender';

/**
 * Renders the first view to markup with Svelte's server renderer, so that the page paints before any script runs.
 * The briefing goes through the pack gate on the way; its faults fail the build with the whole list.
 */
export async function prerender(raw: unknown, version: string): Promise<Rendered> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte(), virtualLand(), virtualMini(), virtualOrders()],
    define: { __VERSION__: JSON.stringify(version), __BRIEFING__: '""' },
    ssr: { noExternal: true },
    build: { ssr: 'src/app/prerender.ts', outDir: OUT, emptyOutDir: true, minify: false, target: 'node20' }
  });
  const entry = pathToFileURL(resolve(OUT, 'prerender.js')).href;
  const { renderFirstView } = (await import(/* @vite-ignore */ `${entry}?${Date.now()}`)) as {
    renderFirstView: (raw: unknown) => Rendered;
  };
  const rendered = renderFirstView(raw);
  const style = /<[^>]+\sstyle="[^"]*"/.exec(rendered.markup + rendered.unscripted + rendered.reading);
  if (style)
    throw new Error(`prerender: a style attribute, which the policy refuses: ${style[0].slice(0, 120)}`);
  return rendered;
}
