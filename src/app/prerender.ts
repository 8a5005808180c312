import { render } from 'svelte/server';
import { openPack } from '../pack/pack.ts';
import App from './App.svelte';

/** Renders the start view to markup, at build time; the pack goes through the gate first, and its faults fail the build. */
export function renderFirstView(raw: unknown): {
  title: string;
  markup: string;
  pack: { title: string; edition: string };
} {
  const pack = openPack(raw);
  const { body } = render(App, { props: { pack } });
  return {
    title: `${pack.briefing.title} · Lodestone`,
    markup: body,
    pack: { title: pack.briefing.title, edition: pack.briefing.edition }
  };
}
