import { render } from 'svelte/server';
import { openPack } from '../pack/pack.ts';
import App from './App.svelte';
import Reading from './Reading.svelte';
import Unscripted from './Unscripted.svelte';

/** Renders the start view, and the reading copy for pages whose script does not run, to markup, at build time; the pack goes through the gate first, and its faults fail the build. */
export function renderFirstView(raw: unknown): {
  markup: string;
  unscripted: string;
  reading: string;
  pack: { title: string; edition: string };
} {
  const pack = openPack(raw);
  const { body } = render(App, { props: { pack, asBuilt: true } });
  return {
    markup: body,
    unscripted: render(Unscripted).body,
    reading: render(Reading, { props: { pack } }).body,
    pack: { title: pack.briefing.title, edition: pack.briefing.edition }
  };
}
